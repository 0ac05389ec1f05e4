package org.knime.core.data;

import java.io.IOException;

import org.knime.core.internal.SerializerMethodLoader.Serializer;

/**
 * Writes and reads cells of a class.
 *
 * @param <T> the class
 */
public interface DataCellSerializer<T extends DataCell> extends Serializer<T> {

    /**
     * Writes a cell.
     *
     * @param cell the cell
     * @param output where to
     * @throws IOException if it can't be written
     */
    void serialize(T cell, DataCellDataOutput output) throws IOException;

    /**
     * {@return a cell as it was written}
     *
     * @param input where from
     * @throws IOException if it can't be read
     */
    T deserialize(DataCellDataInput input) throws IOException;
}

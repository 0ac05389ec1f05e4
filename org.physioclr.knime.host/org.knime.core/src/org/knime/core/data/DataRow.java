package org.knime.core.data;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row of a table. */
public interface DataRow extends Iterable<DataCell> {

    /** {@return the number of cells} */
    int getNumCells();

    /** {@return the row's name} */
    RowKey getKey();

    /**
     * {@return a cell}
     *
     * @param index its column, from 0
     */
    DataCell getCell(int index);

    /** {@return the cells in order} */
    default Stream<DataCell> stream() {
        return IntStream.range(0, getNumCells()).mapToObj(this::getCell);
    }
}

package org.physioclr.knime.host.table;

import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.def.DefaultRow;

/**
 * Which columns a rearranged table has.
 *
 * @param input the structure of the table that is rearranged
 * @param columns where each column of the result comes from
 */
public record Rearrangement(DataTableSpec input, List<Column> columns) {

    /**
     * A column of the result.
     *
     * @param factory what computes it, null for a column of the input
     * @param index the column among those of the factory, or of the input
     */
    public record Column(CellFactory factory, int index) {
    }

    /** {@return the columns of a structure unchanged} */
    public static List<Column> unchanged(DataTableSpec spec) {
        return IntStream.range(0, spec.getNumColumns()).mapToObj(i -> new Column(null, i)).toList();
    }

    /** {@return the columns that a factory computes} */
    public static List<Column> of(CellFactory factory) {
        return IntStream.range(0, factory.getColumnSpecs().length).mapToObj(i -> new Column(factory, i)).toList();
    }

    /** {@return the factories, each once} */
    public List<CellFactory> factories() {
        return columns.stream().map(Column::factory).filter(factory -> factory != null).distinct().toList();
    }

    /** {@return the structure of the result} */
    public DataTableSpec spec() {
        return new DataTableSpec(input.getName(), columns.stream()
            .map(column -> column.factory() == null ? input.getColumnSpec(column.index())
                : column.factory().getColumnSpecs()[column.index()])
            .toArray(DataColumnSpec[]::new));
    }

    /** {@return a row of the result} */
    DataRow row(DataRow row, long index) {
        List<CellFactory> factories = factories();
        DataCell[][] computed = factories.stream().map(factory -> factory.getCells(row, index))
            .toArray(DataCell[][]::new);
        DataCell[] cells = columns.stream()
            .map(column -> column.factory() == null ? row.getCell(column.index())
                : computed[factories.indexOf(column.factory())][column.index()])
            .toArray(DataCell[]::new);
        return new DefaultRow(row.getKey(), cells);
    }
}

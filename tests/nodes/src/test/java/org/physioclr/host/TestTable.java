package org.physioclr.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.TableWriter;

/**
 * Makes an input table from plain Java values:
 *
 * <pre>{@code
 * new TestTable(folder).column("Patient", StringCell.TYPE).column("AF", IntCell.TYPE)
 *     .row("r1", "p1", 1).row("r2", "p2", null).make()
 * }</pre>
 */
public final class TestTable {

    private final Path folder;
    private final List<DataColumnSpec> columns = new ArrayList<>();
    private final List<DefaultRow> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param folder where its file goes
     */
    public TestTable(Path folder) {
        this.folder = folder;
    }

    public TestTable column(String name, DataType type) {
        columns.add(new DataColumnSpecCreator(name, type).createSpec());
        return this;
    }

    /**
     * Adds a row.
     *
     * @param key unique in the table
     * @param values one for each column: null for a missing cell; String, Integer, Long, Double, Boolean; a List of
     *     these; or a DataCell
     */
    public TestTable row(String key, Object... values) {
        DataCell[] cells = new DataCell[values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(values[i]);
        }
        rows.add(new DefaultRow(key, cells));
        return this;
    }

    public BufferedDataTable make() {
        TableWriter writer = new TableWriter(folder.resolve("table-" + UUID.randomUUID()),
            new DataTableSpec(columns.toArray(DataColumnSpec[]::new)));
        rows.forEach(writer::add);
        return HostAccess.table(writer.finish());
    }

    private static DataCell cell(Object value) {
        if (value == null) {
            return DataType.getMissingCell();
        } else if (value instanceof String text) {
            return new StringCell(text);
        } else if (value instanceof Integer number) {
            return new IntCell(number);
        } else if (value instanceof Long number) {
            return new LongCell(number);
        } else if (value instanceof Double number) {
            return new DoubleCell(number);
        } else if (value instanceof Boolean truth) {
            return truth ? BooleanCell.TRUE : BooleanCell.FALSE;
        } else if (value instanceof List<?> list) {
            return CollectionCellFactory.createListCell(list.stream().map(TestTable::cell).toList());
        }
        return (DataCell) value;
    }
}

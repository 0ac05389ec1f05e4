package org.physioclr.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * The rows of a table as plain Java values: String, Integer, Long, Double, Boolean, a List of these; null for a missing
 * cell, and the cell itself if it is of another kind.
 *
 * @param columns the names of the columns
 * @param keys the row keys
 * @param rows the values by row and column
 */
public record TableContent(List<String> columns, List<String> keys, List<List<Object>> rows) {

    public static TableContent of(BufferedDataTable table) {
        List<String> keys = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                DataRow row = iterator.next();
                keys.add(row.getKey().getString());
                rows.add(values(row));
            }
        }
        return new TableContent(table.getDataTableSpec().stream().map(DataColumnSpec::getName).toList(), keys, rows);
    }

    public int size() {
        return rows.size();
    }

    public List<Object> row(int index) {
        return rows.get(index);
    }

    public List<Object> row(String key) {
        return rows.get(find(keys, key, "row"));
    }

    public List<Object> column(String name) {
        int index = find(columns, name, "column");
        return Arrays.asList(rows.stream().map(row -> row.get(index)).toArray());
    }

    /** A numeric column; NaN for a missing cell. */
    public double[] numbers(String column) {
        return column(column).stream().mapToDouble(value -> value == null ? Double.NaN : ((Number) value).doubleValue())
            .toArray();
    }

    public Object at(int row, String column) {
        return rows.get(row).get(find(columns, column, "column"));
    }

    public Object at(String key, String column) {
        return row(key).get(find(columns, column, "column"));
    }

    private static int find(List<String> names, String name, String kind) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new AssertionError("The table has no " + kind + " \"" + name + "\", only " + names);
        }
        return index;
    }

    private static List<Object> values(Iterable<DataCell> cells) {
        List<Object> values = new ArrayList<>();
        cells.forEach(cell -> values.add(value(cell)));
        return values;
    }

    private static Object value(DataCell cell) {
        if (cell.isMissing()) {
            return null;
        } else if (cell instanceof BooleanValue truth) {
            return truth.getBooleanValue();
        } else if (cell instanceof IntValue number) {
            return number.getIntValue();
        } else if (cell instanceof LongValue number) {
            return number.getLongValue();
        } else if (cell instanceof DoubleValue number) {
            return number.getDoubleValue();
        } else if (cell instanceof CollectionDataValue collection) {
            return values(collection);
        }
        return cell instanceof StringValue text ? text.getStringValue() : cell;
    }
}

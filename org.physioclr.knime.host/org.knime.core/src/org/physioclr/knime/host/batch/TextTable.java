package org.physioclr.knime.host.batch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Shows small tables as text: of wide ones the columns that fit a terminal. */
final class TextTable {

    private static final int MOST_ROWS = 100;
    private static final int MOST_CHARACTERS = 140;
    private static final int WIDEST = 28;

    private TextTable() {
    }

    static void show(BufferedDataTable table, PrintStream out) {
        if (table.size() == 0 || table.size() > MOST_ROWS) {
            return;
        }
        List<List<String>> lines = lines(table);
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, line.get(i).length()));
            }
        }
        int columns = columnsThatFit(widths);
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = line.get(i).length() > WIDEST ? line.get(i).substring(0, WIDEST - 1) + "…" : line.get(i);
                boolean number = cell.matches("[-\\d.,E]+");
                text.append("  ")
                    .append(number ? " ".repeat(widths[i] - cell.length()) + cell : cell)
                    .append(number ? "" : " ".repeat(widths[i] - cell.length()));
            }
            out.println(text.toString().stripTrailing());
        }
        if (columns < widths.length) {
            out.println("  … and " + (widths.length - columns) + " more columns in the file");
        }
    }

    private static int columnsThatFit(int[] widths) {
        int used = 0;
        int columns = 0;
        while (columns < widths.length && used + 2 + widths[columns] <= MOST_CHARACTERS) {
            used += 2 + widths[columns++];
        }
        return columns;
    }

    private static List<List<String>> lines(BufferedDataTable table) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        for (DataColumnSpec column : table.getDataTableSpec()) {
            head.add(column.getName());
        }
        lines.add(head);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                List<String> line = new ArrayList<>(List.of(row.getKey().getString()));
                for (DataCell cell : row) {
                    line.add(text(cell));
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(DataCell cell) {
        if (cell.isMissing()) {
            return "?";
        }
        return cell instanceof DoubleValue number && !(cell instanceof IntValue) && !(cell instanceof LongValue)
            ? String.format(Locale.ROOT, "%.4g", number.getDoubleValue()) : cell.toString();
    }
}

package org.physioclr.core.read.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.TextOptions.FirstRow;

/** The numbers of a text table by signal, whichever way it is laid out. Grows with the file, a line at a time. */
final class TextTable {

    private static final int LAYOUT_LINES = 50;

    private final Path file;
    private final List<String> comments = new ArrayList<>();
    private final List<ColumnName> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private TextLayout layout;
    private int length;
    private int rows;

    private TextTable(Path file) {
        this.file = file;
    }

    /**
     * Reads a table.
     *
     * @throws ReadException if a row has other cells than numbers or not as many as the first, naming line and column
     */
    static TextTable read(Path file, FirstRow firstRow) throws IOException {
        TextTable table = new TextTable(file);
        try (BufferedReader lines = TextLines.open(file)) {
            table.read(lines, firstRow);
        }
        return table;
    }

    /** The signals' names; blank where there are none. */
    List<ColumnName> names() {
        return names;
    }

    /** The signals, {@code [signal][sample]}, all of one length. */
    List<double[]> columns() {
        return columns;
    }

    /** The comment lines without their mark. */
    List<String> comments() {
        return comments;
    }

    private void read(BufferedReader lines, FirstRow firstRow) throws IOException {
        List<String> head = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        String line = lines.readLine();
        while (line != null && head.size() < LAYOUT_LINES) {
            number++;
            if (!skip(line)) {
                head.add(line);
                numbers.add(number);
            }
            line = lines.readLine();
        }
        if (head.isEmpty()) {
            throw error("", "the table is empty", "Choose a file with samples.");
        }
        layout = TextLayout.of(head, line == null, firstRow);
        if (!layout.inRows()) {
            names.addAll(layout.names());
            checkSignals(names.size());
            names.forEach(name -> columns.add(new double[LAYOUT_LINES]));
        }
        for (int i = layout.inRows() ? 0 : layout.headings(); i < head.size(); i++) {
            add(head.get(i), numbers.get(i));
        }
        for (; line != null; line = lines.readLine()) {
            number++;
            if (!skip(line)) {
                add(line, number);
            }
        }
        finish();
    }

    private void finish() throws ReadException {
        if (!layout.inRows()) {
            length = rows;
            columns.replaceAll(column -> Arrays.copyOf(column, rows));
        }
        if (length == 0) {
            throw error("", "the table has no samples", "Choose a file with samples.");
        }
    }

    /** Whether a line holds no samples; remembers comments. */
    private boolean skip(String line) {
        if (line.startsWith("#") || line.startsWith("%")) {
            comments.add(line.substring(1).strip());
            return true;
        }
        return line.isBlank();
    }

    private void add(String line, int number) throws ReadException {
        List<String> cells = layout.dialect().split(line);
        if (layout.inRows()) {
            addSignal(cells, number);
        } else {
            addSamples(cells, number);
        }
        rows++;
    }

    private void addSamples(List<String> cells, int number) throws ReadException {
        if (cells.size() != columns.size()) {
            throw error("line " + number, "it has " + cells.size() + " cells instead of " + columns.size(),
                "Correct the line.");
        }
        if (rows == columns.get(0).length) {
            int larger = Math.max(rows + 1, (int) Math.min(Integer.MAX_VALUE - 16L, rows * 3L / 2));
            columns.replaceAll(column -> Arrays.copyOf(column, larger));
        }
        for (int i = 0; i < cells.size(); i++) {
            columns.get(i)[rows] = number(cells.get(i), number, i);
        }
    }

    private void addSignal(List<String> cells, int number) throws ReadException {
        checkSignals(columns.size() + 1);
        int first = layout.headings();
        double[] samples = new double[cells.size() - first];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = number(cells.get(i + first), number, i + first);
        }
        if (!columns.isEmpty() && samples.length != length) {
            throw error("line " + number, "it has " + samples.length + " samples, the first has " + length,
                "Correct the line.");
        }
        length = samples.length;
        names.add(first == 0 ? new ColumnName("", "") : ColumnName.of(cells.get(0)));
        columns.add(samples);
    }

    private double number(String cell, int line, int column) throws ReadException {
        try {
            return layout.dialect().number(cell);
        } catch (NumberFormatException e) {
            boolean named = column < names.size() && !layout.inRows() && !names.get(column).name().isEmpty();
            String shown = cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
            String place = "line " + line + ", column " + (column + 1);
            throw error(named ? place + " (" + names.get(column).name() + ")" : place,
                "\"" + shown + "\" is not a number", "Correct the cell, or leave it empty for a missing sample.");
        }
    }

    private void checkSignals(int count) throws ReadException {
        if (count > TextLayout.MOST_SIGNALS) {
            throw error("", "a table of more than " + TextLayout.MOST_SIGNALS
                + " signals is no ECG", "Choose another file.");
        }
    }

    private ReadException error(String place, String cause, String remedy) {
        return new ReadException(file, place, cause, remedy);
    }
}

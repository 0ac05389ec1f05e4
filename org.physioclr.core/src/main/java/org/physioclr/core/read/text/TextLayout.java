package org.physioclr.core.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.physioclr.core.read.TextOptions.FirstRow;

/**
 * How a table is laid out, told by its first lines.
 *
 * @param dialect how cells are written
 * @param headings how many rows of headings come first: names, then perhaps units
 * @param inRows whether a lead is a row; its first cell then is its name if {@code headings} is 1
 * @param names the columns' names if they are in the heading rows
 */
record TextLayout(Dialect dialect, int headings, boolean inRows, List<ColumnName> names) {

    /** No ECG has more; columns beyond are not looked at. */
    static final int MOST_SIGNALS = 1024;

    /** At least so many cells a row, and so many for each row, and a table without names has its leads in rows. */
    private static final int MANY_CELLS = 100;
    private static final int CELLS_PER_ROW = 5;

    /**
     * @param lines the first lines, at least one, without comments and empty lines
     * @param complete whether that is all of the file
     * @param firstRow what the user says
     */
    static TextLayout of(List<String> lines, boolean complete, FirstRow firstRow) {
        Dialect dialect = Dialect.of(lines);
        List<String> first = dialect.split(lines.get(0));
        boolean firstIsText = !dialect.isNumber(first.get(0)) || first.get(0).isEmpty();
        boolean restAreNumbers = first.size() > 1 && first.stream().skip(1).allMatch(dialect::isNumber)
            && first.stream().skip(1).anyMatch(cell -> !Dialect.isMissing(cell));
        if (firstRow == FirstRow.AUTOMATIC && firstIsText && restAreNumbers && first.size() > 2) {
            return new TextLayout(dialect, 1, true, List.of());
        }
        boolean allNumbers = first.stream().allMatch(dialect::isNumber);
        if (firstRow == FirstRow.NAMES || firstRow == FirstRow.AUTOMATIC && !allNumbers) {
            List<String> units = lines.size() > 1 ? dialect.split(lines.get(1)) : List.of();
            boolean hasUnits = units.size() == first.size() && units.stream().anyMatch(cell -> !cell.isEmpty())
                && units.stream().allMatch(ColumnName::isUnit);
            return new TextLayout(dialect, hasUnits ? 2 : 1, false, names(first, hasUnits ? units : List.of()));
        }
        boolean wide = complete && first.size() >= Math.max(MANY_CELLS, CELLS_PER_ROW * lines.size());
        return new TextLayout(dialect, 0, wide, wide ? List.of() : unnamed(first.size()));
    }

    private static List<ColumnName> names(List<String> cells, List<String> units) {
        List<ColumnName> names = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.size(), MOST_SIGNALS + 1); i++) {
            ColumnName name = ColumnName.of(cells.get(i));
            names.add(units.isEmpty() ? name : new ColumnName(cells.get(i).strip(), units.get(i)));
        }
        return names;
    }

    static List<ColumnName> unnamed(int count) {
        return IntStream.range(0, Math.min(count, MOST_SIGNALS + 1)).mapToObj(i -> new ColumnName("", "")).toList();
    }
}

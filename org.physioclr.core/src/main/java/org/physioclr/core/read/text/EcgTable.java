package org.physioclr.core.read.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.physioclr.core.read.TextOptions.FirstRow;
import org.physioclr.core.signal.Lead;

/** Tells tables of ECG samples from other tables, such as lists of records with their labels, by their first lines. */
public final class EcgTable {

    private static final Set<String> LIST_HEADINGS = Set.of("record", "file", "filename", "patient", "id", "label",
        "age", "sex", "beat", "wave", "symbol");
    private static final int FEW_SAMPLES = 20;

    private EcgTable() {
    }

    /**
     * Whether a file looks like a table of ECG samples: its headings are names of leads, times and numbers, or it has
     * none and numbers in as many columns as an ECG has leads, or after a column that counts.
     *
     * @param head the file's first bytes
     * @param complete whether that is all of the file
     */
    public static boolean isEcg(byte[] head, boolean complete) {
        String text = TextLines.decode(head);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n' || c == 0xFFFD)) {
            return false;
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|\n|\r")));
        if (!complete && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        lines.removeIf(line -> line.isBlank() || line.startsWith("#") || line.startsWith("%"));
        if (lines.isEmpty()) {
            return false;
        }
        if (!complete && lines.size() == 1) {
            Dialect dialect = Dialect.of(lines);
            lines.set(0, lines.get(0).substring(0, lines.get(0).lastIndexOf(Math.max(' ', dialect.separator())) + 1));
        }
        return isEcg(lines, complete);
    }

    private static boolean isEcg(List<String> lines, boolean complete) {
        TextLayout layout = TextLayout.of(lines, complete, FirstRow.AUTOMATIC);
        List<List<String>> cells = lines.stream().map(layout.dialect()::split).toList();
        if (layout.inRows()) {
            return layout.headings() == 0 ? lines.size() == Lead.TWELVE.size() : cells.get(0).size() > FEW_SAMPLES
                && cells.stream().allMatch(row -> ColumnName.of(row.get(0)).isSignal());
        }
        if (layout.headings() == 0) {
            return isUnnamedEcg(layout, cells);
        }
        List<ColumnName> names = layout.names();
        boolean allKnown = names.stream().allMatch(name -> name.isSignal() || name.isTime() || name.isCounter());
        boolean someSignal = names.stream().anyMatch(ColumnName::isSignal);
        boolean list = names.stream()
            .anyMatch(name -> LIST_HEADINGS.contains(name.name().strip().toLowerCase(Locale.ROOT)));
        List<String> first = cells.size() > layout.headings() ? cells.get(layout.headings()) : List.of();
        return someSignal && (allKnown || !list && !first.isEmpty()
            && first.stream().allMatch(layout.dialect()::isNumber));
    }

    private static boolean isUnnamedEcg(TextLayout layout, List<List<String>> cells) {
        int columns = cells.get(0).size();
        boolean numbers = cells.size() > 1 && cells.stream()
            .allMatch(row -> row.size() == columns && row.stream().allMatch(layout.dialect()::isNumber));
        if (!numbers || columns == Lead.TWELVE.size()) {
            return numbers;
        }
        double[] first = cells.stream().mapToDouble(row -> layout.dialect().number(row.get(0))).toArray();
        boolean fractions = IntStream.range(0, cells.size()).anyMatch(i -> layout.dialect().number(cells.get(i).get(
            columns - 1)) % 1 != 0);
        return columns > 1 && columns <= Lead.TWELVE.size() + 4 && fractions && TimeColumn.isRegular(first);
    }
}

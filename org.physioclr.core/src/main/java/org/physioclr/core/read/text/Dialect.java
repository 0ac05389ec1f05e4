package org.physioclr.core.read.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text table separates cells and writes numbers.
 *
 * @param separator between cells; a blank stands for any run of blanks, 0 for a table of one column
 * @param decimalComma whether the decimal mark is a comma
 */
record Dialect(char separator, boolean decimalComma) {

    private static final char[] SEPARATORS = {'\t', ';', '|', ',', ' '};
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
    private static final Pattern MISSING = Pattern.compile("(?i)|[-+]?nan|[-+]?inf(inity)?|na|n/a|null|none|-|\\?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{1,2}(?:[.,]\\d{1,9})?)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

    /**
     * The dialect of a table.
     *
     * @param lines its first lines, at least one, without comments and empty lines
     */
    static Dialect of(List<String> lines) {
        for (char separator : SEPARATORS) {
            int usual = usualCount(lines, separator);
            if (separator == ',' && usual == 1 && lines.size() > 1 && count(lines.get(0), ',') == 0
                    && lines.stream().skip(1).allMatch(line -> DECIMAL_COMMA.matcher(line.strip()).matches())) {
                return new Dialect((char) 0, true);
            }
            if (usual > 0) {
                Dialect dialect = new Dialect(separator, false);
                boolean commas = separator != ',' && lines.stream().flatMap(line -> dialect.split(line).stream())
                    .anyMatch(cell -> DECIMAL_COMMA.matcher(cell).matches());
                return new Dialect(separator, commas);
            }
        }
        boolean commas = lines.stream().anyMatch(line -> DECIMAL_COMMA.matcher(line.strip()).matches());
        return new Dialect((char) 0, commas);
    }

    /** How many separators most lines have. */
    private static int usualCount(List<String> lines, char separator) {
        Map<Integer, Integer> lineCounts = new HashMap<>();
        lines.forEach(line -> lineCounts.merge(count(line, separator), 1, Integer::sum));
        return lineCounts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static int count(String line, char separator) {
        return new Dialect(separator, false).split(line).size() - 1;
    }

    /** A line's cells without quotes and blanks around them. */
    List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        String text = separator == ' ' ? line.strip() : line;
        char quote = 0;
        int from = 0;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && !begun) {
                quote = c;
                begun = true;
            } else if (c == separator || separator == ' ' && c == '\t') {
                cells.add(cell(text, from, i));
                while (separator == ' ' && i + 1 < text.length() && text.charAt(i + 1) <= ' ') {
                    i++;
                }
                from = i + 1;
                begun = false;
            } else {
                begun |= c > ' ';
            }
        }
        cells.add(cell(text, from, text.length()));
        return cells;
    }

    private static String cell(String text, int from, int to) {
        String cell = text.substring(from, to).strip();
        boolean quoted = cell.length() > 1 && (cell.charAt(0) == '"' || cell.charAt(0) == '\'')
            && cell.charAt(cell.length() - 1) == cell.charAt(0);
        return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }

    /** Whether a cell is a number, a clock time or a mark of a missing sample. */
    boolean isNumber(String cell) {
        String text = decimalComma ? cell.replace(',', '.') : cell;
        return NUMBER.matcher(text).matches() || isMissing(cell) || CLOCK.matcher(bare(cell)).matches();
    }

    static boolean isMissing(String cell) {
        return MISSING.matcher(cell).matches();
    }

    /**
     * A cell's value; NaN if it is missing or infinite, seconds if it is a clock time.
     *
     * @throws NumberFormatException if it is none of these
     */
    double number(String cell) {
        String text = decimalComma ? cell.replace(',', '.') : cell;
        if (NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        }
        if (isMissing(cell)) {
            return Double.NaN;
        }
        Matcher clock = CLOCK.matcher(bare(cell));
        if (clock.matches()) {
            double hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
            double seconds = Double.parseDouble(clock.group(3).replace(',', '.'));
            return 3600 * hours + 60 * Integer.parseInt(clock.group(2)) + seconds;
        }
        throw new NumberFormatException(cell);
    }

    private static String bare(String cell) {
        return cell.startsWith("[") && cell.endsWith("]") ? cell.substring(1, cell.length() - 1) : cell;
    }
}

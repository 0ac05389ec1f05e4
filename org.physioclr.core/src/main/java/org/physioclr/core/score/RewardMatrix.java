package org.physioclr.core.score;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What each call is worth for each true class: the rewards of a PhysioNet/Computing in Cardiology challenge.
 *
 * @param classes the classes in the matrix's order, each by one or more codes that mean it
 * @param rewards {@code [true class][called class]}
 */
public record RewardMatrix(List<List<String>> classes, double[][] rewards) {

    /** More classes than any challenge had; bounds what a wrong file can make us allocate. */
    private static final int MOST_CLASSES = 1000;
    private static final String REMEDY = ". Choose the challenge's weights.csv.";

    /**
     * Reads the challenge's weights.csv: the class names in the first row and the first column in the same order, equal
     * codes joined with '|', and a number in every other cell.
     *
     * @throws IOException naming file, line, cause and remedy if the file can't be read or has another form
     */
    public static RewardMatrix read(Path file) throws IOException {
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().commentStrategy(CommentStrategy.NONE)
            .detectBomHeader(true).ofCsvRecord(file, StandardCharsets.UTF_8)) {
            for (CsvRecord row : reader) {
                rows.add(row);
                if (rows.size() > MOST_CLASSES + 1) {
                    throw error(file, row, "more than " + MOST_CLASSES + " classes");
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage() + REMEDY, e);
        }
        if (rows.size() < 2) {
            throw new IOException(file.getFileName() + ": the reward matrix is empty" + REMEDY);
        }
        return parse(file, rows);
    }

    private static RewardMatrix parse(Path file, List<CsvRecord> rows) throws IOException {
        List<String> names = rows.get(0).getFields().stream().skip(1).map(String::trim).toList();
        double[][] rewards = new double[names.size()][];
        if (rows.size() - 1 != names.size()) {
            throw error(file, rows.get(0), names.size() + " columns of classes, but " + (rows.size() - 1) + " rows");
        }
        for (int i = 0; i < names.size(); i++) {
            CsvRecord row = rows.get(i + 1);
            if (row.getFieldCount() != names.size() + 1 || !row.getField(0).trim().equals(names.get(i))) {
                throw error(file, row, "the row should begin with " + names.get(i) + " and have " + names.size()
                    + " numbers");
            }
            rewards[i] = numbers(file, row);
        }
        return new RewardMatrix(names.stream().map(name -> List.of(name.split("\\|"))).toList(), rewards);
    }

    private static double[] numbers(Path file, CsvRecord row) throws IOException {
        double[] numbers = new double[row.getFieldCount() - 1];
        for (int i = 0; i < numbers.length; i++) {
            String field = row.getField(i + 1).trim();
            try {
                numbers[i] = Double.parseDouble(field);
            } catch (NumberFormatException e) {
                throw error(file, row, "\"" + field + "\" is not a number");
            }
            if (!Double.isFinite(numbers[i])) {
                throw error(file, row, field + " is not a finite number");
            }
        }
        return numbers;
    }

    private static IOException error(Path file, CsvRecord row, String cause) {
        return new IOException(file.getFileName() + ", line " + row.getStartingLineNumber() + ": " + cause + REMEDY);
    }

    /** The index of the class that a code means, −1 if none. */
    public int indexOf(String code) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).contains(code)) {
                return i;
            }
        }
        return -1;
    }
}

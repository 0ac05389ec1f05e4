package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and reads the tables that data sets put beside their records. */
final class DataSetTable {

    /** A chosen folder may lie so deep within the data set. */
    private static final int LEVELS_UP = 3;

    /** Takes a row. */
    interface RowReader {
        void read(NamedCsvRecord row) throws IOException;
    }

    private DataSetTable() {
    }

    /** The table of a name in a folder or above it. */
    static Optional<Path> find(Path folder, String name) {
        Path at = folder.toAbsolutePath().normalize();
        for (int i = 0; i <= LEVELS_UP && at != null; i++, at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(name))) {
                return Optional.of(at.resolve(name));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a table row by row.
     *
     * @param columns those that it must have
     * @throws IOException naming file and cause
     */
    static void read(Path table, RowReader reader, String... columns) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().commentStrategy(CommentStrategy.NONE)
            .detectBomHeader(true).ofNamedCsvRecord(table, StandardCharsets.UTF_8)) {
            boolean checked = false;
            for (NamedCsvRecord row : rows) {
                for (String column : columns) {
                    if (!checked && !row.getHeader().contains(column)) {
                        throw error(table, 1, "there is no column " + column);
                    }
                }
                checked = true;
                reader.read(row);
            }
        } catch (CsvParseException e) {
            throw new IOException(table.getFileName() + ": " + e.getMessage() + ". Download the table again.", e);
        }
    }

    static IOException error(Path table, long line, String cause) {
        return new IOException(table.getFileName() + ", line " + line + ": " + cause + ". Download the table again.");
    }

    /** A number of a row; NaN if the cell is empty. */
    static double number(Path table, NamedCsvRecord row, String column) throws IOException {
        String text = row.getField(column).strip();
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw error(table, row.getStartingLineNumber(), "column " + column + " holds \"" + text + "\"");
        }
    }
}

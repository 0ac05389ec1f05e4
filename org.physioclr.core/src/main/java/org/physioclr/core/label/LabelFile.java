package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Labels from a comma-separated file: a column {@code record}, optionally a column {@code patient}, and any number of
 * label columns with 1 (holds), 0 (doesn't) or nothing (unknown). A record is named by its path relative to the folder
 * that is read, with slashes and without ending, or just by its file name where that is unique in the file. The case of
 * the two names {@code record} and {@code patient} does not matter.
 */
public final class LabelFile {

    /**
     * What the file says of one record.
     *
     * @param patient empty if the file does not say
     * @param labels its labels
     */
    public record Entry(String patient, RecordLabels labels) {
    }

    private final List<String> labels;
    private final Map<String, Entry> byRecord;
    private final Map<String, Entry> byName;

    private LabelFile(List<String> labels, Map<String, Entry> byRecord) {
        this.labels = List.copyOf(labels);
        this.byRecord = byRecord;
        this.byName = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        byRecord.forEach((record, entry) -> {
            if (byName.put(fileName(record), entry) != null) {
                ambiguous.add(fileName(record));
            }
        });
        byName.keySet().removeAll(ambiguous);
    }

    /**
     * Reads a label file.
     *
     * @throws IOException naming file, line, cause and remedy if it can't be read or has another form
     */
    public static LabelFile read(Path file) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().commentStrategy(CommentStrategy.NONE)
            .detectBomHeader(true).ofCsvRecord(file, StandardCharsets.UTF_8)) {
            Table table = null;
            for (CsvRecord row : rows) {
                if (table == null) {
                    table = new Table(file, row.getFields());
                } else {
                    table.add(row);
                }
            }
            if (table == null) {
                throw error(file, 1, "the file is empty", "It needs a header row with a column record.");
            }
            return new LabelFile(table.labels, table.entries);
        } catch (CsvParseException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage() + ". Save the file as UTF-8 CSV.", e);
        }
    }

    /** The label columns in the file's order. */
    public List<String> labels() {
        return labels;
    }

    /**
     * What the file says of a record.
     *
     * @param key the record's path relative to the chosen folder, with slashes, without ending
     * @return empty if the file has no row for it
     */
    public Optional<Entry> find(String key) {
        Entry exact = byRecord.get(key);
        return Optional.ofNullable(exact != null ? exact : byName.get(fileName(key)));
    }

    private static String fileName(String record) {
        return record.substring(record.lastIndexOf('/') + 1);
    }

    private static IOException error(Path file, long line, String cause, String remedy) {
        return new IOException(file.getFileName() + ", line " + line + ": " + cause + ". " + remedy);
    }

    /** The file while it is read. */
    private static final class Table {

        private final Path file;
        private final List<String> header;
        private final int recordColumn;
        private final int patientColumn;
        private final List<String> labels = new ArrayList<>();
        private final Map<String, Entry> entries = new HashMap<>();

        Table(Path file, List<String> header) throws IOException {
            this.file = file;
            this.header = header.stream().map(String::strip).toList();
            List<String> lower = this.header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
            this.recordColumn = lower.indexOf("record");
            this.patientColumn = lower.indexOf("patient");
            if (recordColumn < 0) {
                throw error(file, 1, "there is no column record", "Name the column that holds the records' names so.");
            }
            if (new HashSet<>(this.header).size() < this.header.size()) {
                throw error(file, 1, "a column name occurs twice", "Give every column a name of its own.");
            }
            for (int i = 0; i < this.header.size(); i++) {
                if (i != recordColumn && i != patientColumn) {
                    labels.add(this.header.get(i));
                }
            }
        }

        void add(CsvRecord row) throws IOException {
            long line = row.getStartingLineNumber();
            if (row.getFieldCount() != header.size()) {
                throw error(file, line, "it has " + row.getFieldCount() + " cells instead of " + header.size(),
                    "Correct the row.");
            }
            Set<String> positive = new LinkedHashSet<>();
            Set<String> unknown = new HashSet<>();
            for (int i = 0; i < header.size(); i++) {
                if (i != recordColumn && i != patientColumn) {
                    switch (row.getField(i).strip()) {
                        case "1" -> positive.add(header.get(i));
                        case "" -> unknown.add(header.get(i));
                        case "0" -> { }
                        default -> throw error(file, line, "column " + header.get(i) + " holds \"" + row.getField(i)
                            + "\"", "A label is 1, 0 or empty.");
                    }
                }
            }
            String record = row.getField(recordColumn).strip().replace('\\', '/');
            String patient = patientColumn < 0 ? "" : row.getField(patientColumn).strip();
            Entry entry = new Entry(patient, new RecordLabels(true, positive, unknown));
            if (record.isEmpty() || entries.put(record, entry) != null) {
                throw error(file, line, record.isEmpty() ? "the record's name is missing"
                    : "record " + record + " occurs twice", "Every record needs one row.");
            }
        }
    }
}

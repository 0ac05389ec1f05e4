package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The table {@code exams.csv} of CODE-15%: six diagnoses, patients, ages and sexes by the number of the exam. */
public final class Code15 implements DataSetLabels {

    /** The table's name. */
    public static final String TABLE = "exams.csv";

    private static final Map<String, String> SNOMED_BY_COLUMN = new LinkedHashMap<>();

    static {
        SNOMED_BY_COLUMN.put("1dAVb", "270492004");
        SNOMED_BY_COLUMN.put("RBBB", "59118001");
        SNOMED_BY_COLUMN.put("LBBB", "164909002");
        SNOMED_BY_COLUMN.put("SB", "426177001");
        SNOMED_BY_COLUMN.put("AF", "164889003");
        SNOMED_BY_COLUMN.put("ST", "427084000");
    }

    private static final Set<String> UNANNOTATED = CincClass.labelsWithout(SNOMED_BY_COLUMN.values());

    private final Map<String, DataSetEntry> byExam = new HashMap<>();
    /** A few dozen combinations serve hundreds of thousands of exams. */
    private final Map<List<String>, Optional<List<String>>> combinations = new HashMap<>();

    private Code15() {
    }

    /**
     * Reads the table.
     *
     * @throws IOException naming file, line and cause if it can't be read
     */
    public static Code15 read(Path table) throws IOException {
        Code15 labels = new Code15();
        List<String> columns = new ArrayList<>(List.of("exam_id", "age", "is_male", "patient_id"));
        columns.addAll(SNOMED_BY_COLUMN.keySet());
        DataSetTable.read(table, row -> labels.add(table, row), columns.toArray(String[]::new));
        return labels;
    }

    private void add(Path table, NamedCsvRecord row) throws IOException {
        List<String> codes = new ArrayList<>();
        for (Map.Entry<String, String> column : SNOMED_BY_COLUMN.entrySet()) {
            if (isTrue(table, row, column.getKey())) {
                codes.add(column.getValue());
            }
        }
        byExam.put(row.getField("exam_id").strip(), new DataSetEntry(row.getField("patient_id").strip(),
            DataSetTable.number(table, row, "age"), isTrue(table, row, "is_male") ? "male" : "female",
            OptionalInt.empty(), combinations.computeIfAbsent(List.copyOf(codes), Optional::of), Optional.empty(),
            UNANNOTATED));
    }

    private static boolean isTrue(Path table, NamedCsvRecord row, String column) throws IOException {
        return switch (row.getField(column).strip()) {
            case "True", "true", "1" -> true;
            case "False", "false", "0" -> false;
            default -> throw DataSetTable.error(table, row.getStartingLineNumber(), "column " + column + " holds \""
                + row.getField(column) + "\"");
        };
    }

    @Override
    public DataSetEntry find(Path file) {
        return byExam.getOrDefault(DataSetLabels.stem(file), new DataSetEntry("", Double.NaN, "", OptionalInt.empty(),
            Optional.empty(), Optional.of(RecordLabels.MISSING), Set.of()));
    }
}

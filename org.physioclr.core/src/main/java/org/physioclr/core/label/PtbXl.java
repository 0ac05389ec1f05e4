package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PTB-XL's table {@code ptbxl_database.csv}: statements, patients and the ten folds of the recommended split. */
public final class PtbXl implements DataSetLabels {

    /** The table's name. */
    public static final String TABLE = "ptbxl_database.csv";

    /** The folds of the recommended split, counted from 1: the ninth is for validation, the tenth for testing. */
    public static final int FOLDS = 10;

    private static final Pattern RECORD = Pattern.compile("(\\d{5})_([hl]r)");
    private static final Pattern STATEMENTS = Pattern.compile("'([^']+)':\\s*-?[\\d.]+");
    /** Ages above 89 are given as 300 to keep patients from being known. */
    private static final double HIGHEST_STATED_AGE = 89;

    private final PtbXlLabels set;
    private final Map<Integer, DataSetEntry> byId = new HashMap<>();
    private final boolean bothRates;

    private PtbXl(Path folder, PtbXlLabels set) {
        this.set = set;
        this.bothRates = Files.isDirectory(folder.resolve("records100"))
            && Files.isDirectory(folder.resolve("records500"));
    }

    /**
     * Reads the table.
     *
     * @param folder the chosen folder; if it holds both rates, those at 100 Hz count as copies
     * @param table the table, wherever it is
     * @param set which labels
     * @throws IOException naming file, line and cause if it can't be read
     */
    public static PtbXl read(Path folder, Path table, PtbXlLabels set) throws IOException {
        PtbXl labels = new PtbXl(folder, set);
        DataSetTable.read(table, row -> labels.add(table, row), "ecg_id", "patient_id", "age", "sex", "scp_codes",
            "strat_fold");
        return labels;
    }

    private void add(Path table, NamedCsvRecord row) throws IOException {
        double id = DataSetTable.number(table, row, "ecg_id");
        OptionalInt fold = fold(table, row);
        double patient = DataSetTable.number(table, row, "patient_id");
        double age = DataSetTable.number(table, row, "age");
        if (Double.isNaN(id)) {
            throw DataSetTable.error(table, row.getStartingLineNumber(), "the record has no number");
        }
        List<String> statements = statements(row.getField("scp_codes"));
        byId.put((int) id, new DataSetEntry(Double.isNaN(patient) ? "" : Integer.toString((int) patient),
            age > HIGHEST_STATED_AGE ? Double.NaN : age, sex(row.getField("sex").strip()),
            fold, Optional.of(statements), Optional.of(set.of(statements)), Set.of()));
    }

    private static OptionalInt fold(Path table, NamedCsvRecord row) throws IOException {
        double fold = DataSetTable.number(table, row, "strat_fold");
        if (Double.isNaN(fold)) {
            return OptionalInt.empty();
        }
        if (fold != Math.rint(fold) || fold < 1 || fold > FOLDS) {
            throw DataSetTable.error(table, row.getStartingLineNumber(), "column strat_fold holds "
                + row.getField("strat_fold") + ", which is no fold from 1 to " + FOLDS);
        }
        return OptionalInt.of((int) fold);
    }

    private static String sex(String code) {
        return switch (code) {
            case "0" -> "male";
            case "1" -> "female";
            default -> "";
        };
    }

    /** The codes of a dictionary such as {@code {'NORM': 100.0, 'SR': 0.0}}. */
    static List<String> statements(String dictionary) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = STATEMENTS.matcher(dictionary);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    @Override
    public DataSetEntry find(Path file) {
        Matcher matcher = RECORD.matcher(DataSetLabels.stem(file));
        return matcher.matches() ? byId.getOrDefault(Integer.parseInt(matcher.group(1)), missing()) : missing();
    }

    private static DataSetEntry missing() {
        return new DataSetEntry("", Double.NaN, "", OptionalInt.empty(), Optional.empty(),
            Optional.of(RecordLabels.MISSING), Set.of());
    }

    @Override
    public List<String> labels() {
        return set.labels();
    }

    @Override
    public boolean isCopy(Path file) {
        Matcher matcher = RECORD.matcher(DataSetLabels.stem(file));
        return bothRates && matcher.matches() && matcher.group(2).equals("lr");
    }
}

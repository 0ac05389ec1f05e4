package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The table {@code REFERENCE.csv} of CPSC 2018: up to three of nine classes a record. */
public final class Cpsc2018 implements DataSetLabels {

    /** The table's name. */
    public static final String TABLE = "REFERENCE.csv";

    /**
     * Normal, AF, first-degree AV block, LBBB, RBBB, PAC, PVC, ST depression, ST elevation, by the codes that the CinC
     * challenge gave them; for PVC it took ventricular ectopics (164884008), for which the premature beat stands here.
     */
    private static final List<String> SNOMED = List.of("426783006", "164889003", "270492004", "164909002", "59118001",
        "284470004", "17338001", "429622005", "164931005");

    private static final Set<String> UNANNOTATED = CincClass.labelsWithout(SNOMED);

    private final Map<String, DataSetEntry> byRecord = new HashMap<>();

    private Cpsc2018() {
    }

    /**
     * Reads the table.
     *
     * @throws IOException naming file, line and cause if it can't be read
     */
    public static Cpsc2018 read(Path table) throws IOException {
        Cpsc2018 labels = new Cpsc2018();
        DataSetTable.read(table, row -> labels.add(table, row), "Recording", "First_label", "Second_label",
            "Third_label");
        return labels;
    }

    private void add(Path table, NamedCsvRecord row) throws IOException {
        List<String> codes = new ArrayList<>();
        for (String column : List.of("First_label", "Second_label", "Third_label")) {
            double label = DataSetTable.number(table, row, column);
            if (!Double.isNaN(label)) {
                if (label < 1 || label > SNOMED.size()) {
                    throw DataSetTable.error(table, row.getStartingLineNumber(), "column " + column + " holds "
                        + row.getField(column) + ", not a class of 1 to 9");
                }
                codes.add(SNOMED.get((int) label - 1));
            }
        }
        byRecord.put(row.getField("Recording").strip(), new DataSetEntry("", Double.NaN, "", OptionalInt.empty(),
            Optional.of(codes), Optional.empty(), UNANNOTATED));
    }

    @Override
    public DataSetEntry find(Path file) {
        return byRecord.getOrDefault(DataSetLabels.stem(file), DataSetEntry.NONE);
    }
}

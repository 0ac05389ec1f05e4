package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.physioclr.core.read.EcgConversion;
import org.physioclr.core.read.LeadChoice;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.signal.EcgRecord;

/**
 * The records of LUDB with the cardiologists' marks.
 *
 * @param records by name
 * @param truth by record and lead, the lead's name in small letters
 */
public record Ludb(Map<String, EcgRecord> records, Map<String, Map<String, List<MarkedWave>>> truth) {

    /** Reads a folder of records with a table of marks, {@code delineation_truth.csv}. */
    public static Ludb read(Path folder) throws IOException {
        Map<String, Map<String, List<MarkedWave>>> truth = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("delineation_truth.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("record")) {
                truth.computeIfAbsent(cells[0], key -> new LinkedHashMap<>())
                    .computeIfAbsent(cells[1].toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(new MarkedWave(cells[2], sample(cells[3]), sample(cells[4]), sample(cells[5])));
            }
        }
        Map<String, EcgRecord> records = new LinkedHashMap<>();
        for (String name : truth.keySet()) {
            records.put(name, EcgConversion.convert(RecordReader.readAny(folder.resolve(name + ".hea")), name,
                LeadChoice.TWELVE, new ArrayList<>()));
        }
        return new Ludb(records, truth);
    }

    static int sample(String cell) {
        return cell.isEmpty() || cell.equals("NA") ? -1 : Integer.parseInt(cell);
    }
}

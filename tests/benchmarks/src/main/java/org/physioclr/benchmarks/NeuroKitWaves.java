package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The waves that NeuroKit2 found, from a table of its output: file, lead, fiducial, samples separated by spaces, one a
 * beat, {@code NA} where it found none.
 */
public final class NeuroKitWaves {

    private final Map<String, String[]> cells = new HashMap<>();

    public NeuroKitWaves(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(",", -1);
            cells.put(parts[0].replaceAll(".*/|\\.hea", "") + parts[2], parts[3].trim().split(" "));
        }
    }

    /** The waves of a record; it does not give QRS peaks, so that QRS onsets stand for them. */
    public List<MarkedWave> of(String record) {
        List<MarkedWave> waves = new ArrayList<>();
        add(waves, record, "p", "ECG_P_Onsets", "ECG_P_Peaks", "ECG_P_Offsets");
        add(waves, record, "N", "ECG_R_Onsets", "ECG_R_Onsets", "ECG_R_Offsets");
        add(waves, record, "t", "ECG_T_Onsets", "ECG_T_Peaks", "ECG_T_Offsets");
        return waves;
    }

    private void add(List<MarkedWave> waves, String record, String symbol, String onset, String peak, String offset) {
        String[] onsets = cells.get(record + onset);
        for (int k = 0; onsets != null && k < onsets.length; k++) {
            waves.add(new MarkedWave(symbol, Ludb.sample(onsets[k]), Ludb.sample(cells.get(record + peak)[k]),
                Ludb.sample(cells.get(record + offset)[k])));
        }
    }
}

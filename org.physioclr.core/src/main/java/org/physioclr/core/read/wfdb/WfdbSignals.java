package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.ReadException;

/** Reads the signals of a record of one segment. */
final class WfdbSignals {

    private WfdbSignals() {
    }

    /**
     * Reads all signals of a header.
     *
     * @param file the header
     * @param header what it says
     * @param warnings receives what was tolerated
     * @return the channels in the header's order
     */
    static List<Channel> read(Path file, WfdbHeader header, List<String> warnings) throws IOException {
        if (header.signals().isEmpty()) {
            throw new ReadException(file, "", "the record has no signals", "Choose a record with signals.");
        }
        RecordFolder folder = new RecordFolder(file);
        Map<String, List<Integer>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < header.signals().size(); i++) {
            if (!isNull(header.signals().get(i))) {
                byFile.computeIfAbsent(header.signals().get(i).file(), name -> new ArrayList<>()).add(i);
            }
        }
        double[][] physical = new double[header.signals().size()][];
        long frames = header.frames();
        Map<SignalFile, List<Integer>> opened = new LinkedHashMap<>();
        for (List<Integer> members : byFile.values()) {
            SignalFile signals = SignalFile.open(file, folder, members.stream().map(header.signals()::get).toList());
            opened.put(signals, members);
            if (header.frames() < 0) {
                frames = frames < 0 ? signals.frames() : Math.min(frames, signals.frames());
            }
        }
        for (Map.Entry<SignalFile, List<Integer>> entry : opened.entrySet()) {
            double[][] read = entry.getKey().physical(frames, warnings);
            for (int i = 0; i < read.length; i++) {
                physical[entry.getValue().get(i)] = read[i];
            }
        }
        return channels(file, header, physical, frames);
    }

    private static List<Channel> channels(Path file, WfdbHeader header, double[][] physical, long frames)
            throws ReadException {
        List<Channel> channels = new ArrayList<>();
        boolean empty = Arrays.stream(physical).noneMatch(samples -> samples != null);
        if (empty || frames <= 0) {
            throw new ReadException(file, "", "the record has no samples", "Choose a record with signals.");
        }
        // Not to be written to, so one serves all signals without samples.
        double[] missing = new double[Arrays.asList(physical).contains(null) ? (int) frames : 0];
        Arrays.fill(missing, Double.NaN);
        for (int i = 0; i < physical.length; i++) {
            SignalLine line = header.signals().get(i);
            double[] samples = physical[i] == null ? missing : physical[i];
            double rateHz = header.rateHz() * (physical[i] == null ? 1 : line.samplesPerFrame());
            channels.add(new Channel(line.name(), line.unit(), rateHz, samples));
        }
        return channels;
    }

    private static boolean isNull(SignalLine line) {
        return line.format() == SampleFormat.NULL || line.file().equals("~");
    }
}

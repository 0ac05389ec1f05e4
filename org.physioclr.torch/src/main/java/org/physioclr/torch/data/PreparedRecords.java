package org.physioclr.torch.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.RecordReference;

/**
 * ECGs prepared for an encoder, in the order of their references. Their samples lie in one temporary file, removed by
 * {@link #close()}; memory holds a few numbers and the R peaks of each. Reading is safe from many threads.
 */
public final class PreparedRecords implements Closeable {

    private static final int NAMED = 3;

    private final SampleFile file;
    private final RecordPreparation preparation;
    private final List<PreparedRecord> records = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();
    private final MessageDigest digest = Fingerprints.start();

    private PreparedRecords(Preprocessing preprocessing, Path folder, Extent extent) throws IOException {
        preparation = new RecordPreparation(preprocessing, extent.waves());
        file = new SampleFile(folder, extent.halfPrecision());
    }

    /**
     * What is kept of ECGs.
     *
     * @param halfPrecision whether their samples have 16 bits instead of 32
     * @param waves whether P and T waves are looked for, too
     */
    public record Extent(boolean halfPrecision, boolean waves) {
    }

    /**
     * Reads and prepares ECGs, in parallel over the process's threads.
     *
     * @param references JSON Lines of {@link RecordReference}
     * @param preprocessing what is done to them
     * @param folder takes the temporary file
     * @throws IOException if the list can't be read, the file can't be written, or no ECG can be used
     */
    public static PreparedRecords prepare(Path references, Preprocessing preprocessing, Path folder, Progress progress)
            throws IOException {
        return prepare(references, preprocessing, folder, new Extent(false, false), progress);
    }

    /** Reads and prepares ECGs, and keeps what is wanted; see the other method of this name. */
    public static PreparedRecords prepare(Path references, Preprocessing preprocessing, Path folder, Extent extent,
            Progress progress) throws IOException {
        PreparedRecords prepared = new PreparedRecords(preprocessing, folder, extent);
        try {
            prepared.readAll(references, progress);
            return prepared;
        } catch (IOException | RuntimeException | Error e) {
            prepared.close();
            throw e;
        }
    }

    private record Outcome(RecordReference reference, RecordPreparation.Result result, byte[] hash, String reason) {
    }

    private void readAll(Path references, Progress progress) throws IOException {
        long all = lines(references);
        int threads = Devices.threadCount();
        try (OrderedPool<Outcome> pool = new OrderedPool<>(threads, 2 * threads, this::add)) {
            Json.readLines(references, RecordReference.class, reference -> {
                progress.checkCancelled();
                if (records.size() % 50 == 0) {
                    progress.report((double) records.size() / all, "Preparing ECG " + records.size() + "/" + all);
                }
                try {
                    pool.submit(() -> prepare(reference));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            pool.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (unusable.size() == records.size()) {
            throw new IOException(records.isEmpty() ? "There are no ECGs to work with."
                : "None of the " + records.size() + " ECGs can be used: " + unusable.get(0) + ".");
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private Outcome prepare(RecordReference reference) {
        try {
            float[][] signal = RecordPreparation.read(reference);
            byte[] hash = Fingerprints.of(signal, reference.rateHz());
            return new Outcome(reference, preparation.apply(reference, signal), hash, null);
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome(reference, null, new byte[0], e.getMessage());
        }
    }

    private void add(Outcome outcome) throws IOException {
        RecordReference reference = outcome.reference();
        digest.update(outcome.hash());
        if (outcome.result() == null) {
            unusable.add(reference.record() + ": " + outcome.reason());
            records.add(PreparedRecord.unusable(reference.record(), reference.patient()));
            return;
        }
        EcgRecord record = outcome.result().record();
        long offset = file.append(record.samplesMv());
        records.add(new PreparedRecord(record.id(), record.patient(), offset, record.length(),
            outcome.result().rPeaks(), outcome.result().pPeaks(), outcome.result().tPeaks()));
    }

    /** How many there are, unusable ones included. */
    public int count() {
        return records.size();
    }

    /** One of them, counted from 0. */
    public PreparedRecord get(int index) {
        return records.get(index);
    }

    /** Those that can be used, ascending. */
    public int[] usable() {
        return IntStream.range(0, count()).filter(index -> get(index).usable()).toArray();
    }

    /** The encoder's leads. */
    public List<Lead> leads() {
        return preparation.leads();
    }

    /** What was done to them. */
    public Preprocessing preprocessing() {
        return preparation.preprocessing();
    }

    /** A hash of the signals before preparation, in hexadecimal: equal for equal signals in equal order. */
    public String fingerprint() {
        return Fingerprints.text(digest);
    }

    /**
     * A part of an ECG.
     *
     * @param index which ECG, a usable one
     * @param from the first sample
     * @param length the samples of each lead; those beyond the end are NaN
     * @return with the encoder's leads, in millivolts
     */
    public EcgRecord segment(int index, int from, int length) throws IOException {
        PreparedRecord record = get(index);
        int there = Math.max(0, Math.min(length, record.samples() - from));
        float[][] samples = new float[leads().size()][length];
        for (int lead = 0; lead < samples.length; lead++) {
            file.read(record.offset(), (long) lead * record.samples() + from, there, samples[lead]);
            Arrays.fill(samples[lead], there, length, Float.NaN);
        }
        return new EcgRecord(record.id(), record.patient(), preprocessing().rateHz(), leads(), samples);
    }

    /** What the user should know of the ECGs that could not be used; nothing if all could. */
    public List<String> warnings() {
        if (unusable.isEmpty()) {
            return List.of();
        }
        String more = unusable.size() > NAMED ? "; …" : "";
        return List.of(unusable.size() + " of " + count() + " ECGs can't be used: "
            + String.join("; ", unusable.subList(0, Math.min(NAMED, unusable.size()))) + more);
    }

    /** Removes the temporary file. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}

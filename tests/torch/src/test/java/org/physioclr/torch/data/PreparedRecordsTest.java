package org.physioclr.torch.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.core.synth.SynthesisOptions;
import org.physioclr.core.synth.SyntheticBeat;
import org.physioclr.core.synth.SyntheticEcg;
import org.physioclr.core.synth.VcgSynthesizer;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.RecordReference;

class PreparedRecordsTest {

    private static final int SAMPLES = 400;

    @TempDir
    private Path folder;

    private final List<RecordReference> references = new ArrayList<>();

    private static float[] ramp(double slope) {
        float[] lead = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            lead[i] = (float) (slope * i / SAMPLES);
        }
        return lead;
    }

    private RecordReference add(String record, List<String> leads, float[]... signal) throws IOException {
        Path file = folder.resolve("signals.f32");
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long offset = channel.size();
            channel.position(offset);
            SignalBlock.append(channel, signal);
            references.add(new RecordReference(file.toString(), offset, "float32", leads, signal[0].length, 100, "",
                record));
        }
        return references.get(references.size() - 1);
    }

    private PreparedRecords prepare(double rateHz, String... leads) throws IOException {
        Path list = folder.resolve("records.jsonl");
        Json.writeLines(list, references);
        return PreparedRecords.prepare(list, new Preprocessing(List.of(leads), rateHz, 1, FilterPreset.NONE, "none"),
            Files.createDirectories(folder.resolve("temporary")), Progress.NONE);
    }

    @Test
    void leadsAreTakenByNameDerivedOrMissing() throws IOException {
        add("r", List.of("II", "LEAD I"), ramp(3), ramp(1));
        try (PreparedRecords records = prepare(100, "I", "III", "aVF", "V1")) {
            float[][] samples = records.segment(0, 0, SAMPLES).samplesMv();
            assertArrayEquals(ramp(1), samples[0]);
            assertArrayEquals(ramp(2), samples[1], 1e-6f, "III = II - I");
            assertArrayEquals(ramp(2.5), samples[2], 1e-6f, "aVF = II - I / 2");
            assertTrue(Float.isNaN(samples[3][7]), "V1 can't be had");
        }
    }

    @Test
    void segmentsReachBeyondTheEndAsNaN() throws IOException {
        add("first", List.of("I"), ramp(1));
        add("second", List.of("I"), ramp(2));
        try (PreparedRecords records = prepare(100, "I")) {
            float[] samples = records.segment(1, 390, 20).samplesMv()[0];
            assertArrayEquals(Arrays.copyOfRange(ramp(2), 390, 400), Arrays.copyOf(samples, 10));
            for (int i = 10; i < 20; i++) {
                assertTrue(Float.isNaN(samples[i]), "sample " + i);
            }
        }
    }

    @Test
    void rateChangesAndShortGapsAreBridged() throws IOException {
        float[] gap = ramp(4);
        Arrays.fill(gap, 100, 110, Float.NaN);
        float[] infinite = ramp(4);
        infinite[50] = Float.POSITIVE_INFINITY;
        add("gap", List.of("I", "II"), gap, infinite);
        try (PreparedRecords records = prepare(50, "I", "II")) {
            assertEquals(200, records.get(0).samples());
            float[][] samples = records.segment(0, 0, 200).samplesMv();
            assertEquals(4 * 105.0 / SAMPLES, (samples[0][52] + samples[0][53]) / 2, 0.02, "a line over the gap");
            assertEquals(4 * 50.0 / SAMPLES, samples[1][25], 0.02, "an infinite sample is a missing one");
        }
    }

    @Test
    void halfPrecisionIsReadExactly() throws IOException {
        short[] bits = {0x3c00, (short) 0xc000, 0x3555, 0x0001, (short) 0x8000, 0x7bff, 0x7c00, 0x7e00};
        float[] values = {1, -2, 0.333251953125f, 5.9604645e-8f, -0f, 65504, Float.POSITIVE_INFINITY, Float.NaN};
        for (int i = 0; i < bits.length; i++) {
            assertEquals(values[i], HalfPrecision.toFloat(bits[i]), "0x" + Integer.toHexString(bits[i]));
        }
        Path file = folder.resolve("half");
        ByteBuffer bytes = ByteBuffer.allocate(2 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SAMPLES; i++) {
            bytes.putShort(i % 2 == 0 ? bits[0] : bits[1]);
        }
        Files.write(file, bytes.array());
        references.add(new RecordReference(file.toString(), 0, "float16", List.of("I"), SAMPLES, 100, "p", "half"));
        try (PreparedRecords records = prepare(100, "I")) {
            assertArrayEquals(new float[] {1, -2, 1, -2}, records.segment(0, 0, 4).samplesMv()[0]);
        }
    }

    @Test
    void halfPrecisionRoundsToTheNearestAndKeepsWhatFits() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfPrecision.toFloat((short) bits);
            assertEquals(Float.isNaN(value) ? 0x7e00 : (short) bits, HalfPrecision.of(value),
                "0x" + Integer.toHexString(bits));
        }
        assertEquals(0x3c00, HalfPrecision.of(1 + 0x1p-11f), "half way between two, the even one is taken");
        assertEquals(0x3c02, HalfPrecision.of(1 + 3 * 0x1p-11f));
        assertEquals(0x3c01, HalfPrecision.of(1 + 0x1.1p-11f));
        assertEquals(0x4000, HalfPrecision.of(2 - 0x1p-12f), "a carry into the exponent");
        assertEquals(0x7bff, HalfPrecision.of(65519.996f));
        assertEquals(0x7c00, HalfPrecision.of(65520));
        assertEquals((short) 0x8000, HalfPrecision.of(-0x1p-26f));
    }

    @Test
    void signalsAreKeptInHalfPrecisionIfSoWanted() throws IOException {
        add("r", List.of("I", "II"), ramp(1), ramp(3));
        Path list = folder.resolve("records.jsonl");
        Json.writeLines(list, references);
        try (PreparedRecords records = PreparedRecords.prepare(list,
            new Preprocessing(List.of("I", "II"), 100, 1, FilterPreset.NONE, "none"), folder,
            new PreparedRecords.Extent(true, false), Progress.NONE)) {
            float[] expected = Arrays.copyOfRange(ramp(3), 200, 250);
            float[] actual = records.segment(0, 200, 50).samplesMv()[1];
            assertFalse(Arrays.equals(expected, actual));
            for (int i = 0; i < 50; i++) {
                assertEquals(expected[i], actual[i], expected[i] * 0x1p-11, "sample " + i);
            }
        }
    }

    /** The truth is that of a made-up ECG of 250 Hz; 50 ms are what delineators are held to for T peaks. */
    @Test
    void wavesAreFoundBeforeTheRateChangesIfSoWanted() throws IOException {
        SyntheticEcg made = new VcgSynthesizer(new SynthesisOptions(1, 1, 10, 250, 0, 1)).record(0, 0);
        Path file = folder.resolve("made.f32");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            references.add(new RecordReference(file.toString(), SignalBlock.append(channel, made.ecg().samplesMv()),
                "float32", made.ecg().leads().stream().map(Lead::name).toList(), made.ecg().length(), 250, "p",
                "made"));
        }
        try (PreparedRecords records = prepare(100, "II", "V2")) {
            assertEquals(0, records.get(0).tPeaks().length, "not looked for");
        }
        Path list = folder.resolve("records.jsonl");
        try (PreparedRecords records = PreparedRecords.prepare(list,
            new Preprocessing(List.of("II", "V2"), 100, 1, FilterPreset.NONE, "none"), folder,
            new PreparedRecords.Extent(false, true), Progress.NONE)) {
            PreparedRecord record = records.get(0);
            assertNear(made.beats().stream().mapToDouble(SyntheticBeat::tPeak).toArray(), record.tPeaks());
            assertNear(made.beats().stream().mapToDouble(SyntheticBeat::pPeak).toArray(), record.pPeaks());
        }
    }

    private static void assertNear(double[] truthSeconds, int[] found) {
        assertTrue(found.length >= truthSeconds.length - 2, found.length + " of " + truthSeconds.length);
        for (int place : found) {
            double distance =
                Arrays.stream(truthSeconds).map(truth -> Math.abs(truth - place / 100.0)).min().orElseThrow();
            assertTrue(distance <= 0.05, place + " is " + distance + " s from any wave");
        }
    }

    @Test
    void unusableEcgsKeepTheirPlaceAndAreCounted() throws IOException {
        float[] nothing = new float[SAMPLES];
        Arrays.fill(nothing, Float.NaN);
        add("empty", List.of("I"), nothing);
        RecordReference good = add("good", List.of("I"), ramp(1));
        references.add(new RecordReference(good.file(), 1 << 20, "float32", List.of("I"), SAMPLES, 100, "", "cut"));
        references.add(new RecordReference("missing", 0, "float32", List.of("I"), SAMPLES, 100, "", "missing"));
        references.add(new RecordReference(good.file(), good.offset(), "float32", List.of("I", "i"), 100, 100, "",
            "twice"));
        try (PreparedRecords records = prepare(100, "I")) {
            assertEquals(5, records.count());
            assertArrayEquals(new int[] {1}, records.usable());
            String warning = records.warnings().get(0);
            assertTrue(warning.startsWith("4 of 5 ECGs can't be used: empty: it has no sample in I; cut: "), warning);
            assertTrue(warning.endsWith("; …"), warning);
        }
    }

    @Test
    void refusesWhenNothingIsLeft() throws IOException {
        assertThrows(IOException.class, () -> prepare(100, "I"), "an empty list");
        add("r", List.of("V9"), ramp(1));
        IOException failure = assertThrows(IOException.class, () -> prepare(100, "I"));
        assertEquals("None of the 1 ECGs can be used: r: it has no sample in I.", failure.getMessage());
        try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
            assertEquals(0, files.count(), "temporary files");
        }
    }

    @Test
    void fingerprintKnowsSignalsAndOrder() throws IOException {
        add("a", List.of("I"), ramp(1));
        add("b", List.of("I"), ramp(2));
        String first = fingerprint();
        assertEquals(first, fingerprint());
        references.add(references.remove(0));
        assertNotEquals(first, fingerprint());
        assertEquals(64, first.length());
    }

    private String fingerprint() throws IOException {
        try (PreparedRecords records = prepare(100, "I")) {
            return records.fingerprint();
        }
    }
}

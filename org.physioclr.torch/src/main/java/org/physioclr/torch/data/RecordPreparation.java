package org.physioclr.torch.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Delineator;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.beat.Wave;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;
import org.physioclr.core.signal.MissingSamples;
import org.physioclr.core.signal.Resampler;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.core.signal.ZeroPhaseFilter;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.RecordReference;

/**
 * What happens to an ECG before it is cut into segments: the encoder's leads by name, limb leads derived where they
 * lack, short gaps bridged, the band filtered, R peaks found, the rate changed. The signal stays in millivolts and NaN
 * where missing; a lead that can't be had is NaN throughout.
 *
 * @param preprocessing the encoder's
 * @param waves whether P and T waves are looked for, too
 */
record RecordPreparation(Preprocessing preprocessing, boolean waves) {

    private static final double MONITORING_LOW_HZ = 0.5;
    private static final double MONITORING_HIGH_HZ = 40;
    private static final double DIAGNOSTIC_LOW_HZ = 0.05;
    private static final double DIAGNOSTIC_HIGH_HZ = 150;

    /**
     * A prepared ECG.
     *
     * @param record at the encoder's rate
     * @param rPeaks sample indices at that rate
     * @param pPeaks those of P waves; empty if they were not looked for
     * @param tPeaks those of T waves; empty if they were not looked for
     */
    record Result(EcgRecord record, int[] rPeaks, int[] pPeaks, int[] tPeaks) {
    }

    /** The encoder's leads. */
    List<Lead> leads() {
        return preprocessing.leads().stream().map(Lead::of).toList();
    }

    /**
     * Reads a block.
     *
     * @return {@code [lead][sample]}, infinite samples being NaN
     */
    static float[][] read(RecordReference reference) throws IOException {
        float[][] signal = reference.dtype().equals("float32")
            ? SignalBlock.read(Path.of(reference.file()), reference.offset(), reference.leads().size(),
                reference.samples())
            : readHalfPrecision(reference);
        for (float[] lead : signal) {
            for (int i = 0; i < lead.length; i++) {
                lead[i] = Float.isInfinite(lead[i]) ? Float.NaN : lead[i];
            }
        }
        return signal;
    }

    private static float[][] readHalfPrecision(RecordReference reference) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(reference.file()), StandardOpenOption.READ)) {
            long length = (long) Short.BYTES * reference.leads().size() * reference.samples();
            if (reference.offset() + length > channel.size()) {
                throw new EOFException(reference.file() + " ends before the block at byte " + reference.offset());
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining() && channel.read(bytes, reference.offset() + bytes.position()) >= 0) {
                // on to the next piece
            }
            bytes.flip();
            float[][] signal = new float[reference.leads().size()][reference.samples()];
            for (float[] lead : signal) {
                for (int i = 0; i < lead.length; i++) {
                    lead[i] = HalfPrecision.toFloat(bytes.getShort());
                }
            }
            return signal;
        }
    }

    /**
     * Prepares an ECG.
     *
     * @throws IllegalArgumentException if it can't be used, saying why
     */
    Result apply(RecordReference reference, float[][] signal) {
        List<Lead> own = reference.leads().stream().map(Lead::of).toList();
        EcgRecord raw = new EcgRecord(reference.record(), reference.patient(), reference.rateHz(), own, signal);
        EcgRecord selected = MissingSamples.bridgeShortGaps(LeadAlgebra.select(raw, leads()));
        if (MissingSamples.share(selected.samplesMv()) == 1 || selected.length() == 0) {
            throw new IllegalArgumentException("it has no sample in " + String.join(", ", preprocessing.leads()));
        }
        EcgRecord filtered = filter(selected);
        EcgRecord resampled = Resampler.resample(filtered, preprocessing.rateHz());
        int[] rPeaks = RPeakDetector.detect(filtered);
        List<Beat> beats = waves ? Delineator.delineate(filtered, rPeaks).beats() : List.of();
        double ratio = resampled.rateHz() / filtered.rateHz();
        return new Result(resampled, scaled(Arrays.stream(rPeaks), ratio, resampled),
            scaled(beats.stream().map(Beat::p).filter(Wave::isPresent).mapToInt(Wave::peak), ratio, resampled),
            scaled(beats.stream().map(Beat::t).filter(Wave::isPresent).mapToInt(Wave::peak), ratio, resampled));
    }

    /** Places at another rate. */
    private static int[] scaled(IntStream places, double ratio, EcgRecord resampled) {
        return places.map(place -> (int) Math.min(resampled.length() - 1, Math.round(place * ratio))).toArray();
    }

    private EcgRecord filter(EcgRecord record) {
        return switch (preprocessing.filter()) {
            case NONE -> record;
            case MONITORING -> band(record, MONITORING_LOW_HZ, MONITORING_HIGH_HZ);
            case DIAGNOSTIC -> band(record, DIAGNOSTIC_LOW_HZ, DIAGNOSTIC_HIGH_HZ);
        };
    }

    /** The band; without an upper limit where that lies beyond what the rate can carry. */
    private static EcgRecord band(EcgRecord record, double lowHz, double highHz) {
        int order = ZeroPhaseFilter.DEFAULT_ORDER;
        double rateHz = record.rateHz();
        return (highHz < 0.45 * rateHz ? ZeroPhaseFilter.bandPass(order, lowHz, highHz, rateHz)
            : ZeroPhaseFilter.highPass(order, lowHz, rateHz)).apply(record);
    }
}

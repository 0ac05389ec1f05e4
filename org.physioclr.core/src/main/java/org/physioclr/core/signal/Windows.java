package org.physioclr.core.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts records to length. What is filled up is NaN, which the quality, feature and model stages treat as missing. */
public final class Windows {

    /**
     * A part of a record.
     *
     * @param record the part
     * @param startSample where it begins in the whole record
     */
    public record Window(EcgRecord record, int startSample) {
        public double startSeconds() {
            return startSample / record.rateHz();
        }
    }

    private Windows() {
    }

    /**
     * Applies a rule.
     *
     * @param record any length
     * @param rule what to do
     * @param seconds the length, positive; rounded to whole samples, at least one; unused for {@link LengthRule#FULL}
     * @return one window, or, for {@link LengthRule#WINDOWS}, as many as there are
     */
    public static List<Window> of(EcgRecord record, LengthRule rule, double seconds) {
        if (rule == LengthRule.FULL) {
            return List.of(new Window(record, 0));
        }
        int length = samples(seconds, record.rateHz());
        return switch (rule) {
            case CROP -> List.of(new Window(crop(record, 0, Math.min(length, record.length())), 0));
            case PAD -> List.of(new Window(pad(record, Math.max(length, record.length())), 0));
            case CROP_AND_PAD ->
                List.of(new Window(pad(crop(record, 0, Math.min(length, record.length())), length), 0));
            default -> consecutive(record, length);
        };
    }

    /**
     * Consecutive windows without overlap. The last one is filled up on the right if the rest of the record covers at
     * least half of it, and left out otherwise; a record shorter than that still gives one window.
     */
    public static List<Window> consecutive(EcgRecord record, int length) {
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from == 0 || record.length() - from >= (length + 1) / 2; from += length) {
            EcgRecord part = crop(record, from, Math.min(record.length(), from + length));
            windows.add(new Window(pad(part, length), from));
        }
        return windows;
    }

    /** The samples in [from, to). */
    public static EcgRecord crop(EcgRecord record, int from, int to) {
        if (from == 0 && to == record.length()) {
            return record;
        }
        float[][] cropped = new float[record.leads().size()][];
        for (int lead = 0; lead < cropped.length; lead++) {
            cropped[lead] = Arrays.copyOfRange(record.samplesMv()[lead], from, to);
        }
        return record.withSamples(cropped);
    }

    /** At least {@code length} samples, NaN at the right end where the record had none. */
    public static EcgRecord pad(EcgRecord record, int length) {
        if (record.length() >= length) {
            return record;
        }
        float[][] padded = new float[record.leads().size()][];
        for (int lead = 0; lead < padded.length; lead++) {
            padded[lead] = Arrays.copyOf(record.samplesMv()[lead], length);
            Arrays.fill(padded[lead], record.length(), length, Float.NaN);
        }
        return record.withSamples(padded);
    }

    private static int samples(double seconds, double rateHz) {
        double samples = Math.max(1, Math.rint(seconds * rateHz));
        if (!(seconds > 0) || samples > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The length must be a positive number of seconds that a record can have,"
                + " not " + seconds);
        }
        return (int) samples;
    }
}

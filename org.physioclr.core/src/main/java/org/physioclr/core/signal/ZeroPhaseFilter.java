package org.physioclr.core.signal;

import java.util.List;

/**
 * A recursive filter that runs forwards and then backwards over a whole lead, so that it shifts no wave in time; its
 * magnitude response is the square of the design's. The lead is extended at both ends by its own odd reflection and
 * each pass starts in the steady state of its first sample, as in scipy's {@code sosfiltfilt} with equal padding.
 *
 * <p>A missing sample is bridged while the filter runs and is NaN again in the result; a lead that is missing
 * altogether stays so. Thread-safe.
 */
public final class ZeroPhaseFilter {

    /**
     * The slope of the presets of {@link #lowPass}, {@link #highPass} and {@link #bandPass}, before the second pass.
     */
    public static final int DEFAULT_ORDER = 2;

    private final List<Biquad> sections;
    private final int padding;
    private final double rateHz;

    private ZeroPhaseFilter(List<Biquad> sections, double rateHz, double settlingHz) {
        this.sections = List.copyOf(sections);
        this.rateHz = rateHz;
        int fewest = 3 * (2 * sections.size() + 1);
        this.padding = (int) Math.min(Integer.MAX_VALUE / 4, Math.max(fewest, Math.ceil(rateHz / settlingHz)));
    }

    /**
     * Keeps what is slower than a frequency.
     *
     * @param order of the Butterworth design, 1 to 10
     * @param cutHz the half-power point of one pass, in (0, rateHz / 2)
     * @param rateHz samples a second
     */
    public static ZeroPhaseFilter lowPass(int order, double cutHz, double rateHz) {
        check(order, cutHz, rateHz);
        return new ZeroPhaseFilter(Butterworth.lowPass(order, cutHz, rateHz), rateHz, cutHz);
    }

    /** Keeps what is faster than a frequency; the parameters are those of {@link #lowPass}. */
    public static ZeroPhaseFilter highPass(int order, double cutHz, double rateHz) {
        check(order, cutHz, rateHz);
        return new ZeroPhaseFilter(Butterworth.highPass(order, cutHz, rateHz), rateHz, cutHz);
    }

    /** Keeps what lies between two frequencies, {@code lowHz < highHz}; the other parameters are {@link #lowPass}'s. */
    public static ZeroPhaseFilter bandPass(int order, double lowHz, double highHz, double rateHz) {
        check(order, lowHz, rateHz);
        check(order, highHz, rateHz);
        if (lowHz >= highHz) {
            throw new IllegalArgumentException("Band-pass from " + lowHz + " to " + highHz
                + " Hz is empty. Give the lower frequency first.");
        }
        return new ZeroPhaseFilter(Butterworth.bandPass(order, lowHz, highHz, rateHz), rateHz, lowHz);
    }

    /**
     * Removes one frequency, such as powerline hum: second order, zero at the frequency, unit gain at zero.
     *
     * @param notchHz the frequency, in (0, rateHz / 2)
     * @param quality the frequency divided by the half-power width; 30 is usual for 50 or 60 Hz
     * @param rateHz samples a second
     */
    public static ZeroPhaseFilter notch(double notchHz, double quality, double rateHz) {
        check(1, notchHz, rateHz);
        if (!(quality > 0)) {
            throw new IllegalArgumentException("A notch's quality must be positive, not " + quality);
        }
        double omega = 2 * Math.PI * notchHz / rateHz;
        double gain = 1 / (1 + Math.tan(omega / quality / 2));
        double middle = -2 * gain * Math.cos(omega);
        return new ZeroPhaseFilter(List.of(new Biquad(gain, middle, gain, middle, 2 * gain - 1)), rateHz, notchHz);
    }

    /**
     * Filters every lead.
     *
     * @param record sampled at the rate for which this filter was designed
     * @throws IllegalArgumentException if the rates differ
     */
    public EcgRecord apply(EcgRecord record) {
        if (Math.abs(record.rateHz() - rateHz) > 1e-9 * rateHz) {
            throw new IllegalArgumentException("A filter designed for " + rateHz + " Hz can't run on " + record.id()
                + ", which has " + record.rateHz() + " Hz. Design it for that rate.");
        }
        return record.withSamples(apply(record.samplesMv()));
    }

    /** Filters every lead of {@code [lead][sample]} into a new array. */
    public float[][] apply(float[][] signal) {
        float[][] filtered = new float[signal.length][];
        for (int lead = 0; lead < signal.length; lead++) {
            filtered[lead] = apply(signal[lead]);
        }
        return filtered;
    }

    /** Filters one lead into a new array. */
    public float[] apply(float[] signal) {
        double[] filtered = apply(MissingSamples.complete(signal));
        float[] result = new float[signal.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Float.isNaN(signal[i]) ? Float.NaN : (float) filtered[i];
        }
        return result;
    }

    /** Filters one lead in double precision into a new array; any NaN makes the result NaN. */
    public double[] apply(double[] signal) {
        if (signal.length == 0) {
            return new double[0];
        }
        int pad = padding(signal.length);
        double[] extended = extended(signal, pad);
        pass(extended);
        reverse(extended);
        pass(extended);
        reverse(extended);
        double[] result = new double[signal.length];
        System.arraycopy(extended, pad, result, 0, result.length);
        return result;
    }

    /**
     * The samples by which a lead is extended at either end: one period of the lowest frequency of the design or three
     * times the filter's order plus one, whichever is more, but less than the lead.
     */
    public int padding(int length) {
        return Math.max(0, Math.min(padding, length - 1));
    }

    /** The second-order sections of one pass. */
    public List<Biquad> sections() {
        return sections;
    }

    private void pass(double[] signal) {
        double steady = signal[0];
        int k = 0;
        for (; k + 1 < sections.size(); k += 2) {
            sections.get(k).filterThen(sections.get(k + 1), signal, steady);
            steady = sections.get(k).gainAtZero() * steady * sections.get(k + 1).gainAtZero();
        }
        if (k < sections.size()) {
            sections.get(k).filter(signal, steady);
        }
    }

    private static double[] extended(double[] signal, int pad) {
        int last = signal.length - 1;
        double[] extended = new double[signal.length + 2 * pad];
        System.arraycopy(signal, 0, extended, pad, signal.length);
        for (int i = 1; i <= pad; i++) {
            extended[pad - i] = 2 * signal[0] - signal[i];
            extended[pad + last + i] = 2 * signal[last] - signal[last - i];
        }
        return extended;
    }

    private static void reverse(double[] signal) {
        for (int i = 0, j = signal.length - 1; i < j; i++, j--) {
            double kept = signal[i];
            signal[i] = signal[j];
            signal[j] = kept;
        }
    }

    private static void check(int order, double cutHz, double rateHz) {
        if (order < 1 || order > 10) {
            throw new IllegalArgumentException("A filter's order must be 1 to 10, not " + order);
        }
        if (!(cutHz > 0 && cutHz < rateHz / 2)) {
            throw new IllegalArgumentException("A filter's frequency must lie above 0 and below half the sampling"
                + " rate (" + rateHz / 2 + " Hz), not at " + cutHz + " Hz. Choose a lower frequency or a higher rate.");
        }
    }
}

package org.physioclr.core.signal;

import org.hipparchus.util.FastMath;

/**
 * Changes the sampling rate by a rational factor up/down with one anti-aliasing filter in polyphase form. The filter is
 * a linear-phase low-pass of {@code 20 max(up, down) + 1} taps, a sinc at the lower of the two Nyquist frequencies
 * under a Kaiser window with beta 5, as scipy's {@code resample_poly} designs it; the straight line between a lead's
 * first and last samples is taken off before and put back afterwards, so that offset and drift leave no transient at
 * the ends, beyond which the rest is taken for zero.
 *
 * <p>Output sample k belongs to the instant k / targetHz. A lead of n samples becomes exactly {@code ceil(n up /
 * down)}. Missing samples are bridged while the filter runs; an output sample is NaN if either source sample that
 * encloses its instant is. Thread-safe.
 */
public final class Resampler {

    private static final double KAISER_BETA = 5;
    private static final int ZERO_CROSSINGS = 10;

    private final RateRatio ratio;
    private final double targetHz;
    private final int halfLength;
    /** The filter's taps by phase, {@code [phase][tap]}, so that one output reads one row. */
    private final double[][] phases;

    private Resampler(RateRatio ratio, double targetHz) {
        this.ratio = ratio;
        this.targetHz = targetHz;
        this.halfLength = ZERO_CROSSINGS * Math.max(ratio.up(), ratio.down());
        this.phases = phases(taps(ratio, halfLength), ratio.up());
    }

    /**
     * Prepares a change of rate, for use with many records.
     *
     * @param sourceHz positive
     * @param targetHz positive, within a factor of 10,000 of the source
     */
    public static Resampler between(double sourceHz, double targetHz) {
        return new Resampler(RateRatio.of(sourceHz, targetHz), targetHz);
    }

    /** A record at another rate; the record itself if it has that rate already. */
    public static EcgRecord resample(EcgRecord record, double targetHz) {
        return record.rateHz() == targetHz ? record : between(record.rateHz(), targetHz).apply(record);
    }

    /** Resamples a record; its rate must be the source rate of this resampler. */
    public EcgRecord apply(EcgRecord record) {
        if (!ratio.equals(RateRatio.of(record.rateHz(), targetHz))) {
            throw new IllegalArgumentException(record.id() + " has " + record.rateHz() + " Hz, for which this resampler"
                + " to " + targetHz + " Hz was not made");
        }
        return new EcgRecord(record.id(), record.patient(), targetHz, record.leads(), apply(record.samplesMv()));
    }

    /** Resamples every lead of {@code [lead][sample]} into a new array. */
    public float[][] apply(float[][] signal) {
        float[][] resampled = new float[signal.length][];
        for (int lead = 0; lead < signal.length; lead++) {
            resampled[lead] = apply(signal[lead]);
        }
        return resampled;
    }

    /** Resamples one lead into a new array. */
    public float[] apply(float[] signal) {
        double[] resampled = apply(MissingSamples.complete(signal));
        float[] result = new float[resampled.length];
        for (int k = 0; k < result.length; k++) {
            long position = (long) k * ratio.down();
            int before = (int) (position / ratio.up());
            int after = Math.min(signal.length - 1, position % ratio.up() == 0 ? before : before + 1);
            boolean missing = Float.isNaN(signal[before]) || Float.isNaN(signal[after]);
            result[k] = missing ? Float.NaN : (float) resampled[k];
        }
        return result;
    }

    /** Resamples one lead in double precision; any NaN spreads over the length of the filter. */
    public double[] apply(double[] signal) {
        if (signal.length == 0 || ratio.up() == ratio.down()) {
            return signal.clone();
        }
        double first = signal[0];
        double slope = signal.length == 1 ? 0 : (signal[signal.length - 1] - first) / (signal.length - 1);
        double[] flat = new double[signal.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = signal[i] - first - slope * i;
        }
        double[] result = new double[ratio.resampledLength(signal.length)];
        for (int k = 0; k < result.length; k++) {
            long position = (long) k * ratio.down();
            result[k] = filtered(flat, position) + first + slope * position / ratio.up();
        }
        return result;
    }

    public double targetHz() {
        return targetHz;
    }

    /** How many samples a lead of {@code length} samples becomes. */
    public int resampledLength(int length) {
        return ratio.resampledLength(length);
    }

    /** The filter's output at a position on the grid that has {@code up} points a source sample. */
    private double filtered(double[] signal, long position) {
        long newest = (position + halfLength) / ratio.up();
        double[] taps = phases[(int) ((position + halfLength) % ratio.up())];
        int from = (int) Math.max(0, newest - signal.length + 1);
        int to = (int) Math.min(taps.length - 1L, newest);
        double sum = 0;
        for (int tap = from, i = (int) (newest - from); tap <= to; tap++, i--) {
            sum += taps[tap] * signal[i];
        }
        return sum;
    }

    private static double[] taps(RateRatio ratio, int halfLength) {
        double cut = 1.0 / Math.max(ratio.up(), ratio.down());
        double[] taps = new double[2 * halfLength + 1];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            double t = i - halfLength;
            double x = t / halfLength;
            double window = bessel(KAISER_BETA * FastMath.sqrt(Math.max(0, 1 - x * x))) / bessel(KAISER_BETA);
            double sinc = t == 0 ? 1 : FastMath.sin(Math.PI * cut * t) / (Math.PI * cut * t);
            taps[i] = cut * sinc * window;
            sum += taps[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] *= ratio.up() / sum;
        }
        return taps;
    }

    private static double[][] phases(double[] taps, int up) {
        double[][] phases = new double[up][];
        for (int phase = 0; phase < up; phase++) {
            phases[phase] = new double[Math.max(0, (taps.length - phase + up - 1) / up)];
            for (int i = 0; i < phases[phase].length; i++) {
                phases[phase][i] = taps[phase + i * up];
            }
        }
        return phases;
    }

    /** The modified Bessel function of the first kind of order zero, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}

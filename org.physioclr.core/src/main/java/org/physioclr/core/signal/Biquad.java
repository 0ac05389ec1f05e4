package org.physioclr.core.signal;

/**
 * A second-order section {@code H(z) = (b0 + b1 z^-1 + b2 z^-2) / (1 + a1 z^-1 + a2 z^-2)}.
 *
 * @param b0 numerator
 * @param b1 numerator
 * @param b2 numerator
 * @param a1 denominator
 * @param a2 denominator
 */
public record Biquad(double b0, double b1, double b2, double a1, double a2) {

    /** The response to a constant, H(1). */
    double gainAtZero() {
        return (b0 + b1 + b2) / (1 + a1 + a2);
    }

    Biquad scaled(double factor) {
        return new Biquad(b0 * factor, b1 * factor, b2 * factor, a1, a2);
    }

    /** The magnitude of the response at a frequency, in radians a sample. */
    double magnitude(double omega) {
        double numerator = Math.hypot(b0 + b1 * Math.cos(omega) + b2 * Math.cos(2 * omega),
            b1 * Math.sin(omega) + b2 * Math.sin(2 * omega));
        double denominator = Math.hypot(1 + a1 * Math.cos(omega) + a2 * Math.cos(2 * omega),
            a1 * Math.sin(omega) + a2 * Math.sin(2 * omega));
        return numerator / denominator;
    }

    /**
     * Filters in place (transposed direct form II), starting from the state that the section would have reached if the
     * signal had been {@code steady} for ever.
     *
     * @param signal one lead
     * @param steady the constant before the first sample
     */
    void filter(double[] signal, double steady) {
        double gain = gainAtZero();
        double state2 = (b2 - a2 * gain) * steady;
        double state1 = (b1 - a1 * gain) * steady + state2;
        for (int i = 0; i < signal.length; i++) {
            double in = signal[i];
            double out = b0 * in + state1;
            state1 = b1 * in - a1 * out + state2;
            state2 = b2 * in - a2 * out;
            signal[i] = out;
        }
    }

    /**
     * Filters in place with this section and then with the next, sample by sample: as one after the other, but while
     * one section waits for its own last sample the other can work.
     *
     * @param steady the constant before the first sample
     */
    void filterThen(Biquad next, double[] signal, double steady) {
        double gain = gainAtZero();
        double state2 = (b2 - a2 * gain) * steady;
        double state1 = (b1 - a1 * gain) * steady + state2;
        double nextGain = next.gainAtZero();
        double nextSteady = gain * steady;
        double nextState2 = (next.b2 - next.a2 * nextGain) * nextSteady;
        double nextState1 = (next.b1 - next.a1 * nextGain) * nextSteady + nextState2;
        for (int i = 0; i < signal.length; i++) {
            double in = signal[i];
            double between = b0 * in + state1;
            state1 = b1 * in - a1 * between + state2;
            state2 = b2 * in - a2 * between;
            double out = next.b0 * between + nextState1;
            nextState1 = next.b1 * between - next.a1 * out + nextState2;
            nextState2 = next.b2 * between - next.a2 * out;
            signal[i] = out;
        }
    }
}

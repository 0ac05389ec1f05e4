package org.physioclr.core.beat;

import java.util.Arrays;
import java.util.Random;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/**
 * An ECG whose intervals are known: every wave is an arch that is exactly zero outside itself, so that its onset is the
 * first sample that is not. Shares no code with what it tests. QRS is a small q, an R whose peak is its middle, and a
 * small s, in each lead times the lead's gain.
 *
 * @param rateHz samples a second
 * @param seconds the length
 * @param onsets of the QRS complexes, in seconds
 * @param pr P onset to QRS onset in seconds; NaN for no P waves
 * @param qrs the length of QRS in seconds
 * @param qt QRS onset to T offset in seconds
 * @param pMv height of P in lead II, the other leads in proportion, as below
 * @param tMv height of T
 * @param stMv level from the end of QRS to the onset of T, falling to 0 by its offset; the same in all leads
 */
public record ToyEcg(double rateHz, double seconds, double[] onsets, double pr, double qrs, double qt, double pMv,
        double tMv, double stMv) {

    public static final double P_SECONDS = 0.1;
    public static final double T_SECONDS = 0.16;
    public static final double Q_SHARE = -0.1;
    public static final double S_SHARE = -0.2;

    /** Heights of R in millivolts: I and II, then V1 to V6; the other limb leads follow from I and II. */
    private static final double[] EIGHT = {0.6, 1, -0.8, -0.4, 0.4, 1.2, 1.4, 1.1};

    /** Ten seconds at 500 Hz: PR 160, QRS 100, QT 400 ms, a beat each 800 ms. */
    public static ToyEcg usual() {
        return new ToyEcg(500, 10, every(0.8, 10), 0.16, 0.1, 0.4, 0.12, 0.3, 0);
    }

    public static double[] every(double rr, double seconds) {
        int count = (int) Math.floor((seconds - 1) / rr) + 1;
        double[] onsets = new double[count];
        Arrays.setAll(onsets, k -> 0.4 + k * rr);
        return onsets;
    }

    public ToyEcg withIntervals(double newPr, double newQrs, double newQt, double rr) {
        return new ToyEcg(rateHz, seconds, every(rr, seconds), newPr, newQrs, newQt, pMv, tMv, stMv);
    }

    public ToyEcg withOnsets(double... newOnsets) {
        return new ToyEcg(rateHz, seconds, newOnsets, pr, qrs, qt, pMv, tMv, stMv);
    }

    public ToyEcg withoutP() {
        return new ToyEcg(rateHz, seconds, onsets, Double.NaN, qrs, qt, pMv, tMv, stMv);
    }

    public ToyEcg withT(double newTMv, double newStMv) {
        return new ToyEcg(rateHz, seconds, onsets, pr, qrs, qt, pMv, newTMv, newStMv);
    }

    public ToyEcg atRate(double newRateHz) {
        return new ToyEcg(newRateHz, seconds, onsets, pr, qrs, qt, pMv, tMv, stMv);
    }

    /** The height of R in a lead in millivolts; P and T keep its sign in proportion to lead II. */
    public static double gain(Lead lead) {
        double one = EIGHT[0];
        double two = EIGHT[1];
        return switch (lead.name()) {
            case "I" -> one;
            case "II" -> two;
            case "III" -> two - one;
            case "aVR" -> -(one + two) / 2;
            case "aVL" -> one - two / 2;
            case "aVF" -> two - one / 2;
            default -> EIGHT[Lead.TWELVE.indexOf(lead) - 4];
        };
    }

    /** All twelve leads. */
    public EcgRecord record() {
        return noisy(0, 0);
    }

    /** With white noise of its own in each lead. */
    public EcgRecord noisy(double noiseMv, long seed) {
        Random random = new Random(seed);
        float[][] samples = new float[Lead.TWELVE.size()][(int) Math.round(seconds * rateHz)];
        for (int lead = 0; lead < samples.length; lead++) {
            double gain = gain(Lead.TWELVE.get(lead));
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = (float) (value(i / rateHz, gain) + noiseMv * random.nextGaussian());
            }
        }
        return new EcgRecord("toy", "", rateHz, Lead.TWELVE, samples);
    }

    private double value(double time, double gain) {
        double sum = 0;
        for (double onset : onsets) {
            double t = time - onset;
            if (!Double.isNaN(pr)) {
                sum += gain * pMv * arch((t + pr) / P_SECONDS);
            }
            sum += gain * (Q_SHARE * arch(t / qrs * 4) + arch((t / qrs - 0.25) * 2)
                + S_SHARE * arch((t / qrs - 0.75) * 4));
            sum += gain * tMv * arch((t - qt + T_SECONDS) / T_SECONDS) + stMv * plateau(t);
        }
        return sum;
    }

    /** Rises with the s, stays, falls with T. */
    private double plateau(double t) {
        double rise = Math.max(0, Math.min(1, (t / qrs - 0.75) * 4));
        double fall = Math.max(0, Math.min(1, (qt - t) / T_SECONDS));
        return rise * fall;
    }

    /** One squared sine from 0 to 1, 0 elsewhere. */
    private static double arch(double x) {
        return x <= 0 || x >= 1 ? 0 : Math.sin(Math.PI * x) * Math.sin(Math.PI * x);
    }
}

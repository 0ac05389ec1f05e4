package org.physioclr.core.beat;

import java.util.Arrays;

/**
 * What P and T waves are searched in: the leads with every QRS complex replaced by a straight line, so that its steep
 * slopes do not spread into its neighbours.
 *
 * @param p wavelet details at the scale of P waves, {@code [lead][sample]}
 * @param t wavelet details at the scale of T waves, {@code [lead][sample]}
 * @param qrsMv the size of the QRS complexes over all leads: root of the summed squares of the median extents
 */
record QrsFreeSignals(double[][] p, double[][] t, double qrsMv) {

    private static final double P_SCALE_SECONDS = 0.036;
    private static final double T_SCALE_SECONDS = 0.05;

    static QrsFreeSignals of(LeadSignals leads, Wave[] qrs, double rateHz) {
        double[][] p = new double[leads.signals().length][];
        double[][] t = new double[p.length][];
        double squares = 0;
        for (int lead = 0; lead < p.length; lead++) {
            double[] signal = leads.signals()[lead].clone();
            double extentMv = medianExtent(signal, qrs);
            squares += extentMv * extentMv;
            for (Wave wave : qrs) {
                flatten(signal, wave);
            }
            p[lead] = SplineWavelet.detail(signal, width(P_SCALE_SECONDS, rateHz));
            t[lead] = SplineWavelet.detail(signal, width(T_SCALE_SECONDS, rateHz));
        }
        return new QrsFreeSignals(p, t, Math.sqrt(squares));
    }

    private static int width(double seconds, double rateHz) {
        return Math.max(2, (int) Math.round(seconds * rateHz));
    }

    private static double medianExtent(double[] signal, Wave[] qrs) {
        double[] extents = new double[qrs.length];
        int count = 0;
        for (Wave wave : qrs) {
            if (wave.isPresent()) {
                double lowest = Double.POSITIVE_INFINITY;
                double highest = Double.NEGATIVE_INFINITY;
                for (int i = wave.onset(); i <= wave.offset(); i++) {
                    lowest = Math.min(lowest, signal[i]);
                    highest = Math.max(highest, signal[i]);
                }
                extents[count++] = highest - lowest;
            }
        }
        Arrays.sort(extents, 0, count);
        return count == 0 ? 0 : extents[count / 2];
    }

    private static void flatten(double[] signal, Wave qrs) {
        double step = qrs.isPresent() ? (signal[qrs.offset()] - signal[qrs.onset()]) / (qrs.offset() - qrs.onset()) : 0;
        for (int i = qrs.onset() + 1; i < qrs.offset(); i++) {
            signal[i] = signal[qrs.onset()] + step * (i - qrs.onset());
        }
    }
}

package org.physioclr.core.beat;

/**
 * One signal out of many leads: their weighted sum along the direction in which they vary most together within some
 * windows (Almeida et al., IEEE Trans. Biomed. Eng. 56:1996, 2009). With one lead it is that lead.
 */
final class Projection {

    private static final int ITERATIONS = 30;

    private Projection() {
    }

    /**
     * The direction of most power.
     *
     * @param signals {@code [lead][sample]}
     * @param from first sample
     * @param to the sample after the last
     * @return unit vector, one weight a lead; the strongest lead has a positive weight
     */
    static double[] direction(double[][] signals, int from, int to) {
        int leads = signals.length;
        double[][] power = new double[leads][leads];
        for (int a = 0; a < leads; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += signals[a][i] * signals[b][i];
                }
                power[a][b] = sum;
                power[b][a] = sum;
            }
        }
        return principal(power);
    }

    /** The eigenvector of the greatest eigenvalue by power iteration, from the strongest lead on. */
    private static double[] principal(double[][] power) {
        int strongest = 0;
        for (int lead = 1; lead < power.length; lead++) {
            strongest = power[lead][lead] > power[strongest][strongest] ? lead : strongest;
        }
        double[] vector = power[strongest].clone();
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[vector.length];
            double norm = 0;
            for (int a = 0; a < next.length; a++) {
                for (int b = 0; b < next.length; b++) {
                    next[a] += power[a][b] * vector[b];
                }
                norm += next[a] * next[a];
            }
            if (!(norm > 0)) {
                next[strongest] = 1;
                return next;
            }
            double scale = 1 / Math.sqrt(norm);
            for (int a = 0; a < next.length; a++) {
                vector[a] = next[a] * scale;
            }
        }
        return vector;
    }

    /** The weighted sum of the leads in [from, to). */
    static double[] along(double[] direction, double[][] signals, int from, int to) {
        double[] projected = new double[to - from];
        for (int lead = 0; lead < signals.length; lead++) {
            for (int i = from; i < to; i++) {
                projected[i - from] += direction[lead] * signals[lead][i];
            }
        }
        return projected;
    }
}

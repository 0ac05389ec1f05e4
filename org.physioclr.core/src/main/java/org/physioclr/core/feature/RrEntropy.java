package org.physioclr.core.feature;

/**
 * The coefficient of sample entropy, made for series as short as a dozen beats (Lake and Moorman, Am. J. Physiol. Heart
 * Circ. Physiol. 300:H319, 2011): {@code -ln(A / B) + ln(2 r) - ln(mean RR)} with B the pairs of intervals that differ
 * by at most r and A those among them whose next intervals do so too; r is widened from 30 ms until A is five.
 */
final class RrEntropy {

    private static final double FIRST_TOLERANCE_MS = 30;
    private static final double STEP_MS = 5;
    private static final double LAST_TOLERANCE_MS = 500;
    private static final int FEWEST_MATCHES = 5;
    private static final int FEWEST_INTERVALS = 5;

    private RrEntropy() {
    }

    /**
     * The coefficient.
     *
     * @param rr intervals in milliseconds
     * @return lower the more regular the rhythm, above about -1.4 in fibrillation; NaN for fewer than five intervals or
     *         where nothing matches
     */
    static double of(double[] rr) {
        if (rr.length < FEWEST_INTERVALS) {
            return Double.NaN;
        }
        for (double tolerance = FIRST_TOLERANCE_MS; tolerance <= LAST_TOLERANCE_MS; tolerance += STEP_MS) {
            int one = 0;
            int two = 0;
            for (int i = 0; i < rr.length - 1; i++) {
                for (int j = i + 1; j < rr.length - 1; j++) {
                    if (Math.abs(rr[i] - rr[j]) <= tolerance) {
                        one++;
                        two += Math.abs(rr[i + 1] - rr[j + 1]) <= tolerance ? 1 : 0;
                    }
                }
            }
            if (two >= FEWEST_MATCHES) {
                return Math.log((double) one / two) + Math.log(2 * tolerance) - Math.log(Statistics.mean(rr));
            }
        }
        return Double.NaN;
    }
}

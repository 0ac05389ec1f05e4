package org.physioclr.core.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Adjusts probabilities for several tests, so that the chance of even one false finding stays below the level they are
 * compared with (S. Holm, Scandinavian Journal of Statistics 6 (1979) 65).
 */
public final class Holm {

    private Holm() {
    }

    /**
     * The adjusted probabilities: the i-th smallest of k becomes (k−i)·p, at least the one before it, at most 1.
     *
     * @param p each in [0, 1]; NaN for a test that could not be made, which stays NaN and does not count
     */
    public static double[] adjust(double... p) {
        int[] order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b])).mapToInt(Integer::intValue).toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}

package org.physioclr.core.feature;

/**
 * The medians of the columns of a few long rows. Batcher's network (Proc. AFIPS 32:307, 1968) exchanges whole rows
 * element by element, which processors do many at a time; sorting each column by itself takes ten times as long.
 */
final class ColumnMedians {

    private ColumnMedians() {
    }

    /**
     * Computes.
     *
     * @param rows {@code [row][column]}, NaN where missing; left as they are
     * @param length of the rows
     * @return for each column the median of what is there; NaN if nothing is
     */
    static float[] of(float[][] rows, int length) {
        float[][] sorted = new float[rows.length][length];
        int[] counts = new int[length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < length; i++) {
                boolean missing = Float.isNaN(rows[row][i]);
                sorted[row][i] = missing ? Float.POSITIVE_INFINITY : rows[row][i];
                counts[i] += missing ? 0 : 1;
            }
        }
        sort(sorted);
        float[] medians = new float[length];
        for (int i = 0; i < length; i++) {
            int count = counts[i];
            medians[i] = count == 0 ? Float.NaN : (sorted[(count - 1) / 2][i] + sorted[count / 2][i]) / 2;
        }
        return medians;
    }

    /** Sorts every column, the least first. */
    private static void sort(float[][] rows) {
        for (int run = 1; run < rows.length; run *= 2) {
            for (int step = run; step >= 1; step /= 2) {
                for (int first = step % run; first + step < rows.length; first += 2 * step) {
                    for (int row = first; row < first + step && row + step < rows.length; row++) {
                        if (row / (2 * run) == (row + step) / (2 * run)) {
                            exchange(rows[row], rows[row + step]);
                        }
                    }
                }
            }
        }
    }

    private static void exchange(float[] less, float[] greater) {
        for (int i = 0; i < less.length; i++) {
            float one = less[i];
            float two = greater[i];
            less[i] = Math.min(one, two);
            greater[i] = Math.max(one, two);
        }
    }
}

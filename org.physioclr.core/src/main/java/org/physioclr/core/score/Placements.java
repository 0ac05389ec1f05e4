package org.physioclr.core.score;

/** Where rows of one outcome stand among those of the other: the structural components of DeLong's method. */
final class Placements {

    private Placements() {
    }

    /**
     * The placements of the rows of one outcome, in the rows' order: for a positive the share of negatives it beats,
     * for a negative the share of positives that beat it, ties counting half.
     */
    static double[] of(byte[] truth, double[] score, byte outcome, SortedScores sorted) {
        boolean ofPositives = outcome == Truth.POSITIVE;
        double[] placements = new double[ofPositives ? sorted.positives() : sorted.negatives()];
        double[] others = ofPositives ? sorted.sortedNegatives() : sorted.sortedPositives();
        int next = 0;
        for (int row = 0; row < truth.length; row++) {
            if (truth[row] == outcome && !Double.isNaN(score[row])) {
                double below = 0.5 * ((double) countBelow(others, score[row], false)
                    + countBelow(others, score[row], true)) / others.length;
                placements[next++] = ofPositives ? below : 1 - below;
            }
        }
        return placements;
    }

    /** How many of the ascending values are below the limit, or at most the limit if {@code orEqual}. */
    static int countBelow(double[] ascending, double limit, boolean orEqual) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < limit || orEqual && ascending[middle] == limit) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}

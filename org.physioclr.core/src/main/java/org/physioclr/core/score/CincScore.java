package org.physioclr.core.score;

/**
 * The score of the PhysioNet/Computing in Cardiology Challenge 2021. A record with true classes T and called classes C
 * adds Σ_{j∈T, k∈C} w_jk / max(|T ∪ C|, 1); the sum over records is scaled so that calling exactly the truth scores 1
 * and always calling sinus rhythm alone scores 0. May be negative.
 *
 * <p>M. A. Reyna et al., Computing in Cardiology 2021, doi:10.23919/CinC53138.2021.9662687.
 */
public final class CincScore {

    /** SNOMED-CT's code of sinus rhythm, the class that an inactive classifier calls. */
    public static final String SINUS_RHYTHM = "426783006";

    private final double[][] rewards;
    private final boolean[] sinusRhythm;
    private double observed;
    private double correct;
    private double inactive;
    private int rows;

    private CincScore(RewardMatrix matrix, int normal) {
        this.rewards = matrix.rewards();
        this.sinusRhythm = new boolean[rewards.length];
        sinusRhythm[normal] = true;
    }

    /**
     * The score of a set of records.
     *
     * @param matrix the reward matrix, which must contain {@link #SINUS_RHYTHM}
     * @param truth {@code [class][row]} in the matrix's order, see {@link Truth}; a row that lacks any is left out
     * @param called {@code [class][row]}
     */
    public static Estimate of(RewardMatrix matrix, byte[][] truth, boolean[][] called) {
        int classes = matrix.classes().size();
        if (truth.length != classes || called.length != classes) {
            throw new IllegalArgumentException("The reward matrix has " + classes + " classes, but there are "
                + truth.length + " columns of truth and " + called.length + " of calls");
        }
        int normal = matrix.indexOf(SINUS_RHYTHM);
        if (normal < 0) {
            return Estimate.undefined("the reward matrix lacks sinus rhythm (" + SINUS_RHYTHM + ")");
        }
        CincScore score = new CincScore(matrix, normal);
        for (int row = 0; row < truth[0].length; row++) {
            score.add(truth, called, row);
        }
        return score.estimate();
    }

    private void add(byte[][] truth, boolean[][] called, int row) {
        boolean[] isTrue = new boolean[rewards.length];
        boolean[] isCalled = new boolean[rewards.length];
        for (int k = 0; k < rewards.length; k++) {
            if (truth[k][row] == Truth.MISSING) {
                return;
            }
            isTrue[k] = truth[k][row] == Truth.POSITIVE;
            isCalled[k] = called[k][row];
        }
        observed += reward(isTrue, isCalled);
        correct += reward(isTrue, isTrue);
        inactive += reward(isTrue, sinusRhythm);
        rows++;
    }

    private double reward(boolean[] isTrue, boolean[] isCalled) {
        double sum = 0;
        int either = 0;
        for (int j = 0; j < isTrue.length; j++) {
            either += isTrue[j] || isCalled[j] ? 1 : 0;
            for (int k = 0; isTrue[j] && k < isCalled.length; k++) {
                sum += isCalled[k] ? rewards[j][k] : 0;
            }
        }
        return sum / Math.max(either, 1);
    }

    private Estimate estimate() {
        if (rows == 0) {
            return Estimate.undefined("no row has a known truth for every class of the reward matrix");
        }
        return correct == inactive ? Estimate.undefined("calling sinus rhythm alone is already right everywhere")
            : Estimate.without((observed - inactive) / (correct - inactive), "");
    }
}

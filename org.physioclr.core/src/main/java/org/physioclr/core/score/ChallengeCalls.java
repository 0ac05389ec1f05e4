package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.physioclr.core.label.CincClass;

/** Brings a table's labels into the order of a reward matrix. */
final class ChallengeCalls {

    private ChallengeCalls() {
    }

    /**
     * The challenge score of a table. A label belongs to the matrix's class whose codes mean it, by the name of a
     * {@link CincClass} or by the SNOMED-CT code itself. What scores at least its threshold is called; a label without
     * a threshold or a row without a score is not called, as in the official evaluation.
     */
    static Estimate score(ScoreTable table, double[] thresholds, RewardMatrix matrix) {
        int classes = matrix.classes().size();
        byte[][] truth = new byte[classes][];
        boolean[][] called = new boolean[classes][table.rows()];
        List<String> absent = new ArrayList<>();
        for (int label = 0; label < thresholds.length; label++) {
            int k = classOf(table.labels().get(label), matrix);
            if (k >= 0) {
                truth[k] = merge(truth[k], table.truth()[label]);
                for (int row = 0; row < table.rows(); row++) {
                    // A comparison with NaN is false: no threshold or no score is no call.
                    called[k][row] |= table.probability()[label][row] >= thresholds[label];
                }
            }
        }
        for (int k = 0; k < classes; k++) {
            if (truth[k] == null) {
                absent.add(String.join("|", matrix.classes().get(k)));
            }
        }
        if (!absent.isEmpty()) {
            return Estimate.undefined("no predictions for " + absent.size() + " classes of the reward matrix: "
                + String.join(", ", absent.subList(0, Math.min(3, absent.size()))) + (absent.size() > 3 ? ", …" : ""));
        }
        return Arrays.stream(thresholds).allMatch(Double::isNaN) ? Estimate.undefined("no label has a threshold")
            : CincScore.of(matrix, truth, called);
    }

    private static int classOf(String label, RewardMatrix matrix) {
        for (CincClass known : CincClass.values()) {
            if (known.label().equals(label)) {
                return known.codes().stream().mapToInt(matrix::indexOf).max().orElse(-1);
            }
        }
        return matrix.indexOf(label);
    }

    /** Two columns of one class: positive if either is, else missing if either is. */
    private static byte[] merge(byte[] first, byte[] second) {
        if (first == null) {
            return second;
        }
        byte[] merged = new byte[first.length];
        for (int row = 0; row < merged.length; row++) {
            boolean positive = first[row] == Truth.POSITIVE || second[row] == Truth.POSITIVE;
            merged[row] = positive ? Truth.POSITIVE : (byte) Math.min(first[row], second[row]);
        }
        return merged;
    }
}

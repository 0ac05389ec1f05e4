package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Two tables cut down to the records and labels that both have, in the first one's order.
 *
 * @param first the first one's scores, missing where those of the second are; truth missing where either lacks it
 * @param second the second one's scores in the same form
 * @param onlyInFirst how many records only the first has
 * @param onlyInSecond how many records only the second has
 * @param lonelyLabels labels that only one of them has
 */
record PairedTables(ScoreTable first, ScoreTable second, int onlyInFirst, int onlyInSecond, List<String> lonelyLabels) {

    static PairedTables of(ScoreTable first, ScoreTable second) {
        int[][] rows = common(first.records(), second.records());
        int[][] labels = common(first.labels(), second.labels());
        ScoreTable a = first.select(rows[0], labels[0]);
        ScoreTable b = second.select(rows[1], labels[1]);
        for (int label = 0; label < labels[0].length; label++) {
            for (int row = 0; row < rows[0].length; row++) {
                unite(a, b, label, row);
            }
        }
        List<String> lonely = new ArrayList<>(first.labels());
        second.labels().stream().filter(label -> !first.labels().contains(label)).forEach(lonely::add);
        lonely.removeAll(a.labels());
        return new PairedTables(a, b, first.rows() - a.rows(), second.rows() - a.rows(), lonely);
    }

    /** The tables are fresh copies, so that they may be changed here. */
    private static void unite(ScoreTable a, ScoreTable b, int label, int row) {
        byte truth = a.truth()[label][row];
        byte other = b.truth()[label][row];
        if (truth != other && truth != Truth.MISSING && other != Truth.MISSING) {
            throw new IllegalArgumentException("The two tables disagree about " + a.labels().get(label) + " of record "
                + a.records().get(row) + ": " + truth + " and " + other
                + ". Compare predictions that were made for the same labels.");
        }
        byte both = (byte) Math.min(truth, other);
        a.truth()[label][row] = both;
        b.truth()[label][row] = both;
        if (Double.isNaN(a.probability()[label][row]) || Double.isNaN(b.probability()[label][row])) {
            a.probability()[label][row] = Double.NaN;
            b.probability()[label][row] = Double.NaN;
        }
    }

    /** The indices in both lists of what both have. */
    private static int[][] common(List<String> first, List<String> second) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < second.size(); i++) {
            places.put(second.get(i), i);
        }
        int[] shared = IntStream.range(0, first.size())
            .filter(i -> places.containsKey(first.get(i))).toArray();
        int[] partners = new int[shared.length];
        for (int i = 0; i < shared.length; i++) {
            partners[i] = places.get(first.get(shared[i]));
        }
        return new int[][] {shared, partners};
    }
}

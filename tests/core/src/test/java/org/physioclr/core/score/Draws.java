package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.List;

/** Numbers that other languages can draw too (the C standard's example generator), and tables made of them. */
final class Draws {

    private long state;

    Draws(long state) {
        this.state = state;
    }

    double next() {
        state = (1103515245L * state + 12345L) % (1L << 31);
        return state / (double) (1L << 31);
    }

    byte[] truth(int rows, double prevalence) {
        byte[] truth = new byte[rows];
        for (int row = 0; row < rows; row++) {
            truth[row] = (byte) (next() < prevalence ? 1 : 0);
        }
        return truth;
    }

    /** Scores on a grid, so that there are ties; positives score higher by the shift on average. */
    double[] scores(byte[] truth, double shift, int grid) {
        double[] scores = new double[truth.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Math.rint((next() + shift * truth[row]) * grid) / grid;
        }
        return scores;
    }

    /** A table whose label number l has about this prevalence divided by l + 1, and one to three rows a patient. */
    static ScoreTable table(long seed, int labels, int rows, double prevalence, double shift) {
        Draws draws = new Draws(seed);
        List<String> names = new ArrayList<>();
        List<String> records = new ArrayList<>();
        List<String> patients = new ArrayList<>();
        byte[][] truth = new byte[labels][];
        double[][] scores = new double[labels][];
        for (int row = 0, patient = 0; row < rows; row++) {
            patient += draws.next() < 0.5 ? 1 : 0;
            records.add("r" + row);
            patients.add("p" + patient);
        }
        for (int label = 0; label < labels; label++) {
            names.add("L" + label);
            truth[label] = draws.truth(rows, prevalence / (label + 1));
            scores[label] = draws.scores(truth[label], shift, 1000);
        }
        return new ScoreTable(names, records, patients, truth, scores);
    }
}

package org.physioclr.core.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.physioclr.core.run.Seed;

/**
 * How often 95 % intervals of an AUROC hold the true value, which the positives' scores are shifted for. An interval
 * that can't be had counts as one that fails, and is counted.
 *
 * <p>In the package that it measures, as the bootstraps' replicates serve four intervals at once here. Arguments: the
 * simulations a cell (at least 2,000 for the record), the bootstrap's replicates (0 leaves the bootstraps out), and the
 * {@link Shape} in small letters.
 */
public final class CoverageBenchmark {

    private static final double LEVEL = 0.95;
    private static final int[] POSITIVES = {10, 25, 100, 500};
    private static final int[] NEGATIVES = {10, 50, 200, 2000};
    private static final double[] AUROCS = {0.6, 0.7, 0.8, 0.9, 0.97};
    private static final String[] METHODS = {"Newcombe", "logit DeLong", "rows, percentile", "rows, BCa",
        "patients, percentile", "patients, BCa"};

    /** How scores are distributed. */
    private enum Shape {
        /** Normal, both outcomes with standard deviation 1. */
        NORMAL,
        /** Normal, the positives with standard deviation 2. */
        WIDE,
        /** Laplace's distribution, for scores with heavy tails. */
        LAPLACE;

        private double draw(boolean positive, RandomGenerator random) {
            if (this == LAPLACE) {
                return Math.log(1 - random.nextDouble()) - Math.log(1 - random.nextDouble());
            }
            return random.nextGaussian() * (positive && this == WIDE ? 2 : 1);
        }

        /** What is to be added to positives' scores. */
        private double shift(double auroc) {
            if (this != LAPLACE) {
                return Normal.quantile(auroc) * Math.sqrt(this == WIDE ? 5 : 2);
            }
            double low = 0;
            double high = 100;
            for (int i = 0; i < 100; i++) {
                double middle = 0.5 * (low + high);
                // The distribution function of a difference of two such scores.
                boolean below = 1 - 0.25 * (2 + middle) * Math.exp(-middle) < auroc;
                low = below ? middle : low;
                high = below ? high : middle;
            }
            return low;
        }
    }

    private final int simulations;
    private final int replicates;
    private final Shape shape;

    private CoverageBenchmark(int simulations, int replicates, Shape shape) {
        this.simulations = simulations;
        this.replicates = replicates;
        this.shape = shape;
    }

    public static void main(String[] arguments) {
        CoverageBenchmark benchmark = new CoverageBenchmark(Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]), Shape.valueOf(arguments[2].toUpperCase(Locale.ROOT)));
        int methods = benchmark.replicates > 0 ? METHODS.length : 2;
        System.out.print("positives,negatives,AUROC");
        for (int method = 0; method < methods; method++) {
            System.out.print(",\"" + METHODS[method] + "\",undefined");
        }
        System.out.println();
        double[] lowest = new double[methods];
        double[] highest = new double[methods];
        Arrays.fill(lowest, 1);
        for (int m : POSITIVES) {
            for (int n : NEGATIVES) {
                for (double auroc : AUROCS) {
                    benchmark.cell(m, n, auroc, methods, lowest, highest);
                }
            }
        }
        for (int method = 0; method < methods; method++) {
            System.out.printf(Locale.ROOT, "# %s: from %.4f to %.4f%n", METHODS[method], lowest[method],
                highest[method]);
        }
    }

    private void cell(int m, int n, double auroc, int methods, double[] lowest, double[] highest) {
        Seed seed = new Seed(1).child(m).child(n).child(Math.round(1000 * auroc)).child(shape.ordinal() + 1);
        int[] counts = IntStream.range(0, simulations).parallel()
            .mapToObj(simulation -> simulate(m, n, auroc, seed.child(simulation))).reduce(new int[2 * METHODS.length],
                CoverageBenchmark::sum);
        StringBuilder line = new StringBuilder(m + "," + n + "," + auroc);
        for (int method = 0; method < methods; method++) {
            double coverage = (double) counts[2 * method] / simulations;
            lowest[method] = Math.min(lowest[method], coverage);
            highest[method] = Math.max(highest[method], coverage);
            line.append(String.format(Locale.ROOT, ",%.4f,%.4f", coverage,
                (double) counts[2 * method + 1] / simulations));
        }
        System.out.println(line);
    }

    private static int[] sum(int[] a, int[] b) {
        return IntStream.range(0, a.length).map(i -> a[i] + b[i]).toArray();
    }

    /** For each method whether its interval holds the true value, and whether there is none. */
    private int[] simulate(int m, int n, double auroc, Seed seed) {
        RandomGenerator random = seed.generator();
        double shift = shape.shift(auroc);
        byte[] truth = new byte[m + n];
        double[] score = new double[m + n];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = row < m ? Truth.POSITIVE : Truth.NEGATIVE;
            score[row] = shape.draw(row < m, random) + (row < m ? shift : 0);
        }
        SortedScores sorted = SortedScores.of(truth, score);
        double estimate = Auroc.of(sorted);
        int[] outcome = new int[2 * METHODS.length];
        record(outcome, 0, auroc, Estimate.of(estimate, AurocInterval.newcombe(estimate, m, n, LEVEL)));
        record(outcome, 1, auroc, AurocInterval.logitDeLong(estimate, Math.sqrt(DeLong.variance(sorted)), LEVEL));
        if (replicates > 0) {
            bootstrap(truth, score, estimate, auroc, seed, outcome);
        }
        return outcome;
    }

    /** Every row is a patient of its own here. */
    private void bootstrap(byte[] truth, double[] score, double estimate, double auroc, Seed seed, int[] outcome) {
        Clusters rows = Clusters.byRow(truth.length);
        int[][] strata = rows.strata(truth, score);
        WeightedRanking ranking = WeightedRanking.of(truth, score);
        Resampler resampler = new Resampler(rows, seed);
        double[] stratified = new double[replicates];
        double[] plain = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            stratified[r] = ranking.figures(resampler.stratified(r, "label", strata, ranking)).auroc();
            plain[r] = ranking.figures(resampler.weights(r)).auroc();
            // As the patient bootstrap does with a label that has lost an outcome.
            plain[r] = Double.isNaN(plain[r]) ? stratified[r] : plain[r];
        }
        double acceleration = Replicates.acceleration(Influence.ofAuroc(truth, score, rows));
        record(outcome, 2, auroc, new Replicates(stratified).estimate(estimate, Double.NaN, LEVEL));
        record(outcome, 3, auroc, new Replicates(stratified).estimate(estimate, acceleration, LEVEL));
        record(outcome, 4, auroc, new Replicates(plain).estimate(estimate, Double.NaN, LEVEL));
        record(outcome, 5, auroc, new Replicates(plain).estimate(estimate, acceleration, LEVEL));
    }

    private static void record(int[] outcome, int method, double auroc, Estimate estimate) {
        outcome[2 * method] = estimate.interval().filter(interval -> interval.contains(auroc)).isPresent() ? 1 : 0;
        outcome[2 * method + 1] = estimate.interval().isEmpty() ? 1 : 0;
    }
}

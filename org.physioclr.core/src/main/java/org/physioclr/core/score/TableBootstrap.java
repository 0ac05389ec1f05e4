package org.physioclr.core.score;

import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;

/**
 * The patient bootstrap of a table: in each replicate patients are drawn with replacement and all figures are computed
 * on the same draw. A label that loses an outcome in a replicate is drawn again by outcome in that replicate, so that
 * no label drops out of an average and none is set to an arbitrary value.
 */
final class TableBootstrap {

    private final Clusters clusters;
    private final List<String> labels;
    private final int[][][] strata;
    private final WeightedRanking[] rankings;
    private final WeightedRanking pool;

    /** Takes a table all of whose labels have both outcomes, and at least one label. */
    TableBootstrap(ScoreTable table, Clusters clusters) {
        this.clusters = clusters;
        this.labels = table.labels();
        this.strata = new int[labels.size()][][];
        this.rankings = new WeightedRanking[labels.size()];
        for (int label = 0; label < rankings.length; label++) {
            byte[] truth = table.truth()[label];
            double[] score = table.probability()[label];
            strata[label] = clusters.strata(truth, score);
            rankings[label] = WeightedRanking.of(truth, score);
        }
        this.pool = WeightedRanking.of(table.truth(), table.probability());
    }

    /** The replicates' values: {@code [label][replicate]} or {@code [replicate]}. */
    record Values(double[][] auroc, double[][] averagePrecision, double[] macro, double[] weighted, double[] micro,
        double[] macroPrecision, boolean[] affected) {

        int affectedCount() {
            return (int) IntStream.range(0, affected.length).filter(i -> affected[i]).count();
        }
    }

    Values run(int replicates, Seed seed, Progress progress) {
        int count = rankings.length;
        Values values = new Values(new double[count][replicates], new double[count][replicates],
            new double[replicates], new double[replicates], new double[replicates], new double[replicates],
            new boolean[replicates]);
        Resampler resampler = new Resampler(clusters, seed);
        Replicates.run(replicates, progress, "Bootstrap replicate", r -> draw(resampler, r, values));
        return values;
    }

    private void draw(Resampler resampler, int r, Values values) {
        int[] weights = resampler.weights(r);
        double sum = 0;
        double weightedSum = 0;
        double precisionSum = 0;
        long allPositives = 0;
        for (int label = 0; label < rankings.length; label++) {
            WeightedRanking.Figures figures = rankings[label].figures(weights);
            if (Double.isNaN(figures.auroc())) {
                values.affected[r] = true;
                figures = rankings[label]
                    .figures(resampler.stratified(r, labels.get(label), strata[label], rankings[label]));
            }
            values.auroc[label][r] = figures.auroc();
            values.averagePrecision[label][r] = figures.averagePrecision();
            sum += figures.auroc();
            weightedSum += figures.positives() * figures.auroc();
            precisionSum += figures.averagePrecision();
            allPositives += figures.positives();
        }
        values.macro[r] = sum / rankings.length;
        values.weighted[r] = weightedSum / allPositives;
        values.micro[r] = pool.figures(weights).auroc();
        values.macroPrecision[r] = precisionSum / rankings.length;
    }
}

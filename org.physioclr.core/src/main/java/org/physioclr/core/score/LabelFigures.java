package org.physioclr.core.score;

import java.util.Optional;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;

/** Makes the figures of one label that need no other label. */
final class LabelFigures {

    private LabelFigures() {
    }

    static LabelScore of(ScoreTable table, int label, double threshold, ScoringOptions options) {
        byte[] truth = table.truth()[label];
        double[] score = table.probability()[label];
        SortedScores sorted = SortedScores.of(truth, score);
        int withoutTruth = 0;
        for (byte value : truth) {
            withoutTruth += value == Truth.MISSING ? 1 : 0;
        }
        int rows = sorted.positives() + sorted.negatives();
        boolean scorable = sorted.hasBothOutcomes();
        return new LabelScore(table.labels().get(label), sorted.positives(), sorted.negatives(), withoutTruth,
            truth.length - withoutTruth - rows,
            scorable ? auroc(sorted, options) : Estimate.undefined(sorted.lacking()),
            Math.sqrt(DeLong.variance(sorted)),
            scorable ? AveragePrecision.estimate(sorted, options.level()) : Estimate.undefined(sorted.lacking()),
            threshold, Double.isNaN(threshold) || rows == 0 ? Optional.empty()
                : Optional.of(Confusion.at(threshold, sorted)),
            Calibration.of(truth, score, options.calibrationBins()), RocCurve.of(sorted));
    }

    /** The AUROC; its interval only if that is in closed form. */
    private static Estimate auroc(SortedScores sorted, ScoringOptions options) {
        double value = Auroc.of(sorted);
        if (options.method() == IntervalMethod.LOGIT_DELONG) {
            return AurocInterval.logitDeLong(value, Math.sqrt(DeLong.variance(sorted)), options.level());
        }
        if (sorted.positives() < 2 || sorted.negatives() < 2) {
            return Estimate.without(value, "an interval needs two positives and two negatives");
        }
        return options.method().isBootstrap() ? Estimate.without(value, "")
            : Estimate.of(value,
                AurocInterval.newcombe(value, sorted.positives(), sorted.negatives(), options.level()));
    }

    /** The label with the intervals of the bootstrap of rows, by outcome. */
    static LabelScore stratified(ScoreTable table, int label, LabelScore score, ScoringOptions options,
        Progress progress) {
        byte[] truth = table.truth()[label];
        double[] probability = table.probability()[label];
        Clusters rows = Clusters.byRow(truth.length);
        int[][] strata = rows.strata(truth, probability);
        WeightedRanking ranking = WeightedRanking.of(truth, probability);
        Seed seed = options.seed().child("rows");
        Resampler resampler = new Resampler(rows, seed);
        double[] aurocs = new double[options.replicates()];
        double[] precisions = new double[options.replicates()];
        Replicates.run(options.replicates(), progress, score.label() + " · bootstrap replicate", r -> {
            int[] weights = resampler.stratified(r, score.label(), strata, ranking);
            WeightedRanking.Figures figures = ranking.figures(weights);
            aurocs[r] = figures.auroc();
            precisions[r] = figures.averagePrecision();
        });
        return bootstrapped(score, aurocs, precisions,
            options.biasCorrected() ? Influence.ofAuroc(truth, probability, rows) : null, options.level());
    }

    /** The label with the intervals that follow from its replicates; percentile intervals if influence is null. */
    static LabelScore bootstrapped(LabelScore score, double[] aurocs, double[] precisions, double[] influence,
        double level) {
        if (!score.auroc().reason().isEmpty()) {
            return score;
        }
        double acceleration = influence == null ? Double.NaN : Replicates.acceleration(influence);
        return score.with(new Replicates(aurocs).estimate(score.auroc().value(), acceleration, level),
            new Replicates(precisions).estimate(score.averagePrecision().value(), Double.NaN, level));
    }
}

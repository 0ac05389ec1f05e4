package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;

/**
 * Scores a set of predictions: every label, the averages over labels, and the challenge score. Equal table, options and
 * seed give equal figures, whatever the number of threads.
 */
public final class Scoring {

    /** Below this many rows of an outcome no interval keeps its promise. */
    private static final int FEW = 10;

    private final ScoreTable table;
    private final ScoringOptions options;
    private final List<String> warnings = new ArrayList<>();

    private Scoring(ScoreTable table, ScoringOptions options) {
        this.table = table;
        this.options = options;
    }

    /**
     * Scores a table.
     *
     * @param thresholds {@code [label]}, from training rows; NaN for none
     * @param rewards the challenge's reward matrix, if the challenge score is wanted
     * @param progress hears of the bootstrap
     */
    public static Scores score(ScoreTable table, double[] thresholds, Optional<RewardMatrix> rewards,
        ScoringOptions options, Progress progress) {
        if (thresholds.length != table.labels().size()) {
            throw new IllegalArgumentException(thresholds.length + " thresholds for " + table.labels().size()
                + " labels");
        }
        Estimate challenge = rewards.map(matrix -> ChallengeCalls.score(table, thresholds, matrix))
            .orElse(Estimate.undefined("no reward matrix is given"));
        return new Scoring(table, options).run(thresholds, challenge, progress);
    }

    /**
     * Compares two tables on the rows (by record) and labels that both have; see {@link Comparison}.
     *
     * @throws IllegalArgumentException if they disagree about the truth, naming label and record
     */
    public static Comparison compare(ScoreTable first, ScoreTable second, ScoringOptions options, Progress progress) {
        return new PairedScoring(PairedTables.of(first, second), options).run(progress);
    }

    private Scores run(double[] thresholds, Estimate challenge, Progress progress) {
        LabelScore[] labels = new LabelScore[thresholds.length];
        for (int label = 0; label < labels.length; label++) {
            progress.checkCancelled();
            labels[label] = LabelFigures.of(table, label, thresholds[label], options);
        }
        int[] defined = IntStream.range(0, labels.length).filter(i -> labels[i].auroc().isDefined()).toArray();
        warnAboutLabels(labels, defined);
        Clusters clusters = Clusters.byPatient(table.patients());
        if (defined.length == 0) {
            List<AverageScore> none = Arrays.stream(AverageScore.Kind.values()).map(kind -> new AverageScore(kind,
                Estimate.undefined("no label has both outcomes"), List.of())).toList();
            return new Scores(List.of(labels), none, challenge, table.rows(), clusters.count(), 0, warnings);
        }
        ScoreTable scorable = table.select(IntStream.range(0, table.rows()).toArray(), defined);
        boolean byRow = options.method() == IntervalMethod.STRATIFIED_BOOTSTRAP;
        TableBootstrap.Values values = new TableBootstrap(scorable, clusters).run(options.replicates(),
            options.seed().child("patients"), progress.child(0, byRow ? 0.5 : 1));
        addLabelIntervals(labels, defined, clusters, values, progress.child(0.5, 1));
        int affected = values.affectedCount();
        if (affected > 0) {
            warnings.add(affected + " of " + options.replicates() + " bootstrap replicates lost all positives or all "
                + "negatives of a label; that label was drawn by outcome there");
        }
        return new Scores(List.of(labels), averages(scorable, clusters, labels, defined, values), challenge,
            table.rows(), clusters.count(), affected, warnings);
    }

    private void addLabelIntervals(LabelScore[] labels, int[] defined, Clusters clusters, TableBootstrap.Values values,
        Progress progress) {
        for (int i = 0; i < defined.length; i++) {
            int label = defined[i];
            if (options.method() == IntervalMethod.STRATIFIED_BOOTSTRAP) {
                labels[label] = LabelFigures.stratified(table, label, labels[label], options,
                    progress.child((double) i / defined.length, (i + 1.0) / defined.length));
            } else if (options.method() == IntervalMethod.PATIENT_BOOTSTRAP) {
                double[] influence = options.biasCorrected()
                    ? Influence.ofAuroc(table.truth()[label], table.probability()[label], clusters) : null;
                labels[label] = LabelFigures.bootstrapped(labels[label], values.auroc()[i],
                    values.averagePrecision()[i], influence, options.level());
            }
        }
    }

    private List<AverageScore> averages(ScoreTable scorable, Clusters clusters, LabelScore[] labels, int[] defined,
        TableBootstrap.Values values) {
        double sum = 0;
        double weightedSum = 0;
        double precisionSum = 0;
        long positives = 0;
        for (int label : defined) {
            sum += labels[label].auroc().value();
            precisionSum += labels[label].averagePrecision().value();
            weightedSum += labels[label].positives() * labels[label].auroc().value();
            positives += labels[label].positives();
        }
        int[] ones = new int[table.rows()];
        Arrays.fill(ones, 1);
        double micro = WeightedRanking.of(scorable.truth(), scorable.probability()).figures(ones).auroc();
        boolean bca = options.biasCorrected();
        return List.of(
            average(AverageScore.Kind.MACRO_AUROC, scorable, sum / defined.length, values.macro(),
                bca ? Influence.ofMacro(scorable, clusters) : null),
            average(AverageScore.Kind.WEIGHTED_AUROC, scorable, weightedSum / positives, values.weighted(),
                bca ? Influence.ofWeighted(scorable, clusters) : null),
            average(AverageScore.Kind.MICRO_AUROC, scorable, micro, values.micro(),
                bca ? Influence.ofAuroc(scorable.truth(), scorable.probability(), clusters) : null),
            average(AverageScore.Kind.MACRO_AVERAGE_PRECISION, scorable, precisionSum / defined.length,
                values.macroPrecision(), null));
    }

    private AverageScore average(AverageScore.Kind kind, ScoreTable scorable, double value, double[] replicates,
        double[] influence) {
        double acceleration = influence == null ? Double.NaN : Replicates.acceleration(influence);
        return new AverageScore(kind, new Replicates(replicates).estimate(value, acceleration, options.level()),
            scorable.labels());
    }

    private void warnAboutLabels(LabelScore[] labels, int[] defined) {
        List<String> undefined = Arrays.stream(labels).filter(score -> !score.auroc().isDefined())
            .map(score -> score.label() + " (" + score.auroc().reason() + ")").toList();
        if (!undefined.isEmpty()) {
            warnings.add("Not estimable and in no average: " + String.join(", ", undefined));
        }
        List<String> few = Arrays.stream(defined).mapToObj(i -> labels[i])
            .filter(score -> Math.min(score.positives(), score.negatives()) < FEW).map(LabelScore::label).toList();
        if (!few.isEmpty()) {
            warnings.add("Fewer than " + FEW + " positives or negatives, so treat the intervals with caution: "
                + String.join(", ", few));
        }
        int withoutScore = Arrays.stream(labels).filter(score -> score.auroc().isDefined())
            .mapToInt(LabelScore::rowsWithoutScore).sum();
        if (withoutScore > 0) {
            warnings.add(withoutScore + " times a row with known truth has no score and was left out of its label");
        }
    }
}

package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;

/** Makes a {@link Comparison} of two tables that have the same rows and labels. */
final class PairedScoring {

    private final PairedTables pair;
    private final ScoringOptions options;

    PairedScoring(PairedTables pair, ScoringOptions options) {
        this.pair = pair;
        this.options = options;
    }

    Comparison run(Progress progress) {
        List<LabelComparison> labels = new ArrayList<>();
        for (int label = 0; label < pair.first().labels().size(); label++) {
            progress.checkCancelled();
            labels.add(compare(label));
        }
        double[] adjusted = Holm.adjust(labels.stream().mapToDouble(label -> label.test().p()).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            labels.set(i, labels.get(i).adjusted(adjusted[i]));
        }
        int[] defined = IntStream.range(0, adjusted.length).filter(i -> !Double.isNaN(labels.get(i).first())).toArray();
        for (String lonely : pair.lonelyLabels()) {
            labels.add(new LabelComparison(lonely, 0, 0, Double.NaN, Double.NaN,
                Estimate.undefined("only one of the two tables has the label"), PairedTest.of(Double.NaN, Double.NaN),
                Double.NaN, "only one of the two tables has the label"));
        }
        return defined.length == 0 ? new Comparison(labels, Double.NaN, Double.NaN,
            Estimate.undefined("no label has both outcomes on the common rows"), Double.NaN, List.of(),
            pair.first().rows(), pair.onlyInFirst(), pair.onlyInSecond(), 0) : withMacro(labels, defined, progress);
    }

    private LabelComparison compare(int label) {
        double[] a = pair.first().probability()[label];
        double[] b = pair.second().probability()[label];
        DeLong deLong = DeLong.of(pair.first().truth()[label], a, b);
        PairedTest test = deLong.test(0, 1);
        String reason = "";
        if (deLong.positives() == 0 || deLong.negatives() == 0) {
            reason = SortedScores.of(pair.first().truth()[label], a).lacking();
        } else if (Double.isNaN(test.p())) {
            reason = test.standardError() == 0 ? "DeLong's variance of the difference is 0"
                : "fewer than two positives or two negatives";
        }
        return new LabelComparison(pair.first().labels().get(label), deLong.positives(), deLong.negatives(),
            deLong.aurocs()[0], deLong.aurocs()[1], test.estimate(options.level()), test, Double.NaN, reason);
    }

    private Comparison withMacro(List<LabelComparison> labels, int[] defined, Progress progress) {
        int[] rows = IntStream.range(0, pair.first().rows()).toArray();
        ScoreTable a = pair.first().select(rows, defined);
        ScoreTable b = pair.second().select(rows, defined);
        Clusters clusters = Clusters.byPatient(a.patients());
        // The same seed draws the same patients for both tables, and the same label vanishes from both: paired.
        Seed seed = options.seed().child("patients");
        TableBootstrap.Values first =
            new TableBootstrap(a, clusters).run(options.replicates(), seed, progress.child(0, 0.5));
        TableBootstrap.Values second =
            new TableBootstrap(b, clusters).run(options.replicates(), seed, progress.child(0.5, 1));
        double[] differences = new double[options.replicates()];
        for (int r = 0; r < differences.length; r++) {
            differences[r] = first.macro()[r] - second.macro()[r];
        }
        double macroFirst = IntStream.of(defined).mapToDouble(i -> labels.get(i).first()).sum() / defined.length;
        double macroSecond = IntStream.of(defined).mapToDouble(i -> labels.get(i).second()).sum() / defined.length;
        double acceleration = Double.NaN;
        if (options.biasCorrected()) {
            double[] influence = Influence.ofMacro(a, clusters);
            double[] other = Influence.ofMacro(b, clusters);
            acceleration = Replicates.acceleration(
                IntStream.range(0, influence.length).mapToDouble(i -> influence[i] - other[i]).toArray());
        }
        Replicates replicates = new Replicates(differences);
        return new Comparison(labels, macroFirst, macroSecond,
            replicates.estimate(macroFirst - macroSecond, acceleration, options.level()),
            replicates.twoSidedAgainstZero(), a.labels(), rows.length, pair.onlyInFirst(), pair.onlyInSecond(),
            first.affectedCount());
    }
}

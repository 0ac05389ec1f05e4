package org.physioclr.knime.nodes.scorer;

import java.util.List;

import org.physioclr.core.score.AverageScore;
import org.physioclr.core.score.Calibration;
import org.physioclr.core.score.DrawSummary;
import org.physioclr.core.score.Estimate;
import org.physioclr.core.score.LabelEfficiency;
import org.physioclr.core.score.LabelScore;
import org.physioclr.core.score.RocCurve;
import org.physioclr.core.score.ScoringOptions;

/**
 * What the page of the AUROC Scorer shows. The names are those that the page's script reads.
 *
 * @param level the confidence level, such as 0.95
 * @param blocks one a fitted probe
 * @param efficiency the points of the label-efficiency curves
 */
record ScorerPage(double level, List<BlockPart> blocks, List<EfficiencyPoint> efficiency) {

    /** A figure; what is missing is NaN. */
    record Figure(double value, double low, double high, String reason) {
        static Figure of(Estimate estimate) {
            return new Figure(estimate.value(), estimate.low(), estimate.high(), estimate.reason());
        }
    }

    /** A fitted probe. */
    record BlockPart(String encoder, double fraction, int draw, String title, int rows, int patients,
        List<AveragePart> averages, List<LabelPart> labels) {
    }

    /** An average over labels. */
    record AveragePart(String name, Figure figure, int labels) {
    }

    /** A label; the curve's arrays have one entry a point, from (0, 0) on. */
    record LabelPart(String label, int positives, int negatives, Figure auroc, Figure averagePrecision,
        double threshold, Figure sensitivity, Figure specificity, double[] thresholds, double[] falsePositiveRates,
        double[] truePositiveRates, double brier, double calibrationError, String calibrationReason,
        List<BinPart> bins) {
    }

    /** A bin of the reliability table. */
    record BinPart(double from, double to, int rows, int positives, double meanProbability, Figure share) {
    }

    /** A point of a label-efficiency curve. */
    record EfficiencyPoint(String encoder, String figure, double fraction, int draws, Figure mean, double lowest,
        double highest) {
    }

    static ScorerPage of(List<BlockScores> blocks, List<LabelEfficiency.Point> efficiency, ScoringOptions options) {
        CurveShape shape = CurveShape.forCurves(blocks.stream().mapToInt(b -> b.scores().labels().size()).sum());
        return new ScorerPage(options.level(),
            blocks.stream().map(block -> block(block, shape, options.level())).toList(),
            efficiency.stream().map(ScorerPage::point).toList());
    }

    private static BlockPart block(BlockScores block, CurveShape shape, double level) {
        return new BlockPart(block.key().encoder(), block.key().fractionPercent(), block.key().draw(),
            block.key().title(), block.scores().rows(), block.scores().patients(),
            block.scores().averages().stream().map(ScorerPage::average).toList(),
            block.scores().labels().stream().map(score -> label(score, shape, level)).toList());
    }

    private static AveragePart average(AverageScore average) {
        return new AveragePart(average.kind().title(), Figure.of(average.estimate()), average.labels().size());
    }

    private static LabelPart label(LabelScore score, CurveShape shape, double level) {
        List<RocCurve.Point> points = shape.simplify(score.curve().points());
        Estimate none = Estimate.undefined("no threshold is given");
        Calibration calibration = score.calibration();
        return new LabelPart(score.label(), score.positives(), score.negatives(), Figure.of(score.auroc()),
            Figure.of(score.averagePrecision()), score.threshold(),
            Figure.of(score.atThreshold().map(calls -> calls.sensitivity(level)).orElse(none)),
            Figure.of(score.atThreshold().map(calls -> calls.specificity(level)).orElse(none)),
            points.stream().mapToDouble(RocCurve.Point::threshold).toArray(),
            points.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
            points.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray(), calibration.brier(),
            calibration.expectedError(), calibration.reason(),
            calibration.bins().stream().map(bin -> bin(bin, level)).toList());
    }

    private static BinPart bin(Calibration.Bin bin, double level) {
        return new BinPart(bin.from(), bin.to(), bin.rows(), bin.positives(), bin.meanProbability(),
            Figure.of(bin.share(level)));
    }

    private static EfficiencyPoint point(LabelEfficiency.Point point) {
        DrawSummary draws = point.summary();
        return new EfficiencyPoint(point.encoder(), point.figure(), point.fractionPercent(), draws.draws(),
            Figure.of(draws.mean()), draws.lowest(), draws.highest());
    }
}

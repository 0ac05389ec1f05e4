package org.physioclr.knime.nodes.scorer;

import java.io.IOException;
import java.util.Optional;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.core.run.Seed;
import org.physioclr.core.score.Calibration;
import org.physioclr.core.score.IntervalMethod;
import org.physioclr.core.score.RewardMatrix;
import org.physioclr.core.score.ScoringOptions;
import org.physioclr.knime.nodes.bridge.ChosenPath;
import org.physioclr.knime.nodes.bridge.Ranges;
import org.physioclr.knime.nodes.bridge.RewardMatrixChoice;

/** The settings of the AUROC Scorer. */
@LoadDefaultsForAbsentFields
public final class AurocScorerParameters implements NodeParameters {

    @Section(title = "Intervals")
    interface IntervalSection {
    }

    @Section(title = "Further figures")
    @After(IntervalSection.class)
    interface FigureSection {
    }

    /** How the interval of a label's AUROC is made. */
    enum Method {
        @Label("Newcombe")
        NEWCOMBE,
        @Label("DeLong (logit)")
        LOGIT_DELONG,
        @Label("Bootstrap of rows, by outcome")
        STRATIFIED_BOOTSTRAP,
        @Label("Bootstrap of patients")
        PATIENT_BOOTSTRAP
    }

    @Widget(title = "Interval of a label's AUROC", description = """
            Newcombe (method 5 of 2006) holds its level from ten positives and ten negatives on, if the scores of
            positives and negatives are spread alike. DeLong makes no such assumption but needs a hundred of either:
            with fewer its intervals are too short. The bootstrap of rows keeps the numbers of positives and negatives.
            The bootstrap of patients draws whole patients: the one to take if patients have several rows. Averages over
            labels always get it.
            """)
    @Layout(IntervalSection.class)
    Method intervalMethod = Method.NEWCOMBE;

    @Widget(title = "Confidence level [%]", description = "Of all intervals.")
    @Layout(IntervalSection.class)
    @NumberInputWidget(minValidation = Ranges.AtLeastOnePercent.class, maxValidation = Ranges.AtMost99Percent.class)
    double levelPercent = 95;

    @Widget(title = "Bootstrap replicates", description = "At least 100; 2,000 make the limits of an interval steady.")
    @Layout(IntervalSection.class)
    @NumberInputWidget(minValidation = Ranges.AtLeast100.class)
    int replicates = 2000;

    @Widget(title = "Correct bias and skewness (BCa)", description = """
            Gives bias-corrected and accelerated bootstrap intervals instead of percentiles, but not for average
            precision.
            """)
    @Layout(IntervalSection.class)
    @Advanced
    boolean biasCorrected = false;

    @Widget(title = "Seed", description = "Of the bootstrap: the same seed gives the same intervals.")
    @Layout(IntervalSection.class)
    int seed = 1;

    @Widget(title = "Calibration bins", description = """
            The bins of equal width in which probabilities are compared with what happened.
            """)
    @Layout(FigureSection.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int calibrationBins = Calibration.USUAL_BINS;

    @Layout(FigureSection.class)
    RewardMatrixChoice rewards = new RewardMatrixChoice();

    /**
     * The options of the computation.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    ScoringOptions toOptions() {
        return new ScoringOptions(switch (intervalMethod) {
            case NEWCOMBE -> IntervalMethod.NEWCOMBE;
            case LOGIT_DELONG -> IntervalMethod.LOGIT_DELONG;
            case STRATIFIED_BOOTSTRAP -> IntervalMethod.STRATIFIED_BOOTSTRAP;
            case PATIENT_BOOTSTRAP -> IntervalMethod.PATIENT_BOOTSTRAP;
        }, biasCorrected, levelPercent / 100, replicates, new Seed(seed), calibrationBins);
    }

    /**
     * The reward matrix, if one is chosen.
     *
     * @throws IOException if the file can't be read or is none
     */
    Optional<RewardMatrix> rewardMatrix() throws IOException {
        if (rewards.isEmpty()) {
            return Optional.empty();
        }
        try (ChosenPath file = rewards.open()) {
            return Optional.of(RewardMatrix.read(file.path()));
        }
    }
}

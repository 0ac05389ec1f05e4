package org.physioclr.knime.nodes.pretrain;

import java.util.Optional;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.physioclr.knime.nodes.bridge.Ranges;
import org.physioclr.torch.protocol.FeaturePositives;

/** The settings that say which ECGs of other patients are positives. */
@LoadDefaultsForAbsentFields
final class PhysiologyChoice implements NodeParameters {

    /** What similar means. */
    enum Rule {
        @Label("Similarity")
        THRESHOLD(FeaturePositives.Rule.THRESHOLD),
        @Label("Most similar pairs")
        TOP_SHARE(FeaturePositives.Rule.TOP_SHARE);

        private final FeaturePositives.Rule rule;

        Rule(FeaturePositives.Rule rule) {
            this.rule = rule;
        }
    }

    @Widget(title = "Positives by physiology", description = """
            Takes ECGs of other patients with similar features as positives. The input needs the feature columns of
            Physiology Features.
            """)
    @ValueReference(PretrainConditions.PositivesReference.class)
    @Effect(predicate = PretrainConditions.HasContrast.class, type = EffectType.SHOW)
    boolean positives = true;

    @Widget(title = "Positives are chosen by", description = """
            A fixed similarity, or a share of the pairs of each batch, which does not depend on how features are scaled.
            """)
    @Advanced
    @ValueSwitchWidget
    @ValueReference(PretrainConditions.RuleReference.class)
    @Effect(predicate = PretrainConditions.HasCorrectedPositives.class, type = EffectType.SHOW)
    Rule rule = Rule.THRESHOLD;

    @Widget(title = "Positive above similarity", description = """
            Two ECGs are positives of each other if the cosine similarity of their features is at least this, and
            negatives if it is below. Features are standardised first.
            """)
    @NumberInputWidget(maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.TakesThreshold.class, type = EffectType.SHOW)
    double positiveSimilarity = 0.5;

    @Widget(title = "Negative below similarity", description = """
            Pairs whose similarity lies between this and the value above are neither positives nor negatives. Left out,
            there are no such pairs.
            """)
    @Advanced
    @NumberInputWidget(maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.TakesGreyZone.class, type = EffectType.SHOW)
    Optional<Double> negativeSimilarity = Optional.empty();

    @Widget(title = "Most similar pairs [%]", description = """
            This share of a batch's pairs of different patients are positives.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = PretrainConditions.TakesTopShare.class, type = EffectType.SHOW)
    double topPercent = 10;

    @Widget(title = "Pairs left out [%]", description = """
            The share of the pairs next in similarity that are neither positives nor negatives.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.TakesTopShare.class, type = EffectType.SHOW)
    double greyPercent = 0;

    @Widget(title = "Weight of feature positives", description = "Relative to a record's own views, which weigh 1.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.HasCorrectedPositives.class, type = EffectType.SHOW)
    double weight = 0.5;

    @Widget(title = "Weigh by similarity", description = "Multiplies that weight by the similarity of the two ECGs.")
    @Advanced
    @Effect(predicate = PretrainConditions.HasCorrectedPositives.class, type = EffectType.SHOW)
    boolean soft = false;

    FeaturePositives toPositives() {
        return new FeaturePositives(positives, rule.rule, positiveSimilarity,
            negativeSimilarity.orElse(positiveSimilarity), topPercent, greyPercent, weight, soft);
    }
}

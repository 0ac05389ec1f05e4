package org.physioclr.knime.nodes.pretrain;

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
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FeaturePositives;

/** The settings of the contrastive branch. */
@LoadDefaultsForAbsentFields
final class ContrastChoice implements NodeParameters {

    /** The loss's form. */
    enum Form {
        @Label("Corrected")
        CORRECTED(Contrast.Form.CORRECTED),
        @Label("As published")
        AS_PUBLISHED(Contrast.Form.AS_PUBLISHED);

        private final Contrast.Form form;

        Form(Contrast.Form form) {
            this.form = form;
        }
    }

    @Widget(title = "Contrastive branch", description = """
            Pulls together views that belong together and pushes the others apart. Switched off, the masked autoencoder
            learns alone.
            """)
    @ValueReference(PretrainConditions.ContrastReference.class)
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    boolean on = true;

    @Widget(title = "Form of the loss", description = """
            As published is there only to compare with, and keeps the published code's defects: each ECG is its own
            positive, the next ECG of the batch passes for its neighbour, and the loss has no lower bound.
            """)
    @Advanced
    @ValueSwitchWidget
    @ValueReference(PretrainConditions.FormReference.class)
    @Effect(predicate = PretrainConditions.HasContrast.class, type = EffectType.SHOW)
    Form form = Form.CORRECTED;

    @Widget(title = "Neighbouring segment", description = "Adds the segment that follows in the same record.")
    @Effect(predicate = PretrainConditions.HasContrast.class, type = EffectType.SHOW)
    boolean neighbouringSegment = true;

    @Widget(title = "Beat-shuffled copy", description = """
            Adds a copy of each segment with its heartbeats in another order.
            """)
    @Effect(predicate = PretrainConditions.HasContrast.class, type = EffectType.SHOW)
    boolean beatShuffle = true;

    @Widget(title = "Lead masking", description = """
            The probability that a lead of a view is masked, if no augmentation recipe is connected.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double leadMasking = 0.25;

    @Widget(title = "Temperature", description = "Divides similarities in the contrastive loss.")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = PretrainConditions.ComparesViews.class, type = EffectType.SHOW)
    double temperature = 0.1;

    Contrast toContrast(FeaturePositives positives) {
        return new Contrast(on, form.form, neighbouringSegment, beatShuffle, positives, temperature, leadMasking);
    }
}

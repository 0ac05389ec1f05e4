package org.physioclr.knime.nodes.pretrain;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.physioclr.knime.nodes.bridge.Ranges;
import org.physioclr.torch.protocol.Reconstruction;

/** The settings of the masked autoencoder. */
@LoadDefaultsForAbsentFields
final class ReconstructionChoice implements NodeParameters {

    /** What counts as a peak. */
    enum Peaks {
        @Label("60 ms around R")
        AROUND_R(Reconstruction.Peaks.AROUND_R),
        @Label("Around R, P and T")
        AROUND_WAVES(Reconstruction.Peaks.AROUND_WAVES),
        @Label("R alone")
        AT_R(Reconstruction.Peaks.AT_R);

        private final Reconstruction.Peaks peaks;

        Peaks(Reconstruction.Peaks peaks) {
            this.peaks = peaks;
        }
    }

    @Widget(title = "Weight of the reconstruction (α)", description = """
            Weighs the squared error of the reconstructed signal. 0 switches it off; with the next weight at 0, too,
            nothing is reconstructed.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    double weight = 0.2;

    @Widget(title = "Weight of the peaks (β)", description = """
            Weighs the squared error at the peaks. 0 switches it off.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    double peakWeight = 0.1;

    @Widget(title = "Peaks", description = """
            What counts as a peak: 60 ms to both sides of R; the same, 60 ms around T and 40 ms around P, where these
            are found; or the sample of R alone.
            """)
    @Advanced
    @ValueSwitchWidget
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    Peaks peaks = Peaks.AROUND_R;

    @Widget(title = "Masked leads", description = """
            The share of the leads that the encoder does not see and the decoder has to fill in, on top of what a recipe
            does.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    double maskedLeads = 0;

    @Widget(title = "Masked time patches", description = """
            The share of the time patches that the encoder does not see in any lead and the decoder has to fill in.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    double maskedPatches = 0;

    @Widget(title = "Patch [s]", description = "The length of a time patch.")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    double patchSeconds = 0.1;

    @Widget(title = "Error on masked samples only", description = """
            Counts only what the encoder did not see. Needs masked leads or time patches.
            """)
    @Advanced
    @Effect(predicate = PretrainConditions.IsPhysioClr.class, type = EffectType.SHOW)
    boolean maskedOnly = false;

    Reconstruction toReconstruction() {
        return new Reconstruction(weight, peakWeight, peaks.peaks, maskedLeads, maskedPatches, patchSeconds,
            maskedOnly);
    }
}

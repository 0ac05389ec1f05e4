package org.physioclr.knime.nodes.pretrain;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.physioclr.core.signal.Lead;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;

/** The settings of the encoder and of what is done to a signal before it. */
@LoadDefaultsForAbsentFields
final class SignalChoice implements NodeParameters {

    /** The size of the encoder. */
    enum Preset {
        @Label("Tiny CNN")
        TINY(EncoderPreset.TINY),
        @Label("Small transformer")
        SMALL(EncoderPreset.SMALL),
        @Label("xResNet1d-50")
        XRESNET1D50(EncoderPreset.XRESNET1D50),
        @Label("wav2vec 2.0 base")
        BASE(EncoderPreset.BASE);

        private final EncoderPreset preset;

        Preset(EncoderPreset preset) {
            this.preset = preset;
        }
    }

    /** What a signal is divided by. */
    enum Normalisation {
        @Label("Record (z-score)")
        RECORD_Z_SCORE("record z-score"),
        @Label("Lead (z-score)")
        LEAD_Z_SCORE("lead z-score"),
        @Label("Millivolts")
        MILLIVOLTS("none");

        private final String text;

        Normalisation(String text) {
            this.text = text;
        }
    }

    /** What is filtered away. */
    enum Filter {
        @Label("None")
        NONE(FilterPreset.NONE),
        @Label("0.5–40 Hz")
        MONITORING(FilterPreset.MONITORING),
        @Label("0.05–150 Hz")
        DIAGNOSTIC(FilterPreset.DIAGNOSTIC);

        private final FilterPreset preset;

        Filter(FilterPreset preset) {
            this.preset = preset;
        }
    }

    @Widget(title = "Encoder", description = """
            Tiny CNN: 0.1 million parameters, made for CPU trials. Small transformer: the same convolutions and four
            transformer layers, 0.9 million. xResNet1d-50: 0.9 million. wav2vec 2.0 base: the shape of the public ECG-FM
            weights, 90 million, made for 500 Hz and 5 s on a GPU.
            """)
    Preset preset = Preset.TINY;

    @Widget(title = "Sampling rate [Hz]", description = "The rate that the encoder works at; records are resampled.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double rateHz = 100;

    @Widget(title = "Segment [s]", description = "The length of the pieces that the encoder sees.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double segmentSeconds = 5;

    @Widget(title = "Normalisation", description = """
            Record divides by the standard deviation over all leads, which keeps the leads' proportions. Lead makes
            every lead alike, as ECG-FM does. Millivolts keeps voltages.
            """)
    Normalisation normalisation = Normalisation.RECORD_Z_SCORE;

    @Widget(title = "Filter", description = "A zero-phase band-pass before normalisation.")
    Filter filter = Filter.NONE;

    EncoderPreset encoder() {
        return preset.preset;
    }

    Preprocessing toPreprocessing() {
        return new Preprocessing(Lead.TWELVE.stream().map(Lead::name).toList(), rateHz, segmentSeconds, filter.preset,
            normalisation.text);
    }
}

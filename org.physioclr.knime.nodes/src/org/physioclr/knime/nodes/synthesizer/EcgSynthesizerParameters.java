package org.physioclr.knime.nodes.synthesizer;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.core.synth.SynthesisOptions;

/** The settings of the ECG Synthesizer. */
@LoadDefaultsForAbsentFields
public final class EcgSynthesizerParameters implements NodeParameters {

    @Widget(title = "Subjects", description = "How many people to make up.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int subjects = 300;

    @Widget(title = "ECGs per subject", description = """
            All ECGs of a subject show the same heart, with other noise and another rate.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int recordsPerSubject = 2;

    @Widget(title = "Duration [s]", description = "The length of an ECG, 2 to 600 s.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double durationSeconds = 10;

    @Widget(title = "Sampling rate [Hz]", description = "100 to 2,000 Hz.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double rateHz = 250;

    @Widget(title = "Noise", description = """
            A factor of all disturbances (breathing, muscles, mains): 1 is that of a usual recording, 0 none, 10 the
            most.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double noise = 1;

    @Widget(title = "Seed", description = "The same seed gives the same ECGs.")
    int seed = 1;

    SynthesisOptions toOptions() {
        return new SynthesisOptions(subjects, recordsPerSubject, durationSeconds, rateHz, noise, seed);
    }
}

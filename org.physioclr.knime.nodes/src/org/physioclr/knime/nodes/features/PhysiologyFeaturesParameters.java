package org.physioclr.knime.nodes.features;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.knime.nodes.bridge.EcgColumns;

/** The settings of Physiology Features. */
@LoadDefaultsForAbsentFields
public final class PhysiologyFeaturesParameters implements NodeParameters {

    /** Which features are computed. */
    enum Layout {
        @Label("Compact")
        COMPACT(FeatureLayout.COMPACT),
        @Label("150")
        FULL_150(FeatureLayout.FULL_150);

        private final FeatureLayout features;

        Layout(FeatureLayout features) {
            this.features = features;
        }
    }

    @Widget(title = "ECG column", description = "The ECGs to measure; left empty, the first ECG column.")
    @ChoicesProvider(EcgColumns.class)
    String ecgColumn = "";

    @Widget(title = "Features", description = """
            Compact gives about 50 features that do not depend on the order of the beats: intervals, amplitudes, axis,
            ST levels, rhythm. 150 gives ten features of each of the first ten beats and 50 of the whole record, the
            size of the published method's vector.
            """)
    @ValueSwitchWidget
    Layout layout = Layout.COMPACT;

    @Widget(title = "Add the R peaks", description = """
            Adds the list column R peaks [s]: the times of the R peaks in seconds from the record's start.
            """)
    boolean rPeaks = false;

    FeatureLayout featureLayout() {
        return layout.features;
    }
}

package org.physioclr.knime.nodes.encoder;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.physioclr.knime.nodes.bridge.EncoderTargetChoice;

/** The settings of the Encoder Writer. */
@LoadDefaultsForAbsentFields
public final class EncoderWriterParameters implements NodeParameters {

    EncoderTargetChoice target = new EncoderTargetChoice();

    @Widget(title = "Overwrite", description = "Replaces an encoder that is there already; else the node fails.")
    boolean overwrite = false;
}

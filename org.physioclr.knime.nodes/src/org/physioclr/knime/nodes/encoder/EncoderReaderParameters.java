package org.physioclr.knime.nodes.encoder;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.physioclr.knime.nodes.bridge.EncoderSourceChoice;

/** The settings of the Encoder Reader. */
@LoadDefaultsForAbsentFields
public final class EncoderReaderParameters implements NodeParameters {

    EncoderSourceChoice source = new EncoderSourceChoice();
}

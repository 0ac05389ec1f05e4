package org.physioclr.knime.nodes.reader;

import org.knime.node.parameters.widget.choices.Label;

/** Where the 0/1 label columns come from. */
enum LabelsFrom {
    @Label("Record header")
    HEADER,
    @Label("Label file")
    FILE,
    @Label("Known data set")
    DATA_SET,
    @Label("None")
    NONE
}

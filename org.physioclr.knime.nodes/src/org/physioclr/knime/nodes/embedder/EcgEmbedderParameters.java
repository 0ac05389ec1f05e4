package org.physioclr.knime.nodes.embedder;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.MachineChoice;

/** The settings of the ECG Embedder. */
@LoadDefaultsForAbsentFields
public final class EcgEmbedderParameters implements NodeParameters {

    /** Offers the ECG columns of the second input. */
    static final class SecondTable extends EcgColumns {
        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    @Widget(title = "ECG column", description = "The ECGs to embed; left empty, the first ECG column.")
    @ChoicesProvider(SecondTable.class)
    String ecgColumn = "";

    MachineChoice machine = new MachineChoice();
}

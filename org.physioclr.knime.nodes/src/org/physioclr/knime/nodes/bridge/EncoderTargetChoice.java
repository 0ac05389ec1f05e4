package org.physioclr.knime.nodes.bridge;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Where an encoder is written to. */
public final class EncoderTargetChoice implements NodeParameters {

    @Widget(title = "Encoder file", description = """
            The .safetensors file to write. The card goes beside it, as a .json file of the same name.
            """)
    @FileWriterWidget(fileExtension = "safetensors")
    FileSelection file = new FileSelection();

    public boolean isEmpty() {
        return ChosenPath.isEmpty(file);
    }

    /** The choice, to be closed after use. */
    public ChosenPath open() {
        return ChosenPath.open(file);
    }
}

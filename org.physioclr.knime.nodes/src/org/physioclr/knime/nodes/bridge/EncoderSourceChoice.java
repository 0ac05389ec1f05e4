package org.physioclr.knime.nodes.bridge;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The checkpoint that an encoder is read from. */
public final class EncoderSourceChoice implements NodeParameters {

    @Widget(title = "Encoder file", description = """
            The .safetensors file of an encoder; its card, the .json file of the same name, lies beside it.
            """)
    @FileReaderWidget(fileExtensions = {"safetensors"})
    FileSelection file = new FileSelection();

    public boolean isEmpty() {
        return ChosenPath.isEmpty(file);
    }

    /** The choice, to be closed after use. */
    public ChosenPath open() {
        return ChosenPath.open(file);
    }
}

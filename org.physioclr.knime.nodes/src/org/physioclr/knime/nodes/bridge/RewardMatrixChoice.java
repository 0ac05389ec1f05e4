package org.physioclr.knime.nodes.bridge;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The reward matrix of the CinC 2021 challenge score. */
public final class RewardMatrixChoice implements NodeParameters {

    @Widget(title = "Reward matrix", description = """
            The challenge's weights.csv. Without it the challenge score is not computed.
            """)
    @FileReaderWidget(fileExtensions = {"csv"})
    FileSelection file = new FileSelection();

    public boolean isEmpty() {
        return ChosenPath.isEmpty(file);
    }

    /** The choice, to be closed after use. */
    public ChosenPath open() {
        return ChosenPath.open(file);
    }
}

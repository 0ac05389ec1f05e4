package org.physioclr.knime.nodes.bridge;

import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The table of labels that belongs to a folder of ECGs. */
public final class LabelFileChoice implements NodeParameters {

    @Widget(title = "Label file", description = """
            A CSV file with the columns record, optionally patient, and one 0/1 column a label; an empty field means
            unknown.
            """)
    @FileReaderWidget(fileExtensions = {"csv"})
    FileSelection file = new FileSelection();

    public boolean isEmpty() {
        return ChosenPath.isEmpty(file);
    }

    /** The path, if it is one of the local file system. */
    public Optional<Path> localPath() {
        return ChosenPath.local(file);
    }

    /** The choice, to be closed after use. */
    public ChosenPath open() {
        return ChosenPath.open(file);
    }
}

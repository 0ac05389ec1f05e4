package org.physioclr.knime.nodes.bridge;

import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Where ECGs are read from: a folder, or one file. */
public final class EcgSourceChoice implements NodeParameters {

    @Widget(title = "Folder or file", description = """
            The folder with the ECGs, or any file in it. It may also lie in the workflow's data area or have a
            knime:// address.
            """)
    @FileReaderWidget
    FileSelection file = new FileSelection();

    @Widget(title = "Read", description = """
            Whole folder reads every ECG in the chosen folder (or beside the chosen file); This file reads the chosen
            file alone.
            """)
    @ValueSwitchWidget
    Scope scope = Scope.WHOLE_FOLDER;

    /** How much is read. */
    public enum Scope {
        @Label("Whole folder")
        WHOLE_FOLDER,
        @Label("This file")
        THIS_FILE
    }

    public boolean isWholeFolder() {
        return scope == Scope.WHOLE_FOLDER;
    }

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

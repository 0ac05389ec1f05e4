package org.physioclr.knime.nodes.reader;

import org.knime.node.parameters.widget.choices.Label;
import org.physioclr.core.read.ReadResult;

/** Whose record it is. */
enum PatientSource {
    @Label("Label file or header")
    AUTOMATIC,
    @Label("Name of the folder")
    PARENT_FOLDER,
    @Label("Each record another")
    RECORD;

    /** Whose ECG a record is, empty if unknown. */
    String of(ReadResult.Accepted accepted) {
        return switch (this) {
            case AUTOMATIC -> accepted.patient().id();
            case PARENT_FOLDER -> {
                int slash = accepted.record().lastIndexOf('/');
                yield slash < 0 ? "" : accepted.record().substring(0, slash);
            }
            case RECORD -> accepted.record();
        };
    }
}

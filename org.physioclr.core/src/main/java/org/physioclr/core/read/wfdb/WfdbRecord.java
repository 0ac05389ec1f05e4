package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Recording;

/** Reads a WFDB record by its header. */
public final class WfdbRecord {

    private WfdbRecord() {
    }

    /**
     * Reads a record.
     *
     * @param file its header
     * @throws org.physioclr.core.read.ReadException if a file of the record is absent, damaged or hostile
     */
    public static Recording read(Path file) throws IOException {
        WfdbHeader header = WfdbHeaderParser.parse(file);
        List<String> warnings = new ArrayList<>(header.warnings());
        List<Channel> channels = header.isMultiSegment() ? SegmentedSignals.read(file, header, warnings)
            : WfdbSignals.read(file, header, warnings);
        HeaderComments comments = new HeaderComments(header.comments());
        Diagnoses diagnoses = comments.diagnoses();
        return new Recording("WFDB", header.name(), channels, comments.patient(), diagnoses, header.comments(),
            warnings);
    }
}

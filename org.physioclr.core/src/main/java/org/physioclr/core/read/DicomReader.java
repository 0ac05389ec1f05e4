package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.dicom.DicomRecording;

/** Reads DICOM waveforms: 12-lead, general and ambulatory ECGs. */
public record DicomReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.DICOM;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return DicomRecording.read(file);
    }
}

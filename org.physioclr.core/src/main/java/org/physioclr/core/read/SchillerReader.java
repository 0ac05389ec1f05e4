package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.schiller.SchillerRecording;

/** Reads Schiller's XML export of a resting ECG. */
public record SchillerReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.SCHILLER;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return SchillerRecording.read(file);
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.scp.ScpRecording;

/** Reads SCP-ECG files (EN 1064, ISO 11073-91064). */
public record ScpReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.SCP;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return ScpRecording.read(file);
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.muse.MuseRecording;

/** Reads XML files of GE's MUSE system. */
public record MuseReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.MUSE;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return MuseRecording.read(file);
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.philips.PhilipsRecording;

/** Reads Philips XML files, also called SierraECG. */
public record PhilipsReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.PHILIPS;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return PhilipsRecording.read(file);
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.aecg.AecgRecording;

/** Reads annotated ECGs of HL7 v3. */
public record AecgReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.HL7_AECG;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return AecgRecording.read(file);
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.edf.EdfRecording;

/**
 * Reads EDF, EDF+ and their 24-bit siblings BDF and BDF+.
 *
 * @param format {@link FileFormat#EDF} or {@link FileFormat#BDF}
 */
public record EdfReader(FileFormat format) implements RecordReader {

    @Override
    public Recording read(Path file) throws IOException {
        return EdfRecording.read(file);
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import org.physioclr.core.read.matlab.CpscRecording;

/** Reads the MATLAB files (level 5) of the China Physiological Signal Challenge 2018. */
public record MatlabReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.MATLAB_5;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return CpscRecording.read(file);
    }
}

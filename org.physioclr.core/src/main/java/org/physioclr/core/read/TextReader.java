package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.physioclr.core.read.text.TextRecording;

/**
 * Reads tables of samples: CSV, TSV and their dialects.
 *
 * @param options what to assume where a table does not say
 */
public record TextReader(TextOptions options) implements RecordReader {

    public TextReader {
        Objects.requireNonNull(options, "options");
    }

    @Override
    public FileFormat format() {
        return FileFormat.CSV;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return TextRecording.read(file, options);
    }

    /** Whether a file may be read as a table though its content does not look like an ECG: its ending says so. */
    static boolean isTable(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)");
    }
}

package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.physioclr.core.read.wfdb.WfdbRecord;

/** Reads WFDB records, the format of PhysioNet and of the CinC challenges. */
public record WfdbReader() implements RecordReader {

    @Override
    public FileFormat format() {
        return FileFormat.WFDB;
    }

    @Override
    public Recording read(Path file) throws IOException {
        return WfdbRecord.read(file);
    }

    /** The header of the record that a file belongs to by its name; the file itself if there is no other. */
    static Path headerOf(Path file) {
        Path header = header(file);
        return Files.exists(header) ? header : file;
    }

    /** The header that a file would belong to by its name. */
    static Path header(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        boolean isHeader = name.toLowerCase(Locale.ROOT).endsWith(".hea");
        return isHeader ? file : file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".hea");
    }
}

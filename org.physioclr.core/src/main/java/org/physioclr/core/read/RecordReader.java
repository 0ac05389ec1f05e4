package org.physioclr.core.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.physioclr.core.read.xml.XmlDocument;

/** Reads the files of one format. Stateless and thread-safe. */
public sealed interface RecordReader permits WfdbReader, EdfReader, ScpReader, DicomReader, AecgReader,
        MuseReader, PhilipsReader, SchillerReader, MatlabReader, TextReader {

    /** One reader a format. */
    List<RecordReader> ALL = List.of(new WfdbReader(), new EdfReader(FileFormat.EDF),
        new EdfReader(FileFormat.BDF), new ScpReader(), new DicomReader(),
        new AecgReader(), new MuseReader(), new PhilipsReader(), new SchillerReader(),
        new MatlabReader(), new TextReader(TextOptions.DEFAULT));

    /** The format that this reads. */
    FileFormat format();

    /**
     * Reads a file.
     *
     * @throws ReadException if the file is damaged, with place, cause and remedy
     */
    Recording read(Path file) throws IOException;

    /** Reads a file of any known format; text tables have to tell their rate themselves. */
    static Recording readAny(Path file) throws IOException {
        return readAny(file, TextOptions.DEFAULT);
    }

    /**
     * Reads a file of any known format, told by its content. Of a WFDB record any file may be given; its header, of the
     * same name with the ending {@code .hea}, is then looked for beside it. A file that ends in {@code .csv} or
     * {@code .tsv} is read as a table even if it does not look like an ECG.
     *
     * @param text what to assume of text tables
     * @throws ReadException if the format is unknown or not read, or the file is damaged
     */
    static Recording readAny(Path file, TextOptions text) throws IOException {
        FileFormat format = formatOf(file).orElse(TextReader.isTable(file) ? FileFormat.CSV : null);
        if (format == null) {
            throw unknown(file);
        }
        if (format == FileFormat.CSV) {
            return new TextReader(text).read(file);
        }
        RecordReader reader = ALL.stream().filter(candidate -> candidate.format() == format).findFirst()
            .orElseThrow(() -> notRead(file, format));
        return reader.read(format == FileFormat.WFDB ? WfdbReader.headerOf(file) : file);
    }

    private static ReadException notRead(Path file, FileFormat format) {
        return format == FileFormat.MATLAB_4
            ? new ReadException(file, "", "a MATLAB matrix alone tells neither rate nor gain",
                "Put its WFDB header, which ends in .hea, beside it.")
            : new ReadException(file, "", "files of " + format.title() + " are not read",
                "Save it in MATLAB with the option -v7, or export it as CSV or WFDB.");
    }

    /**
     * The format of a file by its content. A header that is too damaged to be known by its content counts as WFDB if it
     * ends in {@code .hea}, as does any file that has one beside it.
     */
    static Optional<FileFormat> formatOf(Path file) throws IOException {
        Optional<FileFormat> format = FileFormat.of(head(file));
        boolean header = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".hea");
        boolean part = format.isEmpty() || format.get() == FileFormat.MATLAB_4;
        return part && (header || Files.isRegularFile(WfdbReader.header(file)))
            ? Optional.of(FileFormat.WFDB) : format;
    }

    /** Why a file of no known format is refused; an XML file that is damaged or hostile says so itself. */
    private static ReadException unknown(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return new ReadException(file, "", "the file is empty", LittleEndianFile.REMEDY);
        }
        String what = FileFormat.isXml(head(file)) ? "not a known ECG XML: its root element is "
            + XmlDocument.read(file).root().name() : "not an ECG file of a known format";
        boolean signal = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".dat");
        return new ReadException(file, "", what, signal ? "A WFDB signal file needs its header beside it."
            : "Formats that are read: " + titles() + ".");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(FileFormat.HEAD_BYTES);
        }
    }

    private static String titles() {
        return ALL.stream().map(reader -> reader.format().title()).collect(Collectors.joining(", "));
    }
}

package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.read.ReadException;

/**
 * Reads annotation files in the MIT format (WFDB Applications Guide, annot(5)): little-endian words of a 6-bit code and
 * a 10-bit time step. Notes at sample 0 describe the file (the program that wrote it, its time resolution, the names of
 * its own codes) and are left out, as wfdb-python does.
 */
public final class AnnotationFile {

    private static final int LARGEST_BYTES = 256 << 20;
    private static final String REMEDY = "The file is damaged or cut: download it again.";

    /** Only moves the time on; ecgcodes.h calls it NOTQRS. */
    private static final int NOT_AN_ANNOTATION = 0;
    private static final int NOTE = 22;
    private static final int SKIP = 59;
    private static final int NUMBER = 60;
    private static final int SUBTYPE = 61;
    private static final int CHANNEL = 62;
    private static final int TEXT = 63;

    private final Path file;
    private final byte[] data;
    private final List<Annotation> annotations = new ArrayList<>();
    private int position;
    private long sample;
    private int number;
    private int channel;

    private AnnotationFile(Path file, byte[] data) {
        this.file = file;
        this.data = data;
    }

    /**
     * Reads all annotations.
     *
     * @param file such as {@code 100.atr}
     * @return in the file's order
     * @throws ReadException if the file is cut in the middle of an annotation or lacks its end mark
     */
    public static List<Annotation> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new ReadException(file, "", "larger than annotation files are", "Choose an annotation file.");
        }
        return new AnnotationFile(file, Files.readAllBytes(file)).read();
    }

    private List<Annotation> read() throws ReadException {
        while (true) {
            int word = word();
            if (word == 0) {
                return List.copyOf(annotations);
            }
            int code = word >> 10;
            if (code == SKIP) {
                sample += skip();
            } else if (code > SKIP) {
                throw new ReadException(file, "byte " + (position - 2), "an attribute without an annotation", REMEDY);
            } else {
                sample += word & 0x3FF;
                annotation(code);
            }
        }
    }

    private void annotation(int code) throws ReadException {
        int subtype = 0;
        String text = "";
        while (position + 1 < data.length) {
            int next = (data[position + 1] & 0xFF) >> 2;
            if (next < NUMBER) {
                break;
            }
            int value = word() & 0x3FF;
            switch (next) {
                case NUMBER -> number = (byte) value;
                case SUBTYPE -> subtype = (byte) value;
                case CHANNEL -> channel = (byte) value;
                default -> text = text(value);
            }
        }
        boolean describesFile = code == NOTE && sample == 0;
        if (code != NOT_AN_ANNOTATION && !describesFile) {
            annotations.add(new Annotation(sample, code, subtype, channel, number, text));
        }
    }

    private int word() throws ReadException {
        if (position + 2 > data.length) {
            throw new ReadException(file, "byte " + data.length, "the annotation file ends without its end mark",
                REMEDY);
        }
        int word = data[position] & 0xFF | (data[position + 1] & 0xFF) << 8;
        position += 2;
        return word;
    }

    /** A 32-bit step, high word first. */
    private int skip() throws ReadException {
        int high = word();
        return high << 16 | word();
    }

    private String text(int length) throws ReadException {
        if (position + length > data.length) {
            throw new ReadException(file, "byte " + position, "a note's text is cut", REMEDY);
        }
        int end = position + length;
        while (end > position && data[end - 1] == 0) {
            end--;
        }
        String text = new String(data, position, end - position, StandardCharsets.UTF_8);
        position += length + length % 2;
        return text;
    }
}

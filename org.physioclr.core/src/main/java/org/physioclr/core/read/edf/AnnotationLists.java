package org.physioclr.core.read.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/**
 * The time-stamped annotation lists (TALs) of EDF+: {@code +onset[\x15duration]\x14text\x14...\x14\0}, as many as fit
 * into an annotation signal of a data record, the rest of which is zero.
 */
final class AnnotationLists {

    private static final byte END_OF_FIELD = 0x14;
    private static final byte DURATION = 0x15;
    private static final String REMEDY = "The file is damaged or breaks the rules of EDF+: export it again.";

    private final LittleEndianFile file;
    private final List<EdfAnnotation> annotations = new ArrayList<>();

    private AnnotationLists(LittleEndianFile file) {
        this.file = file;
    }

    /** The annotations of one signal in one data record; one without text is the mark of the record's own onset. */
    static List<EdfAnnotation> parse(LittleEndianFile file, int from, int to) throws ReadException {
        AnnotationLists lists = new AnnotationLists(file);
        int at = from;
        while (at < to && file.data()[at] != 0) {
            int end = lists.find((byte) 0, at, to);
            lists.list(at, end);
            at = end + 1;
        }
        return lists.annotations;
    }

    private void list(int from, int to) throws ReadException {
        int times = find(END_OF_FIELD, from, to);
        int comma = from;
        while (comma < times && file.data()[comma] != DURATION) {
            comma++;
        }
        byte sign = file.data()[from];
        if (sign != '+' && sign != '-') {
            throw error(from, "an annotation's onset must begin with + or -");
        }
        double onset = seconds(from, comma);
        double duration = comma < times ? seconds(comma + 1, times) : Double.NaN;
        for (int at = times + 1; at < to;) {
            int end = find(END_OF_FIELD, at, to);
            if (end > at || annotations.isEmpty()) {
                annotations.add(new EdfAnnotation(onset, duration,
                    new String(file.data(), at, end - at, StandardCharsets.UTF_8).strip()));
            }
            at = end + 1;
        }
    }

    private double seconds(int from, int to) throws ReadException {
        String text = new String(file.data(), from, to - from, StandardCharsets.ISO_8859_1);
        try {
            double seconds = Double.parseDouble(text);
            if (Double.isFinite(seconds)) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message as NaN and infinity.
        }
        throw error(from, "the time of an annotation is \"" + text + "\"");
    }

    private int find(byte mark, int from, int to) throws ReadException {
        for (int at = from; at < to; at++) {
            if (file.data()[at] == mark) {
                return at;
            }
        }
        throw error(from, "an annotation is not ended");
    }

    private ReadException error(int at, String cause) {
        return new ReadException(file.path(), "byte " + at, cause, REMEDY);
    }
}

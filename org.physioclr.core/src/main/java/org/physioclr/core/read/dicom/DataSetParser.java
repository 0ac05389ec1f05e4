package org.physioclr.core.read.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/** Reads data sets in little-endian byte order, with explicit or implicit value representations (PS3.5, section 7). */
final class DataSetParser {

    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int ITEM = 0xFFFE_E000;
    private static final int ITEM_END = 0xFFFE_E00D;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;
    private static final int DEEPEST = 16;
    private static final int MOST_ITEMS = 100_000;
    private static final Set<String> LONG_LENGTHS =
        Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private final LittleEndianFile file;
    private int items;

    /**
     * The head of an element.
     *
     * @param number group and element
     * @param vr the value representation, empty if implicit
     * @param start where its value begins
     * @param length the value's bytes or {@link #UNDEFINED}
     */
    private record Head(int number, String vr, int start, long length) {

        private boolean isUndefined() {
            return length == UNDEFINED;
        }
    }

    DataSetParser(LittleEndianFile file) {
        this.file = file;
    }

    /**
     * Reads the file meta information, which is explicit in every file.
     *
     * @param into receives its elements
     * @return where the data set begins
     */
    int meta(int start, DataSet into) throws ReadException {
        int at = start;
        while (at + 8 <= file.size() && file.unsigned16(at) == 2) {
            Head head = head(at, true);
            at = value(head, true, into, file.size(), 0);
        }
        return at;
    }

    /** Reads the elements from a byte on, to the file's end. */
    DataSet dataSet(int start, boolean explicit) throws ReadException {
        DataSet set = new DataSet(file);
        elements(start, file.size(), explicit, set, 0);
        return set;
    }

    /** Reads elements up to the end or the mark of an item's end; returns the byte after. */
    private int elements(int start, int end, boolean explicit, DataSet into, int depth) throws ReadException {
        int at = start;
        while (at < end) {
            Head head = head(at, explicit);
            if (head.number == ITEM_END || head.number == SEQUENCE_END) {
                return head.start;
            }
            at = value(head, explicit, into, end, depth);
        }
        return at;
    }

    private Head head(int at, boolean explicit) throws ReadException {
        int number = file.unsigned16(at) << 16 | file.unsigned16(at + 2L);
        if (!explicit || number >>> 16 == 0xFFFE) {
            return new Head(number, "", at + 8, file.unsigned32(at + 4L));
        }
        file.check(at + 4L, 2);
        String vr = new String(file.data(), at + 4, 2, StandardCharsets.ISO_8859_1);
        if (vr.charAt(0) < 'A' || vr.charAt(0) > 'Z' || vr.charAt(1) < 'A' || vr.charAt(1) > 'Z') {
            throw error(at, "there is no data element where one should begin");
        }
        return LONG_LENGTHS.contains(vr) ? new Head(number, vr, at + 12, file.unsigned32(at + 8L))
            : new Head(number, vr, at + 8, file.unsigned16(at + 6L));
    }

    /** Takes or skips a value; returns the byte after it. */
    private int value(Head head, boolean explicit, DataSet into, int end, int depth) throws ReadException {
        Tag tag = Tag.of(head.number);
        if (!head.isUndefined() && head.length > end - head.start) {
            throw error(head.start, "a value of " + head.length + " bytes runs over the end of its "
                + (end == file.size() ? "file" : "item"));
        }
        boolean sequence = tag != null && tag.isSequence() || head.vr.equals("SQ");
        if (head.isUndefined() || sequence && tag != null) {
            if (depth == DEEPEST) {
                throw error(head.start, "sequences are nested more than " + DEEPEST + " deep");
            }
            int sequenceEnd = head.isUndefined() ? end : (int) (head.start + head.length);
            boolean fragments = head.vr.equals("OB") || head.vr.equals("OW");
            // A sequence of unknown representation is implicit inside (PS3.5, section 6.2.2).
            return sequence(head, fragments, explicit && !head.vr.equals("UN"), tag, into, sequenceEnd, depth);
        }
        if (tag != null) {
            into.put(tag, new DataSet.Place(head.start, (int) head.length));
        }
        return (int) (head.start + head.length);
    }

    private int sequence(Head head, boolean fragments, boolean explicit, Tag tag, DataSet into, int end, int depth)
            throws ReadException {
        int at = head.start;
        while (at < end) {
            Head item = head(at, false);
            if (item.number == SEQUENCE_END) {
                return item.start;
            }
            if (item.number != ITEM || !item.isUndefined() && item.length > end - item.start) {
                throw error(at, "there is no whole item where one should begin");
            }
            if (++items > MOST_ITEMS) {
                throw error(at, "there are more than " + MOST_ITEMS + " items");
            }
            DataSet set = new DataSet(file);
            int itemEnd = item.isUndefined() ? end : (int) (item.start + item.length);
            at = fragments ? itemEnd : elements(item.start, itemEnd, explicit, set, depth + 1);
            if (tag != null) {
                into.add(tag, set);
            }
        }
        return at;
    }

    private ReadException error(int at, String cause) {
        return new ReadException(file.path(), "byte " + at, cause, LittleEndianFile.REMEDY);
    }
}

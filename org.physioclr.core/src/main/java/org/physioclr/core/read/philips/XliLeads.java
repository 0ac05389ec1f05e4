package org.physioclr.core.read.philips;

import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.xml.XmlDocument;
import org.physioclr.core.read.xml.XmlElement;

/**
 * Philips' compression XLI, as the open tools for it describe it: for each lead a header of eight bytes (length,
 * something unknown, first difference), then LZW codes of the second differences, all high bytes before all low ones.
 * The limb leads III to aVF hold only what they differ from the leads that follow from I and II, with halves cut off.
 */
final class XliLeads {

    private static final int HEADER_BYTES = 8;
    private static final int ZERO_DIFFERENCE = 64;
    private static final List<String> LIMB = List.of("I", "II", "III", "aVR", "aVL", "aVF");

    private XliLeads() {
    }

    /**
     * Decodes the leads.
     *
     * @param element for messages
     * @param bytes the compressed bytes
     * @param count how many leads; there may be more, unused, in the bytes
     * @param samples of each lead
     */
    static List<int[]> decode(XmlDocument document, XmlElement element, byte[] bytes, int count, int samples)
            throws ReadException {
        LittleEndianFile data = new LittleEndianFile(document.path(), bytes);
        List<int[]> leads = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < count; i++) {
            if (at + HEADER_BYTES > bytes.length || data.unsigned32(at) > bytes.length - at - HEADER_BYTES) {
                throw document.error(element, "the compressed samples end after " + i + " of " + count + " leads");
            }
            long length = data.unsigned32(at);
            int difference = data.signed16(at + 6);
            int from = (int) at + HEADER_BYTES;
            byte[] unpacked = 2L * samples > length * Lzw.MOST_BYTES_PER_BYTE ? null
                : Lzw.decode(bytes, from, (int) (from + length), 2 * samples);
            if (unpacked == null || (unpacked.length + 1) / 2 != samples) {
                throw document.error(element, "lead " + (i + 1) + " does not decompress to its " + samples
                    + " samples");
            }
            leads.add(integrated(unpacked, samples, difference));
            at += HEADER_BYTES + length;
        }
        return leads;
    }

    /** The first two samples stand as they are; differences are shifted by 64. */
    private static int[] integrated(byte[] halves, int samples, int firstDifference) {
        int[] values = new int[samples];
        for (int i = 0; i < samples; i++) {
            int low = samples + i < halves.length ? halves[samples + i] & 0xFF : 0;
            values[i] = halves[i] << 8 | low;
        }
        int difference = firstDifference;
        for (int i = 2; i < samples; i++) {
            int next = (short) (2 * values[i - 1] - values[i - 2] - difference);
            difference = values[i] - ZERO_DIFFERENCE;
            values[i] = next;
        }
        return values;
    }

    /** Whether the first six leads are the limb leads in their usual order, as the derivation takes for granted. */
    static boolean hasLimbLeads(List<String> labels) {
        return labels.size() >= LIMB.size() && labels.subList(0, LIMB.size()).equals(LIMB);
    }

    /** Puts the leads III, aVR, aVL and aVF in place of their differences. */
    static void derive(List<int[]> leads) {
        int[] one = leads.get(0);
        int[] two = leads.get(1);
        int[] three = leads.get(2);
        for (int i = 0; i < one.length; i++) {
            three[i] = two[i] - one[i] - three[i];
            leads.get(3)[i] = -leads.get(3)[i] - (one[i] + two[i]) / 2;
            leads.get(4)[i] = (one[i] - three[i]) / 2 - leads.get(4)[i];
            leads.get(5)[i] = (two[i] + three[i]) / 2 - leads.get(5)[i];
        }
    }
}

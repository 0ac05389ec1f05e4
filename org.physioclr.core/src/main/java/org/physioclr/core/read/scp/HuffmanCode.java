package org.physioclr.core.read.scp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.physioclr.core.read.BitReader;
import org.physioclr.core.read.ReadException;

/**
 * The Huffman code of section 2, or the default code of EN 1064: a prefix stands for a value, to which the bits that
 * may follow it are added, or switches to another of the code's tables.
 */
final class HuffmanCode {

    private static final int DEFAULT_TABLE = 19999;
    private static final int ENTRY_BYTES = 9;
    private static final int LONGEST_PREFIX = 32;

    /**
     * What a prefix means.
     *
     * @param extraBits how many bits follow, a number in two's complement
     * @param isSwitch whether the value is the number of the table to go on with, counted from 1
     * @param value what the extra bits are added to
     */
    private record Entry(int extraBits, boolean isSwitch, int value) {
    }

    /** By the prefix with a one in front of it. */
    private final List<Map<Long, Entry>> tables;

    private HuffmanCode(List<Map<Long, Entry>> tables) {
        this.tables = tables;
    }

    /** Null if the section says that samples are not encoded. */
    static HuffmanCode parse(ScpSection section) throws ReadException {
        int count = section.unsigned16(0);
        if (count == DEFAULT_TABLE) {
            return standard();
        }
        List<Map<Long, Entry>> tables = new ArrayList<>();
        long at = 2;
        for (int i = 0; i < count; i++) {
            int entries = section.unsigned16(at);
            at += 2;
            Map<Long, Entry> table = new HashMap<>();
            for (int k = 0; k < entries; k++, at += ENTRY_BYTES) {
                add(table, section, at);
            }
            tables.add(table);
        }
        return count == 0 ? null : new HuffmanCode(tables);
    }

    private static void add(Map<Long, Entry> table, ScpSection section, long at) throws ReadException {
        int prefix = section.unsigned8(at);
        int extra = section.unsigned8(at + 1) - prefix;
        if (prefix < 1 || prefix > LONGEST_PREFIX || extra < 0 || extra > LONGEST_PREFIX) {
            throw section.error("a code has a prefix of " + prefix + " bits and " + extra + " bits more");
        }
        // The bit that comes first is the lowest.
        long code = Integer.toUnsignedLong(Integer.reverse((int) section.unsigned32(at + 5))) >>> 32 - prefix;
        table.put(1L << prefix | code, new Entry(extra, section.unsigned8(at + 2) == 0, section.signed16(at + 3)));
    }

    /** 0 is 0; n up to 8 is n ones, a zero and the sign; ten bits announce 8 or 16 bits in full. */
    private static HuffmanCode standard() {
        Map<Long, Entry> table = new HashMap<>();
        table.put(0b10L, new Entry(0, false, 0));
        for (int n = 1; n <= 8; n++) {
            long prefix = ((1L << n + 1) - 1) << 2;
            table.put(prefix, new Entry(0, false, n));
            table.put(prefix | 1, new Entry(0, false, -n));
        }
        table.put(0b11111111110L, new Entry(8, false, 0));
        table.put(0b11111111111L, new Entry(16, false, 0));
        return new HuffmanCode(List.of(table));
    }

    /**
     * Decodes numbers.
     *
     * @return how many could be decoded before the bits ended, at most as many as fit into the array
     */
    int decode(BitReader bits, int[] numbers) {
        Map<Long, Entry> table = tables.get(0);
        int count = 0;
        try {
            while (count < numbers.length) {
                Entry entry = next(bits, table);
                int value = entry.value + bits.signed(entry.extraBits);
                if (entry.isSwitch) {
                    table = tables.get(value - 1);
                } else {
                    numbers[count++] = value;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // The bits have ended, or a table does not exist: the caller compares the count with what it expects.
            return count;
        }
        return count;
    }

    private static Entry next(BitReader bits, Map<Long, Entry> table) {
        long prefix = 1;
        for (int length = 1; length <= LONGEST_PREFIX; length++) {
            prefix = prefix << 1 | bits.unsigned(1);
            Entry entry = table.get(prefix);
            if (entry != null) {
                return entry;
            }
        }
        throw new IndexOutOfBoundsException("no such code");
    }
}

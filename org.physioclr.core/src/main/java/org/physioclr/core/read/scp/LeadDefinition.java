package org.physioclr.core.read.scp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.physioclr.core.read.ReadException;

/**
 * A lead as section 3 defines it.
 *
 * @param name of EN 1064's table of leads; {@code lead <number>} if it is none that surface ECGs use
 * @param start its first sample, counted from 1
 * @param end its last sample
 */
record LeadDefinition(String name, long start, long end) {

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(1, "I"), Map.entry(2, "II"),
        Map.entry(3, "V1"), Map.entry(4, "V2"), Map.entry(5, "V3"), Map.entry(6, "V4"), Map.entry(7, "V5"),
        Map.entry(8, "V6"), Map.entry(9, "V7"), Map.entry(10, "V2R"), Map.entry(11, "V3R"), Map.entry(12, "V4R"),
        Map.entry(13, "V5R"), Map.entry(14, "V6R"), Map.entry(15, "V7R"), Map.entry(16, "X"), Map.entry(17, "Y"),
        Map.entry(18, "Z"), Map.entry(19, "CC5"), Map.entry(20, "CM5"), Map.entry(61, "III"), Map.entry(62, "aVR"),
        Map.entry(63, "aVL"), Map.entry(64, "aVF"), Map.entry(65, "-aVR"), Map.entry(66, "V8"), Map.entry(67, "V9"),
        Map.entry(68, "V8R"), Map.entry(69, "V9R"), Map.entry(70, "Nehb D"), Map.entry(71, "Nehb A"),
        Map.entry(72, "Nehb J"));

    private static final int BYTES = 9;

    long samples() {
        return end - start + 1;
    }

    static List<LeadDefinition> parse(ScpSection section) throws ReadException {
        int count = section.unsigned8(0);
        if (count == 0) {
            throw section.error("it defines no leads");
        }
        List<LeadDefinition> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = 2 + (long) BYTES * i;
            int id = section.unsigned8(at + 8);
            LeadDefinition lead = new LeadDefinition(NAMES.getOrDefault(id, "lead " + id), section.unsigned32(at),
                section.unsigned32(at + 4));
            if (lead.start < 1 || lead.end < lead.start) {
                throw section.error("lead " + lead.name + " runs from sample " + lead.start + " to " + lead.end);
            }
            leads.add(lead);
        }
        return leads;
    }

    /** Whether a reference beat was subtracted from the rhythm. */
    static boolean isBeatSubtracted(ScpSection section) throws ReadException {
        return (section.unsigned8(1) & 1) != 0;
    }
}

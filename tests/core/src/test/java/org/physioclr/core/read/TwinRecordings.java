package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** One ECG in two formats. */
final class TwinRecordings {

    private TwinRecordings() {
    }

    /** All twelve leads of the rhythm, sample by sample. */
    static void assertEqualSignals(Recording expected, Recording actual) {
        EcgRecord first = EcgConversion.convert(expected, "a", LeadChoice.TWELVE, new ArrayList<>());
        EcgRecord second = EcgConversion.convert(actual, "b", LeadChoice.TWELVE, new ArrayList<>());
        assertEquals(first.rateHz(), second.rateHz());
        for (int lead = 0; lead < 12; lead++) {
            assertArrayEquals(first.samplesMv()[lead], second.samplesMv()[lead], 0, Lead.TWELVE.get(lead).name());
        }
    }
}

package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.physioclr.testing.TestData;

/** Damaged and hostile files end in one line that says what is wrong, or in a record with a warning. */
class MalformedWfdbTest {

    /** What the message or the warning must say; an empty text stands for a record without a warning. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
        Map.entry("truncated_signal", "!it ends after 3000 of 5000 samples"),
        Map.entry("missing_signal_file", "!is missing"),
        Map.entry("empty_signal_file", "!the signal file is empty"),
        Map.entry("empty_header", "!the header is empty"),
        Map.entry("too_few_signal_lines", "!line 1: 12 signals announced, 5 described"),
        Map.entry("too_many_signal_lines", "describes 13 signals but announces 12"),
        Map.entry("bad_checksum", "checksum of signal I does not match"),
        Map.entry("bad_init_value", "first sample of signal I is -254, the header says 9999"),
        Map.entry("zero_gain", "200 units per mV are assumed"),
        Map.entry("nan_gain", "!gain \"NaN\" is not a number"),
        Map.entry("unknown_format", "!signal format 99 is not a WFDB format"),
        Map.entry("negative_nsamp", "!number of samples -5000 must be"),
        Map.entry("zero_fs", "!the sampling frequency must be positive"),
        Map.entry("no_dx", ""),
        Map.entry("dx_garbage", ""),
        Map.entry("dx_spaces_case", ""),
        Map.entry("crlf_header", ""),
        Map.entry("duplicate_lead_names", ""),
        Map.entry("path_traversal", "!outside of the record's folder"),
        Map.entry("binary_header", "!not a WFDB header"),
        Map.entry("nsig_huge", "!2000000000 signals announced, 12 described"),
        Map.entry("all_invalid_samples", ""),
        Map.entry("flat_signal", ""),
        Map.entry("loop", "!or this very record"),
        Map.entry("flac_corrupt", "!damaged FLAC frame"));

    @Test
    void everyDamagedRecordEndsAsListed() throws IOException {
        int seen = 0;
        for (NamedCsvRecord row : Truth.rows("malformed/index.csv")) {
            String file = row.getField("file");
            if (!file.startsWith("malformed/wfdb/") || !file.endsWith(".hea")) {
                continue;
            }
            String name = file.substring("malformed/wfdb/".length(), file.length() - 4);
            String expected = EXPECTED.get(name);
            if (expected.startsWith("!")) {
                ReadException e = assertThrows(ReadException.class, () -> RecordReader.readAny(TestData.path(file)),
                    name);
                assertTrue(e.getMessage().contains(expected.substring(1)), name + ": " + e.getMessage());
                assertFalse(e.getMessage().contains("\n"), name);
            } else {
                String warnings = String.join("; ", RecordReader.readAny(TestData.path(file)).warnings());
                assertTrue(expected.isEmpty() || warnings.contains(expected), name + ": " + warnings);
            }
            seen++;
        }
        assertEquals(EXPECTED.size(), seen);
    }

    @Test
    void headersThatOtherReadersRefuseAreReadWithAWarning() throws IOException {
        for (NamedCsvRecord row : Truth.rows("quirks/index.csv")) {
            Recording recording = RecordReader.readAny(TestData.path(row.getField("file")));
            assertEquals(12, recording.channels().size());
            assertEquals(5000, recording.channels().get(0).physical().length);
            assertTrue(recording.warnings().contains("the header's record name carries the ending .mat"));
        }
    }

    @Test
    void diagnosesAreReadInAnySpelling() throws IOException {
        assertFalse(read("no_dx").diagnoses().stated());
        assertEquals("[426783006, 164889003]", read("dx_spaces_case").diagnoses().snomedCodes().toString());
        assertEquals("[426783006, abc, 164889003, 999999999]", read("dx_garbage").diagnoses().statements().toString());
        for (Channel channel : read("all_invalid_samples").channels()) {
            assertTrue(Double.isNaN(channel.physical()[0]) && Double.isNaN(channel.physical()[4999]));
        }
    }

    private static Recording read(String name) throws IOException {
        return RecordReader.readAny(TestData.path("malformed/wfdb/" + name + ".hea"));
    }
}

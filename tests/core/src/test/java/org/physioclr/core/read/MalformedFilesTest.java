package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.physioclr.core.read.wfdb.AnnotationFile;
import org.physioclr.testing.TestData;

/** Damaged and hostile files end in one line that says what is wrong, or in a record with a warning. */
class MalformedFilesTest {

    /** What the message or the warning must say; an empty text stands for a record without a warning. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
        Map.entry("wfdb/truncated_signal.hea", "!it ends after 3000 of 5000 samples"),
        Map.entry("wfdb/missing_signal_file.hea", "!is missing"),
        Map.entry("wfdb/empty_signal_file.hea", "!the signal file is empty"),
        Map.entry("wfdb/empty_header.hea", "!the header is empty"),
        Map.entry("wfdb/too_few_signal_lines.hea", "!line 1: 12 signals announced, 5 described"),
        Map.entry("wfdb/too_many_signal_lines.hea", "describes 13 signals but announces 12"),
        Map.entry("wfdb/bad_checksum.hea", "checksum of signal I does not match"),
        Map.entry("wfdb/bad_init_value.hea", "first sample of signal I is -254, the header says 9999"),
        Map.entry("wfdb/zero_gain.hea", "200 units per mV are assumed"),
        Map.entry("wfdb/nan_gain.hea", "!gain \"NaN\" is not a number"),
        Map.entry("wfdb/unknown_format.hea", "!signal format 99 is not a WFDB format"),
        Map.entry("wfdb/negative_nsamp.hea", "!number of samples -5000 must be"),
        Map.entry("wfdb/zero_fs.hea", "!the sampling frequency must be positive"),
        Map.entry("wfdb/no_dx.hea", ""),
        Map.entry("wfdb/dx_garbage.hea", ""),
        Map.entry("wfdb/dx_spaces_case.hea", ""),
        Map.entry("wfdb/crlf_header.hea", ""),
        Map.entry("wfdb/duplicate_lead_names.hea", ""),
        Map.entry("wfdb/path_traversal.hea", "!outside of the record's folder"),
        Map.entry("wfdb/binary_header.hea", "!not a WFDB header"),
        Map.entry("wfdb/nsig_huge.hea", "!2000000000 signals announced, 12 described"),
        Map.entry("wfdb/all_invalid_samples.hea", "first sample of signal I is -32768, the header says"),
        Map.entry("wfdb/flat_signal.hea", "checksum of signal I does not match"),
        Map.entry("wfdb/loop.hea", "!or this very record"),
        Map.entry("wfdb/flac_corrupt.hea", "!damaged FLAC frame"),
        Map.entry("wfdb/ann_truncated.atr", "!byte "),
        Map.entry("edf/edf_truncated_data.edf", "!it ends after 1 of 4 data records"),
        Map.entry("edf/edf_truncated_header.edf", "!byte 252: the number of signals is 1, but the file has 300 bytes"),
        Map.entry("edf/edf_nrecords_minus1.edf", "the number of data records is not stated; the file holds 4"),
        Map.entry("edf/edf_bad_numeric.edf", "!byte 252: the number of signals \"abcd\" is not a whole number"),
        Map.entry("edf/edf_dmin_eq_dmax.edf", "!signal ECG has equal extremes"),
        Map.entry("edf/edf_zero_duration.edf", "!the duration of a data record must be positive, not 0 s"),
        Map.entry("edf/not_an_edf.edf", "!not an ECG file of a known format"),
        Map.entry("edf/empty.edf", "!the file is empty"),
        Map.entry("scp/scp_bad_crc.scp", "the file's checksum does not match"),
        Map.entry("scp/scp_truncated.scp", "!it ends after 11381 of 34144 bytes"),
        Map.entry("scp/scp_bad_section_pointer.scp", "!byte 310: section 2 does not begin here"),
        Map.entry("dicom/truncated.dcm", "!runs over the end of its file"),
        Map.entry("dicom/no_preamble.dcm", "the file lacks the preamble of DICOM files"),
        Map.entry("dicom/not_dicom.dcm", "!not an ECG file of a known format"),
        Map.entry("dicom/empty.dcm", "!the file is empty"),
        Map.entry("xml/aecg_truncated.xml", "!the XML is not well-formed"),
        Map.entry("xml/aecg_entity_bomb.xml", "!it defines a document type or entities"),
        Map.entry("xml/unknown_root.xml", "!not a known ECG XML: its root element is foo"),
        Map.entry("mat/mat_v73_signature.mat", "!files of MATLAB 7.3 (HDF5) are not read"),
        Map.entry("csv/csv_ragged.csv", "!line 51: it has 14 cells instead of 12"),
        Map.entry("csv/csv_text_cell.csv", "!line 21, column 4 (AVR): \"abc\" is not a number"),
        Map.entry("csv/csv_nan_cells.csv", "taken as mV"),
        Map.entry("csv/csv_header_only.csv", "!the table has no samples"),
        Map.entry("csv/csv_utf8_bom.csv", "taken as mV"));

    @Test
    void everyDamagedRecordEndsAsListed() throws IOException {
        int seen = 0;
        for (NamedCsvRecord row : Truth.rows("malformed/index.csv")) {
            String file = row.getField("file");
            String name = file.substring("malformed/".length());
            String expected = EXPECTED.get(name);
            if (expected.startsWith("!")) {
                ReadException e = assertThrows(ReadException.class, () -> warnings(TestData.path(file)), name);
                assertTrue(e.getMessage().contains(expected.substring(1)), name + ": " + e.getMessage());
                assertFalse(e.getMessage().contains("\n"), name);
            } else {
                String warnings = warnings(TestData.path(file));
                assertTrue(warnings.contains(expected), name + ": " + warnings);
                assertEquals(expected.isEmpty(), warnings.isEmpty(), name + ": " + warnings);
            }
            seen++;
        }
        assertEquals(50, seen);
        assertEquals(EXPECTED.size(), seen);
    }

    private static String warnings(Path file) throws IOException {
        if (file.toString().endsWith(".atr")) {
            return AnnotationFile.read(file).size() + " annotations";
        }
        return String.join("; ", read(file).warnings());
    }

    @Test
    void headersThatOtherReadersRefuseAreReadWithAWarning() throws IOException {
        List<NamedCsvRecord> rows = Truth.rows("quirks/index.csv");
        assertEquals(3, rows.size());
        for (NamedCsvRecord row : rows) {
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
        return read(TestData.path("malformed/wfdb/" + name + ".hea"));
    }

    private static Recording read(Path file) throws IOException {
        return RecordReader.readAny(file, new TextOptions(OptionalDouble.of(100), TextOptions.Unit.BY_SIZE,
            TextOptions.FirstRow.AUTOMATIC, TextOptions.FirstColumn.AUTOMATIC));
    }
}

package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.testing.TestData;

/** Reads every real twelve-lead record of the test data and holds it against the table that lists them. */
class Ecg12Test {

    @Test
    void everyRecordIsAsListed() throws IOException {
        List<NamedCsvRecord> rows = Truth.rows("index.csv");
        assertEquals(304, rows.size());
        for (NamedCsvRecord row : rows) {
            String file = row.getField("file");
            Recording recording = RecordReader.readAny(TestData.path(file));
            assertEquals(Arrays.asList(row.getField("leads").split(" ")),
                recording.channels().stream().map(Channel::name).toList(), file);
            for (Channel channel : recording.channels()) {
                assertEquals(Double.parseDouble(row.getField("fs_hz")), channel.rateHz(), file);
                assertEquals(Integer.parseInt(row.getField("length_samples")), channel.physical().length, file);
            }
            assertEquals(List.of(), recording.warnings(), file);
            assertPatient(row, recording);
            assertDiagnoses(row, recording);
            EcgRecord twelve = EcgConversion.convert(recording, file, LeadChoice.TWELVE, new ArrayList<>());
            assertEquals(Lead.TWELVE, twelve.leads(), file);
        }
    }

    private static void assertPatient(NamedCsvRecord row, Recording recording) {
        String file = row.getField("file");
        if (row.getField("label_scheme").startsWith("SCP")) {
            assertEquals(Patient.UNKNOWN, recording.patient(), file);
            return;
        }
        String age = row.getField("age");
        assertEquals(age.isEmpty() ? Double.NaN : Double.parseDouble(age), recording.patient().ageYears(), file);
        assertEquals(Sex.of(row.getField("sex")), recording.patient().sex(), file);
    }

    private static void assertDiagnoses(NamedCsvRecord row, Recording recording) {
        String file = row.getField("file");
        Diagnoses diagnoses = recording.diagnoses();
        switch (row.getField("label_scheme")) {
            case "SNOMED-CT" -> assertEquals(new TreeSet<>(codes(row.getField("labels_raw"))),
                new TreeSet<>(diagnoses.snomedCodes()), file);
            case "LUDB free text" -> {
                assertTrue(diagnoses.stated() && !diagnoses.isSnomed(), file);
                String rhythm = row.getField("labels_raw").split(";")[0].strip();
                assertTrue(diagnoses.statements().stream().anyMatch(text -> text.contains(rhythm)),
                    () -> file + ": " + rhythm + " in " + diagnoses.statements());
            }
            default -> assertEquals(Diagnoses.NOT_STATED, diagnoses, file);
        }
    }

    private static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(";"));
    }
}

package org.physioclr.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.physioclr.testing.TestData;

class LabelSchemeTest {

    @Test
    void anyEquivalentCodeMakesAClassPositive() {
        for (String code : List.of("733534002", "164909002")) {
            RecordLabels labels = LabelScheme.CINC_26.fromCodes(List.of(code));
            assertEquals(OptionalInt.of(1), labels.value("LBBB"));
            assertEquals(Set.of("LBBB"), labels.positive());
            assertEquals(OptionalInt.of(0), labels.value("AF"));
        }
    }

    @Test
    void aRecordWithoutCodesHasZerosAndAnUnjudgedOneNothing() {
        assertEquals(OptionalInt.of(0), LabelScheme.CINC_26.fromCodes(List.of()).value("AF"));
        assertEquals(OptionalInt.empty(), RecordLabels.MISSING.value("AF"));
    }

    @Test
    void allFoundCallsUnknownCodesByTheirNumber() {
        RecordLabels labels = LabelScheme.ALL_FOUND.fromCodes(List.of("164889003", "999999999"));
        assertEquals(Set.of("AF", "999999999"), labels.positive());
        assertEquals(List.of(), LabelScheme.ALL_FOUND.fixedLabels());
    }

    @Test
    void everyCodeOfAClassHasAName() {
        assertEquals(26, LabelScheme.CINC_26.fixedLabels().size());
        assertEquals(26, LabelScheme.CINC_26.fixedLabels().stream().distinct().count());
        for (CincClass one : CincClass.values()) {
            for (String code : one.codes()) {
                assertTrue(Snomed.of(code).isPresent(), one + " " + code);
            }
        }
        assertEquals("atrial fibrillation", Snomed.of("164889003").orElseThrow().name());
    }

    @Test
    void classesAndOrderAreTheChallenges() throws IOException {
        try (CsvReader<CsvRecord> rows =
            CsvReader.builder().ofCsvRecord(TestData.path("ecg12/cinc2021_weights.csv"))) {
            List<String> header = rows.stream().findFirst().orElseThrow().getFields();
            List<Set<String>> expected =
                header.stream().skip(1).map(cell -> Set.copyOf(Arrays.asList(cell.split("\\|")))).toList();
            assertEquals(expected, Arrays.stream(CincClass.values()).map(c -> Set.copyOf(c.codes())).toList());
        }
    }
}

package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.testing.TestData;

class AecgTest {

    @TempDir
    private Path folder;

    private static String set(String time, String... leads) {
        StringBuilder text = new StringBuilder("<component><sequenceSet><component><sequence>").append(time)
            .append("</sequence></component>");
        for (int i = 0; i < leads.length; i += 2) {
            text.append("<component><sequence><code code='MDC_ECG_LEAD_").append(leads[i])
                .append("'/><value><origin value='10' unit='uV'/><scale value='2.5' unit='uV'/><digits>")
                .append(leads[i + 1]).append("</digits></value></sequence></component>");
        }
        return text.append("</sequenceSet></component>").toString();
    }

    private static String at(String head) {
        return "<code code='TIME_ABSOLUTE'/><value><head value='" + head
            + "'/><increment value='2' unit='ms'/></value>";
    }

    private static String aecg(String content) {
        return "<AnnotatedECG xmlns='urn:hl7-org:v3'>" + content + "</AnnotatedECG>";
    }

    private Recording read(String text) throws IOException {
        return RecordReader.readAny(Files.writeString(folder.resolve("t.xml"), text));
    }

    private String refusal(String text) {
        return assertThrows(ReadException.class, () -> read(text)).getMessage();
    }

    @Test
    void digitsAreScaledAndShifted() throws IOException {
        Channel channel = read(aecg("<component><series>" + set(at("20200101"), "II", "-2 0\n 4")
            + "</series></component>")).channels().get(0);
        assertEquals("MDC_ECG_LEAD_II", channel.name());
        assertEquals(500, channel.rateHz());
        assertEquals("uV", channel.unit());
        assertArrayEquals(new double[] {5, 10, 20}, channel.physical());
    }

    @Test
    void seriesOneAfterTheOtherShareOneAxisOfTime() throws IOException {
        Recording recording = read(aecg("<component><series>" + set(at("20200101120000.000"), "I", "1 2")
            + "</series></component><component><series>" + set(at("20200101120000.006"), "I", "3", "II", "4 5")
            + "</series></component>"));
        assertEquals(2, recording.channels().size());
        double nan = Double.NaN;
        assertArrayEquals(new double[] {12.5, 15, nan, 17.5, nan}, recording.channels().get(0).physical());
        assertArrayEquals(new double[] {nan, nan, nan, 20, 22.5}, recording.channels().get(1).physical());
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertTrue(refusal(aecg("<component><series>" + set("", "I", "1") + "</series></component>"))
            .contains("has no time before it"));
        assertTrue(refusal(aecg("<component><series>" + set(at("x"), "I", "1") + "</series></component>"))
            .contains("the time \"x\" is not understood"));
        assertTrue(refusal(aecg("<component><series>" + set(at("20200101"), "I", "1 a") + "</series></component>"))
            .contains("the sample \"a\" is not a number"));
        Path empty = TestData.path("formats/aecg/empty.xml");
        ReadException e = assertThrows(ReadException.class, () -> RecordReader.readAny(empty));
        assertEquals("empty.xml: the annotated ECG holds no waveform. Export it with its waveforms.", e.getMessage());
    }

    @Test
    void formsOfTheEffectiveTimeDoNotMatter() throws IOException {
        for (String name : List.of("minimum_aecg", "minimum_aecg_nouuid", "minimum_aecg_effectiveTime_low",
                "minimum_aecg_effectiveTime_high", "minimum_aecg_effectiveTime_interval")) {
            Recording recording = RecordReader.readAny(TestData.path("formats/aecg/" + name + ".xml"));
            assertEquals(1, recording.channels().size(), name);
            assertEquals(13, recording.channels().get(0).physical().length, name);
            assertEquals("SBJ-123", recording.patient().id(), name);
        }
    }

    @Test
    void oneEcgInThreeFormatsGivesEqualSignals() throws IOException {
        Recording dicom = RecordReader.readAny(TestData.path("formats/dicom/Example_ecgtoolkit.dcm"));
        for (String name : List.of("Example_aECG_HL7.xml", "fda_subject1_0.xml")) {
            Recording aecg = RecordReader.readAny(TestData.path("formats/aecg/" + name));
            TwinRecordings.assertEqualSignals(dicom, aecg);
        }
        Recording reported = RecordReader.readAny(TestData.path("formats/aecg/Example_aECG_HL7.xml"));
        assertEquals(new Patient("SBJ-123", 46, Sex.MALE), reported.patient());
    }

    @Test
    void theInterpretationIsADiagnosis() throws IOException {
        Recording recording = RecordReader.readAny(TestData.path("formats/aecg/hl7aecg_example_liryc.xml"));
        assertEquals("Rythme sinusal avec ESA", recording.diagnoses().statements().get(0));
        assertEquals("25060897140", recording.patient().id());
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        Mutations.check(folder.resolve("t.xml"), aecg("<component><series>"
            + set(at("20200101120000.000"), "I", "1 2", "II", "3 4") + "</series></component><component><series>"
            + set(at("20200101120000.006"), "I", "3 4") + "</series></component>").getBytes(StandardCharsets.UTF_8));
    }
}

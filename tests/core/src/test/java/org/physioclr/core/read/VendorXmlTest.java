package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.ScpFile.Bytes;
import org.physioclr.testing.TestData;

/**
 * Schiller, Philips and MUSE. The numbers of the two real files were computed in Python from the open description of
 * XLI (sierra-ecg-tools, MIT; the file is theirs too) and from the text of Schiller's file (cardio, Apache-2.0).
 */
class VendorXmlTest {

    @TempDir
    private Path folder;

    private Recording read(String text) throws IOException {
        return RecordReader.readAny(Files.writeString(folder.resolve("t.xml"), text));
    }

    private String refusal(String text) {
        return assertThrows(ReadException.class, () -> read(text)).getMessage();
    }

    private static List<String> names(Recording recording, Content content) {
        return recording.channels().stream().filter(c -> c.content() == content).map(Channel::name).toList();
    }

    private static void assertChannel(Channel channel, int length, double sum, double... first) {
        assertEquals(length, channel.physical().length, channel.name());
        assertEquals(sum, Arrays.stream(channel.physical()).sum(), 1e-6, channel.name());
        assertArrayEquals(first, Arrays.copyOf(channel.physical(), first.length), 1e-9, channel.name());
    }

    @Test
    void schillersRhythmsAndAveragesAreRead() throws IOException {
        Recording recording = RecordReader.readAny(TestData.path("formats/vendor-xml/schiller_sample.xml"));
        List<Channel> channels = recording.channels();
        assertEquals(List.of("I", "II", "III", "AVR", "AVL", "AVF", "V1", "V2", "V3", "V4", "V5", "V6"),
            names(recording, Content.RHYTHM));
        assertEquals(12, names(recording, Content.REPRESENTATIVE_BEAT).size());
        assertEquals(500, channels.get(0).rateHz());
        assertEquals("UV", channels.get(0).unit());
        assertChannel(channels.get(0), 5000, -87322, -60, -59, -59);
        assertChannel(channels.get(3), 5000, 66670, 240, 239, 239);
        assertChannel(channels.get(11), 5000, -71190, -60, -59, -59);
        assertChannel(channels.get(12), 500, 29045, 35, 25, 25);
        assertEquals(Patient.UNKNOWN, recording.patient());
    }

    @Test
    void philipsXliIsDecompressedWithoutItsCalibrationMark() throws IOException {
        Recording recording = RecordReader.readAny(
            TestData.path("formats/vendor-xml/philips_sierra_1_04_compressed.xml"));
        List<Channel> channels = recording.channels();
        assertEquals(List.of("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"),
            names(recording, Content.RHYTHM));
        // Sums of the decoded steps of 5 uV less the 100 samples of 200 steps of the mark.
        assertChannel(channels.get(0), 5300, 5.0 * (11652 - 20000), 165, 165, 150);
        assertChannel(channels.get(1), 5300, 5.0 * (-116199 - 20000), 190, 190, 170);
        assertChannel(channels.get(2), 5300, 5.0 * (-107851 - 20000), 25, 25, 20);
        assertChannel(channels.get(3), 5300, 5.0 * (91484 - 20000), -175, -175, -160);
        assertChannel(channels.get(4), 5300, 5.0 * (78924 - 20000), 70, 70, 65);
        assertChannel(channels.get(5), 5300, 5.0 * (-112642 - 20000), 110, 110, 95);
        assertChannel(channels.get(11), 5300, 5.0 * (36949 - 20000), 395, 395, 390);
        assertChannel(channels.get(12), 600, 2.5 * (19671979 - 600.0 * 32767), 65, 62.5, 62.5);
        assertEquals(new Patient("9999", 60, Sex.MALE), recording.patient());
        assertEquals(List.of("SINUS RHYTHM", "PROBABLE LEFT VENTRICULAR HYPERTROPHY",
            "ANTERIOR ST ELEVATION, PROBABLY DUE TO LVH"), recording.diagnoses().statements());
    }

    private static String philips(String attributes, byte[] data) {
        return "<restingecgdata><dataacquisition><signalcharacteristics><samplingrate>500</samplingrate>"
            + "<signalresolution>5</signalresolution><acquisitiontype>STD-12</acquisitiontype>"
            + "</signalcharacteristics></dataacquisition><waveforms><parsedwaveforms dataencoding='Base64' "
            + "durationperchannel='8' " + attributes + ">" + Base64.getEncoder().encodeToString(data)
            + "</parsedwaveforms></waveforms></restingecgdata>";
    }

    @Test
    void philipsLzwCodesMayStandForThemselves() throws IOException {
        // High bytes 0 0 0 0, then low bytes 10 10 64 64, so that x = 10, y = 10, then differences of 3 and 0:
        // z = 2*10 - 10 - 3 = 7, then 2*7 - 10 - 0 = 4. The zeros are 0, (256) = 0 0, 0: a string not yet known.
        Bytes lead = new Bytes().add(ScpFile.bits("0000000000 0100000000 0000000000 0000001010 0000001010 "
            + "0001000000 0001000000 1111111111"));
        byte[] codes = lead.get();
        byte[] bytes = new Bytes().u32(codes.length).u16(1, 3).add(codes).get();
        Recording recording = read(philips("leadlabels='V1' compression='XLI'", bytes));
        assertArrayEquals(new double[] {50, 50, 35, 20}, recording.channels().get(0).physical());
    }

    @Test
    void philipsPlainSamplesMayBeLeadsOrDifferences() throws IOException {
        Bytes leads = new Bytes().u16(10, 20, 30, 40).u16(30, 50, 70, 90).u16(20, 30, 40, 50);
        for (int i = 0; i < 9; i++) {
            leads.u16(i, i, i, i);
        }
        Recording asLeads = read(philips("compressflag='False' compressmethod='XLI'", leads.get()));
        assertArrayEquals(new double[] {100, 150, 200, 250}, asLeads.channels().get(2).physical());
        assertArrayEquals(new double[] {0, 0, 0, 0}, asLeads.channels().get(3).physical());
        Bytes differences = new Bytes().u16(10, 20, 30, 40).u16(30, 50, 70, 90).u16(0, 0, 0, 1);
        for (int i = 0; i < 9; i++) {
            differences.u16(0, 0, 0, i);
        }
        Recording derived = read(philips("", differences.get()));
        assertArrayEquals(new double[] {100, 150, 200, 245}, derived.channels().get(2).physical());
        assertArrayEquals(new double[] {-100, -175, -250, -325}, derived.channels().get(3).physical());
    }

    @Test
    void philipsCannotAskForMoreThanItHolds() {
        byte[] data = new Bytes().u32(4).u16(1, 0).u32(0).get();
        String huge = philips("leadlabels='V1' compression='XLI'", data).replace("channel='8'", "channel='9e9'");
        assertTrue(refusal(huge).contains("with its gaps the recording would have"));
        String large = philips("leadlabels='V1' compression='XLI'", data).replace("channel='8'", "channel='9e6'");
        assertTrue(refusal(large).contains("does not decompress to its 4500000 samples"));
        assertTrue(refusal(philips("compression='ZIP'", data)).contains("compression ZIP is not read"));
    }

    private static String muse(String samples) {
        return "<?xml version='1.0' encoding='ISO-8859-1'?>\n<!DOCTYPE RestingECG SYSTEM 'restecg.dtd'>\n<RestingECG>"
            + "<PatientDemographics><PatientID>M1</PatientID><PatientAge>58</PatientAge><AgeUnits>YEARS</AgeUnits>"
            + "<Gender>FEMALE</Gender></PatientDemographics><Diagnosis><Modality>RESTING</Modality>"
            + "<DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>Sinus rhythm</StmtText>"
            + "</DiagnosisStatement><DiagnosisStatement><StmtText>with</StmtText></DiagnosisStatement>"
            + "<DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>PVCs</StmtText></DiagnosisStatement>"
            + "</Diagnosis><Waveform><WaveformType>Median</WaveformType>" + lead("I", "2", samples)
            + "</Waveform><Waveform><WaveformType>Rhythm</WaveformType>" + lead("I", "2", samples)
            + lead("II", "2", samples) + "</Waveform></RestingECG>";
    }

    private static String lead(String name, String size, String samples) {
        return (name.equals("I") ? "<SampleBase>500</SampleBase><SampleExponent>0</SampleExponent>" : "")
            + "<LeadData><LeadSampleCountTotal>3</LeadSampleCountTotal><LeadAmplitudeUnitsPerBit>4.88"
            + "</LeadAmplitudeUnitsPerBit><LeadAmplitudeUnits>MICROVOLTS</LeadAmplitudeUnits><LeadID>" + name
            + "</LeadID><LeadSampleSize>" + size + "</LeadSampleSize><WaveFormData>\n" + samples
            + "\n</WaveFormData></LeadData>";
    }

    @Test
    void museIsReadWithItsNamedDocumentType() throws IOException {
        String samples = Base64.getEncoder().encodeToString(new Bytes().u16(1, -2, 300).get());
        Recording recording = read(muse(samples));
        assertEquals(List.of("I", "II"), names(recording, Content.RHYTHM));
        assertEquals(List.of("I"), names(recording, Content.REPRESENTATIVE_BEAT));
        assertArrayEquals(new double[] {4.88, -9.76, 1464}, recording.channels().get(0).physical(), 1e-9);
        assertEquals(1, EcgConversion.millivoltsPer(recording.channels().get(0).unit()).getAsDouble() * 1000);
        assertEquals(new Patient("M1", 58, Sex.FEMALE), recording.patient());
        assertEquals(new Diagnoses(true, List.of("Sinus rhythm", "with PVCs")), recording.diagnoses());
        assertTrue(refusal(muse("AAAA")).contains("lead I has 1 of 3 samples"));
    }

    @Test
    void museSamplesThatDoNotMatchTheirChecksumAreRemarked() throws IOException {
        // The sums of zlib.crc32 over the bytes 01 00 fe ff 2c 01, and the same with a bit changed.
        String samples = Base64.getEncoder().encodeToString(new Bytes().u16(1, -2, 300).get());
        String right = muse(samples).replace("<LeadSampleSize>",
            "<LeadDataCRC32>%CRC%</LeadDataCRC32><LeadSampleSize>");
        assertEquals(List.of(), read(right.replace("%CRC%", "3968433223")).warnings());
        String wrong = right.replaceFirst("(?s)(.*)%CRC%", "$13968433222").replace("%CRC%", "3968433223");
        assertEquals(List.of("checksum of signal II does not match"), read(wrong).warnings());
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        String samples = Base64.getEncoder().encodeToString(new Bytes().u16(1, -2, 300).get());
        Mutations.check(folder.resolve("t.xml"), muse(samples).getBytes(StandardCharsets.UTF_8));
        byte[] codes = ScpFile.bits("0000000000 0100000000 0000000000 0000001010 0000001010 0001000000 0001000000");
        byte[] bytes = new Bytes().u32(codes.length).u16(1, 3).add(codes).get();
        Mutations.check(folder.resolve("t.xml"), philips("leadlabels='V1' compression='XLI'", bytes)
            .getBytes(StandardCharsets.UTF_8));
    }
}

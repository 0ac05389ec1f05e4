package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

class EcgConversionTest {

    private static EcgRecord convert(LeadChoice leads, List<String> warnings, Channel... channels) {
        Recording recording = new Recording("test", "r", List.of(channels), Patient.UNKNOWN, Diagnoses.NOT_STATED,
            List.of(), List.of());
        return EcgConversion.convert(recording, "r", leads, warnings);
    }

    private static Channel channel(String name, String unit, double... physical) {
        return new Channel(name, unit, 100, physical);
    }

    @Test
    void unitsBecomeMillivolts() {
        EcgRecord record = convert(LeadChoice.ALL, new ArrayList<>(), channel("I", "V", 0.001, Double.NaN),
            channel("II", "\u00B5V", 500, Double.POSITIVE_INFINITY), channel("ABP", "mmHg", 80, 90),
            channel("V1", "mV", -1, 2));
        assertEquals(List.of(Lead.I, Lead.II, Lead.V1), record.leads());
        assertEquals(1f, record.samplesMv()[0][0]);
        assertEquals(0.5f, record.samplesMv()[1][0]);
        assertTrue(Float.isNaN(record.samplesMv()[0][1]) && Float.isNaN(record.samplesMv()[1][1]));
        assertEquals(-1f, record.samplesMv()[2][0]);
    }

    @Test
    void aSecondChannelOfOneNameIsNumbered() {
        List<String> warnings = new ArrayList<>();
        EcgRecord record = convert(LeadChoice.ALL, warnings, channel("I", "mV", 1), channel("lead i", "mV", 2));
        assertEquals(List.of(Lead.I, new Lead("I (2)")), record.leads());
        assertEquals(List.of("two channels are called I; the second is taken as I (2)"), warnings);
    }

    @Test
    void channelsOfOtherRatesFollowTheFastest() {
        double[] slow = new double[10];
        double[] fast = new double[20];
        EcgRecord record = convert(LeadChoice.ALL, new ArrayList<>(), new Channel("I", "mV", 50, slow),
            new Channel("II", "mV", 100, fast));
        assertEquals(100, record.rateHz());
        assertEquals(20, record.length());
    }

    @Test
    void aRecordingWithoutEcgIsRefused() {
        List<String> warnings = new ArrayList<>();
        Channel pressure = channel("ABP", "mmHg", 1);
        Channel other = channel("MLII", "mV", 1);
        assertThrows(IllegalArgumentException.class, () -> convert(LeadChoice.ALL, warnings, pressure));
        assertThrows(IllegalArgumentException.class, () -> convert(LeadChoice.TWELVE, warnings, other));
        assertEquals(1, convert(LeadChoice.ALL, warnings, other).leads().size());
    }

    @Test
    void leadsAreKnownInTheSpellingOfEveryFormat() {
        EcgRecord record = convert(LeadChoice.ALL, new ArrayList<>(), channel("Lead I (Einthoven)", "uV", 1),
            channel("EKG II", "uV", 1), channel("MDC_ECG_LEAD_AVR", "uV", 1), channel("ecg v1", "uV", 1));
        assertEquals(List.of(Lead.I, Lead.II, Lead.AVR, Lead.V1), record.leads());
    }

    @Test
    void averagedBeatsAndOtherLengthsTakeNoPart() {
        Channel beat = new Channel("I", "mV", 100, new double[] {9}, Content.REPRESENTATIVE_BEAT);
        EcgRecord record = convert(LeadChoice.ALL, new ArrayList<>(), beat, channel("I", "mV", 1, 2, 3),
            channel("II", "mV", 4, 5));
        assertEquals(2, record.length());
        assertEquals(2f, record.samplesMv()[0][1]);
    }

    @Test
    void whatIsNoEcgIsRefused() {
        assertEquals("it holds no signal", refusal());
        assertEquals("channel I has no samples", refusal(channel("I", "mV")));
        assertEquals("channel I has 1.0 samples a second, too few for an ECG",
            refusal(new Channel("I", "mV", 1, new double[10])));
    }

    private static String refusal(Channel... channels) {
        return assertThrows(IllegalArgumentException.class,
            () -> convert(LeadChoice.ALL, new ArrayList<>(), channels)).getMessage();
    }
}

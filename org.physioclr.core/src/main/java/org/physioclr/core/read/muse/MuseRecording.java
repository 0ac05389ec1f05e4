package org.physioclr.core.read.muse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Content;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.Sex;
import org.physioclr.core.read.xml.SampleText;
import org.physioclr.core.read.xml.XmlDocument;
import org.physioclr.core.read.xml.XmlElement;

/**
 * Reads the XML files of GE's MUSE system: 16-bit samples in base 64, mostly of eight leads, from which the other four
 * follow.
 */
public final class MuseRecording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-uuuu");
    private static final int LARGEST_EXPONENT = 9;

    private final XmlDocument document;
    private final List<String> warnings = new ArrayList<>();

    private MuseRecording(XmlDocument document) {
        this.document = document;
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, hostile or holds no rhythm
     */
    public static Recording read(Path path) throws IOException {
        return new MuseRecording(XmlDocument.read(path)).read();
    }

    private Recording read() throws ReadException {
        List<Channel> channels = new ArrayList<>();
        List<Channel> beats = new ArrayList<>();
        for (XmlElement waveform : document.root().children("Waveform")) {
            boolean median = waveform.textAt("WaveformType").equalsIgnoreCase("Median");
            collect(waveform, median ? Content.REPRESENTATIVE_BEAT : Content.RHYTHM, median ? beats : channels);
        }
        if (channels.isEmpty()) {
            throw new ReadException(document.path(), "", "it holds no rhythm", "Export the ECG with its waveforms.");
        }
        channels.addAll(beats);
        return new Recording("GE MUSE XML", "", channels, patient(), diagnoses(), List.of(), warnings);
    }

    private void collect(XmlElement waveform, Content content, List<Channel> channels) throws ReadException {
        String exponent = waveform.textAt("SampleExponent");
        double power = exponent.isEmpty() ? 0 : document.number(waveform, exponent, "the sample exponent");
        double rateHz = document.number(waveform, waveform.textAt("SampleBase"), "the sample base")
            * Math.pow(10, power);
        if (!(rateHz > 0) || Math.abs(power) > LARGEST_EXPONENT) {
            throw document.error(waveform, "the sampling rate must be positive, not " + rateHz);
        }
        for (XmlElement lead : waveform.children("LeadData")) {
            String name = lead.textAt("LeadID");
            if (lead.textAt("LeadOff").equalsIgnoreCase("TRUE") && content == Content.RHYTHM) {
                warnings.add("the electrode of lead " + name + " was off");
            }
            channels.add(new Channel(name, lead.textAt("LeadAmplitudeUnits"), rateHz, samples(lead, name), content));
        }
    }

    private double[] samples(XmlElement lead, String name) throws ReadException {
        String size = lead.textAt("LeadSampleSize");
        if (!size.isEmpty() && !size.equals("2")) {
            throw document.error(lead, "samples of " + size + " bytes are not read");
        }
        double gain = document.number(lead, lead.textAt("LeadAmplitudeUnitsPerBit"), "the amplitude units per bit");
        XmlElement data = lead.find("WaveFormData")
            .orElseThrow(() -> document.error(lead, "lead " + name + " has no data"));
        byte[] bytes = SampleText.base64(document, data);
        verify(lead, name, bytes);
        int[] steps = SampleText.shorts(bytes);
        String count = lead.textAt("LeadSampleCountTotal");
        if (!count.isEmpty() && document.number(lead, count, "the number of samples") != steps.length) {
            throw document.error(lead, "lead " + name + " has " + steps.length + " of " + count + " samples");
        }
        double[] samples = new double[steps.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = steps[i] * gain;
        }
        return samples;
    }

    /** The sum is that of zlib over the samples' bytes. */
    private void verify(XmlElement lead, String name, byte[] bytes) {
        String stated = lead.textAt("LeadDataCRC32");
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (!stated.isEmpty() && !stated.equals(Long.toString(sum.getValue()))) {
            warnings.add("checksum of signal " + name + " does not match");
        }
    }

    private Patient patient() {
        XmlElement root = document.root();
        String age = root.textAt("PatientDemographics", "PatientAge");
        double years = switch (root.textAt("PatientDemographics", "AgeUnits")) {
            case "", "YEARS" -> 1;
            case "MONTHS" -> 1 / 12.0;
            case "WEEKS" -> 1 / 52.1775;
            case "DAYS" -> 1 / 365.2425;
            default -> Double.NaN;
        };
        Optional<LocalDate> birth = date(root.textAt("PatientDemographics", "DateofBirth"));
        Optional<LocalDate> recording = date(root.textAt("TestDemographics", "AcquisitionDate"));
        double ageYears = age.matches("\\d{1,4}") ? Integer.parseInt(age) * years
            : birth.isPresent() && recording.isPresent() ? Patient.ageYears(birth.get(), recording.get()) : Double.NaN;
        return new Patient(root.textAt("PatientDemographics", "PatientID"), ageYears,
            Sex.of(root.textAt("PatientDemographics", "Gender")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The confirmed statements, else the machine's; a statement may run over several elements. */
    private Diagnoses diagnoses() {
        Optional<XmlElement> diagnosis = document.root().find("Diagnosis")
            .or(() -> document.root().find("OriginalDiagnosis"));
        List<String> statements = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (XmlElement statement : diagnosis.map(d -> d.children("DiagnosisStatement")).orElse(List.of())) {
            line.append(line.isEmpty() ? "" : " ").append(statement.textAt("StmtText"));
            if (statement.children("StmtFlag").stream().anyMatch(flag -> flag.text().equals("ENDSLINE"))) {
                statements.add(line.toString().strip());
                line.setLength(0);
            }
        }
        statements.add(line.toString().strip());
        statements.removeIf(String::isEmpty);
        return diagnosis.isEmpty() ? Diagnoses.NOT_STATED : new Diagnoses(true, statements);
    }
}

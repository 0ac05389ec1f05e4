package org.physioclr.core.read.schiller;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Reads Schiller's XML files: rhythms and averages of a resting ECG, samples separated by commas. */
public final class SchillerRecording {

    private static final String RHYTHMS = "ECG_RHYTHMS";
    private static final String AVERAGES = "ECG_AVERAGES";

    private final XmlDocument document;

    private SchillerRecording(XmlDocument document) {
        this.document = document;
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, hostile or holds no rhythm
     */
    public static Recording read(Path path) throws IOException {
        return new SchillerRecording(XmlDocument.read(path)).read();
    }

    private Recording read() throws ReadException {
        XmlElement root = document.root();
        List<Channel> channels = new ArrayList<>();
        for (String type : List.of(RHYTHMS, AVERAGES)) {
            for (XmlElement waves : root.descendants("wavedata")) {
                if (waves.textAt("type").equals(type)) {
                    collect(waves, type.equals(RHYTHMS) ? Content.RHYTHM : Content.REPRESENTATIVE_BEAT, channels);
                }
            }
        }
        if (channels.stream().noneMatch(channel -> channel.content() == Content.RHYTHM)) {
            throw new ReadException(document.path(), "", "it holds no rhythm", "Export the ECG with its rhythm.");
        }
        return new Recording("Schiller XML", "", channels, patient(root), diagnoses(root), List.of(), List.of());
    }

    private void collect(XmlElement waves, Content content, List<Channel> channels) throws ReadException {
        XmlElement resolution = waves.find("resolution")
            .orElseThrow(() -> document.error(waves, "the waves have no resolution"));
        double rateHz = document.number(resolution, resolution.textAt("samplerate", "value"), "the sampling rate");
        String exponent = resolution.textAt("samplerate", "exponent");
        if (!(rateHz > 0) || !exponent.isEmpty() && !exponent.equals("1")) {
            throw document.error(resolution, "a sampling rate of " + rateHz + " with exponent " + exponent
                + " is not understood");
        }
        double gain = document.number(resolution, resolution.textAt("yres", "unitperbit"), "the unit per bit");
        String unit = resolution.textAt("yres", "units");
        for (XmlElement channel : waves.children("channel")) {
            channels.add(new Channel(channel.textAt("name"), unit, rateHz, samples(channel, gain), content));
        }
    }

    private double[] samples(XmlElement channel, double gain) throws ReadException {
        XmlElement data = channel.find("data").orElseThrow(() -> document.error(channel, "a channel has no data"));
        String type = channel.textAt("datastype");
        if (!type.isEmpty() && !type.equals("COMMASEPARATE")) {
            throw document.error(channel, "data of type " + type + " are not read");
        }
        double[] samples = SampleText.numbers(document, data);
        String count = channel.textAt("samplecount");
        if (!count.isEmpty() && document.number(channel, count, "the number of samples") != samples.length) {
            throw document.error(channel, "channel " + channel.textAt("name") + " has " + samples.length + " of "
                + count + " samples");
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return samples;
    }

    private static Patient patient(XmlElement root) {
        Optional<LocalDate> birth = date(root.textAt("patdata", "birthdate"));
        Optional<LocalDate> recording = date(root.textAt("examdescript", "startdatetime", "date"));
        double age = birth.isPresent() && recording.isPresent()
            ? Patient.ageYears(birth.get(), recording.get()) : Double.NaN;
        return new Patient(root.textAt("patdata", "id"), age, Sex.of(root.textAt("patdata", "gender")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Diagnoses diagnoses(XmlElement root) {
        List<String> statements = new ArrayList<>();
        for (XmlElement text : root.descendants("textdata")) {
            if (text.textAt("type").equals("INTERPRETATION")) {
                text.textAt("textdata").lines().map(String::strip).filter(line -> !line.isEmpty())
                    .forEach(statements::add);
            }
        }
        return statements.isEmpty() ? Diagnoses.NOT_STATED : new Diagnoses(true, statements);
    }
}

package org.physioclr.core.read.aecg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.physioclr.core.read.Content;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.Sex;
import org.physioclr.core.read.Timeline;
import org.physioclr.core.read.xml.XmlDocument;
import org.physioclr.core.read.xml.XmlElement;

/**
 * Reads annotated ECGs of HL7 v3 (aECG): the series of the rhythm and, as representative beats, the series that were
 * derived from it.
 */
public final class AecgRecording {

    /** LOINC's reported age. */
    private static final String AGE = "21612-7";

    private AecgRecording() {
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, hostile or holds no waveform
     */
    public static Recording read(Path path) throws IOException {
        XmlDocument document = XmlDocument.read(path);
        XmlElement root = document.root();
        List<Timeline.Part> parts = new ArrayList<>();
        for (XmlElement series : root.descendants("series")) {
            collect(document, series, Content.RHYTHM, parts);
            for (XmlElement derived : series.descendants("derivedSeries")) {
                collect(document, derived, Content.REPRESENTATIVE_BEAT, parts);
            }
        }
        if (parts.isEmpty()) {
            throw new ReadException(path, "", "the annotated ECG holds no waveform",
                "Export it with its waveforms.");
        }
        return new Recording("HL7 aECG", id(root.find("id")), Timeline.align(path, document.bytes(), parts),
            patient(document), diagnoses(root), List.of(), List.of());
    }

    private static void collect(XmlDocument document, XmlElement series, Content content, List<Timeline.Part> parts)
            throws ReadException {
        for (XmlElement component : series.children("component")) {
            for (XmlElement set : component.children("sequenceSet")) {
                parts.addAll(new AecgSequences(document, set, content).parts());
            }
        }
    }

    private static String id(Optional<XmlElement> id) {
        return id.map(element -> element.attribute("extension").isEmpty() ? element.attribute("root")
            : element.attribute("extension")).orElse("");
    }

    private static Patient patient(XmlDocument document) throws ReadException {
        XmlElement root = document.root();
        Optional<XmlElement> subject = root.descendants("trialSubject").stream().findFirst();
        Optional<XmlElement> person = root.descendants("subjectDemographicPerson").stream().findFirst();
        String sex = person.flatMap(p -> p.find("administrativeGenderCode")).map(c -> c.attribute("code")).orElse("");
        String local = person.map(p -> p.textAt("PatientID")).orElse("");
        return new Patient(local.isEmpty() ? id(subject.flatMap(s -> s.find("id"))) : local, age(document, person),
            Sex.of(sex));
    }

    private static double age(XmlDocument document, Optional<XmlElement> person) throws ReadException {
        for (XmlElement observation : document.root().descendants("relatedObservation")) {
            String code = observation.find("code").map(c -> c.attribute("code")).orElse("");
            Optional<XmlElement> value = observation.find("value");
            if (code.equals(AGE) && value.isPresent() && value.get().attribute("unit").equals("a")) {
                return document.number(value.get(), value.get().attribute("value"), "the age");
            }
        }
        Optional<LocalDate> birth = date(person.flatMap(p -> p.find("birthTime")).map(t -> t.attribute("value")));
        Optional<XmlElement> time = document.root().find("effectiveTime");
        Optional<LocalDate> recording = date(time.flatMap(t -> t.children().stream().findFirst())
            .map(t -> t.attribute("value")));
        return birth.isPresent() && recording.isPresent() ? Patient.ageYears(birth.get(), recording.get())
            : Double.NaN;
    }

    private static Optional<LocalDate> date(Optional<String> text) {
        try {
            return text.filter(t -> t.length() >= 8)
                .map(t -> LocalDate.parse(t.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The interpretation's statements. */
    private static Diagnoses diagnoses(XmlElement root) {
        List<String> statements = new ArrayList<>();
        boolean stated = false;
        for (XmlElement annotation : root.descendants("annotation")) {
            String code = annotation.find("code").map(c -> c.attribute("code")).orElse("");
            if (code.startsWith("MDC_ECG_INTERPRETATION")) {
                stated = true;
                String text = annotation.textAt("value");
                if (code.endsWith("_STATEMENT") && !text.isEmpty()) {
                    statements.add(text);
                }
            }
        }
        return stated ? new Diagnoses(true, statements) : Diagnoses.NOT_STATED;
    }
}

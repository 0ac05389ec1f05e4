package org.physioclr.core.read.philips;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.Sex;
import org.physioclr.core.read.xml.XmlElement;

/** What a Philips file says about the patient and the diagnoses. */
final class PhilipsDetails {

    private PhilipsDetails() {
    }

    static Patient patient(XmlElement root) {
        Optional<XmlElement> data = root.find("patient", "generalpatientdata");
        String years = data.map(d -> d.textAt("age", "years")).orElse("");
        Optional<LocalDate> birth = date(data.map(d -> d.textAt("age", "dateofbirth")).orElse(""));
        Optional<LocalDate> recording = date(root.find("dataacquisition").map(d -> d.attribute("date")).orElse(""));
        double age = years.matches("\\d{1,3}") ? Integer.parseInt(years)
            : birth.isPresent() && recording.isPresent() ? Patient.ageYears(birth.get(), recording.get()) : Double.NaN;
        return new Patient(data.map(d -> d.textAt("patientid")).orElse(""), age,
            Sex.of(data.map(d -> d.textAt("sex")).orElse("")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The left halves of the statements, which say what was found; the right ones say why. */
    static Diagnoses diagnoses(XmlElement root) {
        List<String> statements = new ArrayList<>();
        List<XmlElement> interpretations = root.descendants("interpretation");
        for (XmlElement interpretation : interpretations) {
            List<XmlElement> found = interpretation.descendants("leftstatement");
            (found.isEmpty() ? interpretation.descendants("lhsstatement") : found).stream().map(XmlElement::text)
                .filter(text -> !text.isEmpty()).forEach(statements::add);
        }
        return interpretations.isEmpty() ? Diagnoses.NOT_STATED : new Diagnoses(true, statements);
    }
}

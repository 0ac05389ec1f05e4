package org.physioclr.core.read.dicom;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.Sex;
import org.physioclr.core.read.Timeline;

/**
 * Reads DICOM files with waveforms, in explicit or implicit VR little endian. Groups that begin at different instants,
 * such as three leads after another, are laid on one axis of time, where they are missing before and after.
 */
public final class DicomRecording {

    private static final int PREAMBLE_BYTES = 132;
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final Map<String, String> REFUSED = Map.of("1.2.840.10008.1.2.2", "explicit VR big endian",
        "1.2.840.10008.1.2.1.99", "deflated");
    private static final Pattern AGE = Pattern.compile("(\\d{3})([DWMY])");
    private static final Map<String, Double> YEARS = Map.of("D", 1 / 365.2425, "W", 1 / 52.1775, "M", 1 / 12.0,
        "Y", 1.0);

    private DicomRecording() {
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, cut, hostile, in another transfer syntax or holds no waveform
     */
    public static Recording read(Path path) throws IOException {
        LittleEndianFile file = LittleEndianFile.read(path);
        List<String> warnings = new ArrayList<>();
        DataSetParser parser = new DataSetParser(file);
        DataSet meta = new DataSet(file);
        int start = parser.meta(begin(file, warnings), meta);
        DataSet set = parser.dataSet(start, isExplicit(file, meta));
        if (set.items(Tag.WAVEFORMS).isEmpty()) {
            throw new ReadException(path, "", "it holds no waveform (SOP class " + set.text(Tag.SOP_CLASS) + ")",
                "Choose ECG objects; images and reports are not read.");
        }
        return new Recording("DICOM", "", channels(file, set, warnings), patient(set), diagnoses(set), List.of(),
            warnings);
    }

    private static int begin(LittleEndianFile file, List<String> warnings) {
        if (file.size() >= PREAMBLE_BYTES && new String(file.data(), PREAMBLE_BYTES - 4, 4,
                StandardCharsets.ISO_8859_1).equals("DICM")) {
            return PREAMBLE_BYTES;
        }
        warnings.add("the file lacks the preamble of DICOM files");
        return 0;
    }

    private static boolean isExplicit(LittleEndianFile file, DataSet meta) throws ReadException {
        String syntax = meta.text(Tag.TRANSFER_SYNTAX);
        if (!syntax.equals(IMPLICIT) && !syntax.equals(EXPLICIT)) {
            throw new ReadException(file.path(), "", "transfer syntax " + syntax + " ("
                + REFUSED.getOrDefault(syntax, "compressed or unknown") + ") is not read",
                "Export or convert the ECG as explicit VR little endian.");
        }
        return syntax.equals(EXPLICIT);
    }

    private static List<Channel> channels(LittleEndianFile file, DataSet set, List<String> warnings)
            throws ReadException {
        List<Timeline.Part> parts = new ArrayList<>();
        for (DataSet item : set.items(Tag.WAVEFORMS)) {
            WaveformGroup group = new WaveformGroup(file, item);
            for (Channel channel : group.channels(warnings)) {
                parts.add(new Timeline.Part(channel, group.startSeconds()));
            }
        }
        return Timeline.align(file.path(), file.size(), parts);
    }

    private static Patient patient(DataSet set) throws ReadException {
        Matcher age = AGE.matcher(set.text(Tag.AGE));
        Optional<LocalDate> birth = date(set.text(Tag.BIRTH_DATE));
        Optional<LocalDate> recording = date(set.text(Tag.ACQUISITION_TIME));
        if (recording.isEmpty()) {
            recording = date(set.text(Tag.STUDY_DATE));
        }
        double years = Double.NaN;
        if (age.matches()) {
            years = Integer.parseInt(age.group(1)) * YEARS.get(age.group(2));
        } else if (birth.isPresent() && recording.isPresent()) {
            years = Patient.ageYears(birth.get(), recording.get());
        }
        return new Patient(set.text(Tag.PATIENT_ID), years, Sex.of(set.text(Tag.SEX)));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() < 8 ? Optional.empty()
                : Optional.of(LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The free texts among the annotations, which carts write their interpretation into. */
    private static Diagnoses diagnoses(DataSet set) throws ReadException {
        Charset charset = set.text(Tag.CHARACTER_SET).contains("ISO_IR 192") ? StandardCharsets.UTF_8
            : StandardCharsets.ISO_8859_1;
        List<String> statements = new ArrayList<>();
        for (DataSet annotation : set.items(Tag.ANNOTATIONS)) {
            String text = annotation.text(Tag.TEXT, charset);
            if (!text.isEmpty()) {
                statements.add(text);
            }
        }
        return statements.isEmpty() ? Diagnoses.NOT_STATED : new Diagnoses(true, statements);
    }
}

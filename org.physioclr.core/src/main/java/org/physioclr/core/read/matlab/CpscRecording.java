package org.physioclr.core.read.matlab;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.MemoryBound;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.Sex;
import org.physioclr.core.signal.Lead;

/**
 * Reads the MATLAB files (level 5) of the China Physiological Signal Challenge 2018: a struct {@code ECG} with the
 * fields {@code sex}, {@code age} and {@code data}, twelve leads in their usual order. Rate and unit are those of the
 * challenge, 500 Hz and millivolts; the files don't state them (Liu et al. 2018, doi:10.1166/jmihi.2018.2442).
 */
public final class CpscRecording {

    private static final int HEADER_BYTES = 128;
    private static final double RATE_HZ = 500;
    private static final String REMEDY = "Of MATLAB files only those of CPSC 2018 are read, which have a struct ECG; "
        + "export others as CSV or WFDB.";

    private CpscRecording() {
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, hostile or holds something else
     */
    public static Recording read(Path path) throws IOException {
        LittleEndianFile file = LittleEndianFile.read(path);
        if (file.unsigned16(HEADER_BYTES - 2) != ('M' << 8 | 'I')) {
            throw new ReadException(path, "byte 126", "MATLAB files in big-endian order are not read",
                "Save it again on another computer.");
        }
        List<String> found = new ArrayList<>();
        for (int at = HEADER_BYTES; at < file.size();) {
            MatElement element = MatElement.at(file, at);
            MatMatrix variable = MatMatrix.of(element.type() == MatElement.COMPRESSED ? inflated(element) : element);
            if (variable != null && variable.isStruct() && variable.name().equals("ECG")) {
                return recording(path, variable);
            }
            if (variable != null) {
                found.add(variable.name());
            }
            at = element.next();
        }
        throw new ReadException(path, "", "its variables are " + found + ", not ECG", REMEDY);
    }

    /** The one element within a compressed one. */
    private static MatElement inflated(MatElement element) throws IOException {
        byte[] compressed = element.data().data();
        try (InflaterInputStream stream = new InflaterInputStream(
                new ByteArrayInputStream(compressed, element.start(), element.length()))) {
            byte[] head = stream.readNBytes(8);
            LittleEndianFile inner = new LittleEndianFile(element.data().path(), head);
            long bytes = inner.unsigned32(4);
            MemoryBound.check(element.data().path(), bytes / 8.0, element.data().size());
            byte[] rest = stream.readNBytes((int) Math.min(bytes, Integer.MAX_VALUE - 16));
            byte[] all = new byte[head.length + rest.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(rest, 0, all, head.length, rest.length);
            return MatElement.at(new LittleEndianFile(element.data().path(), all), 0);
        } catch (ZipException | EOFException e) {
            throw MatElement.error(element.data(), element.start(), "the compressed data are damaged");
        }
    }

    private static Recording recording(Path path, MatMatrix ecg) throws ReadException {
        Map<String, MatMatrix> fields = ecg.fields();
        MatMatrix data = fields.get("data");
        int count = Lead.TWELVE.size();
        if (data == null || !data.isNumeric() || data.rows() != count && data.columns() != count) {
            throw new ReadException(path, "", "the struct ECG has no field data of " + count + " leads", REMEDY);
        }
        boolean inRows = data.rows() == count;
        List<Channel> channels = new ArrayList<>();
        for (int lead = 0; lead < count; lead++) {
            double[] samples = new double[inRows ? data.columns() : data.rows()];
            for (int i = 0; i < samples.length; i++) {
                // MATLAB stores column after column.
                samples[i] = data.content().number(inRows ? i * count + lead : lead * samples.length + i);
            }
            channels.add(new Channel(Lead.TWELVE.get(lead).name(), "mV", RATE_HZ, samples));
        }
        MatMatrix age = fields.get("age");
        boolean hasAge = age != null && age.isNumeric() && age.content().count() == 1;
        MatMatrix sex = fields.get("sex");
        Patient patient = new Patient("", hasAge ? age.content().number(0) : Double.NaN,
            Sex.of(sex == null ? "" : sex.text()));
        return new Recording("MATLAB 5", "", channels, patient, Diagnoses.NOT_STATED, List.of(),
            List.of("rate and unit are not stated; taken as 500 Hz and mV, as in CPSC 2018"));
    }
}

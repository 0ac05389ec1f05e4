package org.physioclr.core.read.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/** Reads the header of EDF (Kemp et al. 1992, doi:10.1016/0013-4694(92)90009-7), EDF+ (2003) and BDF files. */
final class EdfHeaderParser {

    private static final int BLOCK_BYTES = 256;
    private static final String REMEDY = "Correct the header or export the recording again.";

    private final LittleEndianFile file;
    private final List<String> warnings;

    private EdfHeaderParser(LittleEndianFile file, List<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /**
     * Reads a header.
     *
     * @param warnings receives what was tolerated
     * @throws ReadException if the file isn't one of these formats, contradicts itself or is cut
     */
    static EdfHeader parse(LittleEndianFile file, List<String> warnings) throws ReadException {
        return new EdfHeaderParser(file, warnings).parse();
    }

    private EdfHeader parse() throws ReadException {
        boolean bdf = file.unsigned8(0) == 0xFF && field(1, 7).equals("BIOSEMI");
        if (!bdf && !field(0, 8).equals("0")) {
            throw error("byte 0", "neither an EDF nor a BDF file");
        }
        String reserved = field(192, 44);
        boolean plus = reserved.startsWith("EDF+") || reserved.startsWith("BDF+");
        int count = whole(252, 4, "number of signals");
        if (count < 1 || count > (file.size() - BLOCK_BYTES) / BLOCK_BYTES) {
            throw error("byte 252", "the number of signals is " + count + ", but the file has "
                + file.size() + " bytes");
        }
        int bytes = BLOCK_BYTES * (count + 1);
        if (whole(184, 8, "number of header bytes") != bytes) {
            warnings.add("the header's length is said to be " + field(184, 8) + " bytes but is " + bytes);
        }
        double seconds = real(244, 8, "duration of a data record");
        List<EdfSignal> signals = signals(count, bdf ? 3 : 2);
        if (!(seconds > 0) && !(seconds == 0 && signals.stream().allMatch(EdfSignal::isAnnotations))) {
            throw error("byte 244", "the duration of a data record must be positive, not " + field(244, 8) + " s");
        }
        long recordBytes = (bdf ? 3 : 2) * signals.stream().mapToLong(EdfSignal::samples).sum();
        return new EdfHeader(bdf ? 3 : 2, field(8, 80), field(88, 80), plus, !(plus && reserved.startsWith("+D", 3)),
            bytes, records(whole(236, 8, "number of data records"), file.size() - bytes, recordBytes), seconds,
            signals);
    }

    /** The number of data records: as stated, or as many as the file holds if the recorder left that open. */
    private int records(int stated, int bytes, long recordBytes) throws ReadException {
        int held = (int) (bytes / recordBytes);
        if (stated < -1 || stated == 0 || held == 0) {
            throw error("byte 236", held == 0 ? "the file holds no whole data record" : "the number of data records is "
                + stated);
        }
        if (stated == -1) {
            warnings.add("the number of data records is not stated; the file holds " + held);
            return held;
        }
        if (stated > held) {
            throw new ReadException(file.path(), "", "it ends after " + held + " of " + stated + " data records",
                LittleEndianFile.REMEDY);
        }
        if (stated < held) {
            warnings.add("the file holds " + held + " data records but announces " + stated);
        }
        return stated;
    }

    private List<EdfSignal> signals(int count, int sampleBytes) throws ReadException {
        List<EdfSignal> signals = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < count; i++) {
            int numbers = BLOCK_BYTES + count * 104 + i * 8;
            int samplesAt = BLOCK_BYTES + count * 216 + i * 8;
            int samples = whole(samplesAt, 8, "number of samples");
            String label = field(BLOCK_BYTES + i * 16, 16);
            String unit = field(BLOCK_BYTES + count * 96 + i * 8, 8);
            if (samples < 1) {
                throw error("byte " + samplesAt, "signal " + label + " has " + samples + " samples a data record");
            }
            EdfSignal plain = new EdfSignal(label, unit, 1, 0, start, samples);
            signals.add(plain.isAnnotations() ? plain : scaled(plain, numbers, count * 8));
            start += (long) sampleBytes * samples;
        }
        return signals;
    }

    /** The signal with the gain that maps the digital onto the physical extremes. */
    private EdfSignal scaled(EdfSignal signal, int at, int step) throws ReadException {
        double lowest = real(at, 8, "physical minimum");
        double highest = real(at + step, 8, "physical maximum");
        double digitalLowest = whole(at + 2 * step, 8, "digital minimum");
        double digitalHighest = whole(at + 3 * step, 8, "digital maximum");
        if (digitalLowest == digitalHighest || lowest == highest) {
            throw error("byte " + at, "signal " + signal.label() + " has equal extremes: physical " + lowest + " to "
                + highest + ", digital " + (int) digitalLowest + " to " + (int) digitalHighest);
        }
        double gain = (highest - lowest) / (digitalHighest - digitalLowest);
        return new EdfSignal(signal.label(), signal.unit(), gain, lowest - digitalLowest * gain, signal.start(),
            signal.samples());
    }

    private String field(int at, int length) throws ReadException {
        return file.text(at, length, StandardCharsets.ISO_8859_1);
    }

    private int whole(int at, int length, String what) throws ReadException {
        String text = field(at, length);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw error("byte " + at, "the " + what + " \"" + text + "\" is not a whole number");
        }
    }

    private double real(int at, int length, String what) throws ReadException {
        String text = field(at, length);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message as NaN and infinity.
        }
        throw error("byte " + at, "the " + what + " \"" + text + "\" is not a number");
    }

    private ReadException error(String place, String cause) {
        return new ReadException(file.path(), place, cause, REMEDY);
    }
}

package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.physioclr.core.read.ReadException;

/** Reads header files, tolerantly where the meaning is clear and with a message that names the line where it is not. */
public final class WfdbHeaderParser {

    private static final int LARGEST_BYTES = 16 << 20;
    private static final int MOST_SIGNALS = 10_000;
    private static final String REMEDY = "Correct the header or download the record again.";

    private static final Pattern RECORD = Pattern.compile(
        "(\\S+?)(?:/(\\d+))?\\s+(-?\\d+)(?:\\s+([^\\s/(]+)(?:/\\S*)?(?:\\s+(-?\\d+)(?:\\s.*)?|\\s+\\S.*)?)?");
    private static final Pattern FORMAT =
        Pattern.compile("(\\d{1,6})(?:x(\\d{1,7}))?(?::(\\d{1,8}))?(?:\\+(\\d{1,9}))?");
    private static final Pattern GAIN = Pattern.compile("([^(/]+)(?:\\(([^)]*)\\))?(?:/(\\S+))?");

    private final Path file;
    private final List<String> warnings = new ArrayList<>();

    private WfdbHeaderParser(Path file) {
        this.file = file;
    }

    /**
     * Reads a header.
     *
     * @param file a {@code .hea} file
     * @throws ReadException if it isn't one or contradicts itself
     */
    public static WfdbHeader parse(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new ReadException(file, "", "too large for a WFDB header", "Headers are short texts: " + REMEDY);
        }
        return new WfdbHeaderParser(file).parse(Files.readAllBytes(file));
    }

    private WfdbHeader parse(byte[] bytes) throws ReadException {
        if (bytes.length == 0) {
            throw new ReadException(file, "", "the header is empty", REMEDY);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\r\f".indexOf(bytes[i]) < 0) {
                throw new ReadException(file, "byte " + i, "not a WFDB header: it holds binary data", REMEDY);
            }
        }
        List<String> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith("#")) {
                comments.add(text.substring(1).strip());
            } else if (!text.isEmpty()) {
                lines.add(text);
                numbers.add(number);
            }
        }
        if (lines.isEmpty()) {
            throw new ReadException(file, "", "the header has no record line", REMEDY);
        }
        return header(lines, numbers, comments);
    }

    private WfdbHeader header(List<String> lines, List<Integer> numbers, List<String> comments) throws ReadException {
        int first = numbers.get(0);
        Matcher record = RECORD.matcher(lines.get(0));
        if (!record.matches()) {
            throw new ReadException(file, "line " + first, "not a WFDB record line (name, number of signals, rate...)",
                REMEDY);
        }
        long count = number(record.group(3), first, "number of signals");
        double rateHz = record.group(4) == null ? WfdbHeader.DEFAULT_RATE_HZ : rate(record.group(4), first);
        long frames = record.group(5) == null ? -1 : number(record.group(5), first, "number of samples");
        if (record.group(1).endsWith(".mat")) {
            warnings.add("the header's record name carries the ending .mat");
        }
        boolean multi = record.group(2) != null;
        long announced = multi ? number(record.group(2), first, "number of segments") : count;
        String what = multi ? " segments" : " signals";
        int described = lines.size() - 1;
        if (described < announced) {
            throw new ReadException(file, "line " + first, announced + what + " announced, " + described + " described",
                REMEDY);
        }
        if (described > announced) {
            warnings.add("the header describes " + described + what + " but announces " + announced);
        }
        if (count > MOST_SIGNALS && !multi) {
            throw new ReadException(file, "line " + first, count + " signals are too many for an ECG", REMEDY);
        }
        List<SignalLine> signals = new ArrayList<>();
        List<WfdbHeader.Segment> segments = new ArrayList<>();
        for (int i = 1; i <= announced; i++) {
            if (multi) {
                segments.add(segment(lines.get(i), numbers.get(i)));
            } else {
                signals.add(signal(lines.get(i), numbers.get(i)));
            }
        }
        return new WfdbHeader(record.group(1), rateHz, frames == 0 ? -1 : frames, (int) count, signals, segments,
            comments, warnings);
    }

    private double rate(String text, int line) throws ReadException {
        double rateHz = real(text, line, "sampling frequency");
        if (!(rateHz > 0)) {
            throw new ReadException(file, "line " + line, "the sampling frequency must be positive, not " + text,
                REMEDY);
        }
        return rateHz;
    }

    private WfdbHeader.Segment segment(String text, int line) throws ReadException {
        String[] words = words(text, 3);
        if (words.length < 2) {
            throw new ReadException(file, "line " + line, "a segment needs a record name and a length", REMEDY);
        }
        return new WfdbHeader.Segment(words[0], number(words[1], line, "segment length"));
    }

    private SignalLine signal(String text, int line) throws ReadException {
        String[] words = words(text, 9);
        Matcher format = FORMAT.matcher(words.length > 1 ? words[1] : "");
        if (!format.matches()) {
            throw new ReadException(file, "line " + line, "not a signal line (file, format, gain...)", REMEDY);
        }
        SampleFormat stored = SampleFormat.of(Integer.parseInt(format.group(1))).orElse(null);
        if (stored == null) {
            throw new ReadException(file, "line " + line, "signal format " + format.group(1) + " is not a WFDB format",
                REMEDY);
        }
        int perFrame = optional(format.group(2), 1);
        if (perFrame < 1) {
            throw new ReadException(file, "line " + line, "a signal needs at least one sample a frame", REMEDY);
        }
        double adcZero = words.length > 4 ? number32(words[4], line, "ADC zero") : 0;
        Matcher gain = GAIN.matcher(words.length > 2 ? words[2] : "0");
        if (!gain.matches()) {
            throw new ReadException(file, "line " + line, "gain \"" + words[2] + "\" is not understood", REMEDY);
        }
        String name = words.length > 8 ? words[8].strip() : "";
        double baseline = gain.group(2) == null ? adcZero : real(gain.group(2), line, "baseline");
        return new SignalLine(words[0], stored, perFrame, optional(format.group(3), 0), optional(format.group(4), 0),
            gain(gain.group(1), line, name), baseline, gain.group(3) == null ? "mV" : gain.group(3),
            words.length > 5 ? OptionalInt.of(number32(words[5], line, "initial value")) : OptionalInt.empty(),
            words.length > 6 ? OptionalInt.of(number32(words[6], line, "checksum")) : OptionalInt.empty(), name);
    }

    /** A gain of 0 means that the signal is uncalibrated, for which WFDB prescribes 200 ADC units per millivolt. */
    private double gain(String text, int line, String name) throws ReadException {
        double gain = real(text, line, "gain");
        if (gain == 0) {
            warnings.add("signal " + name + " is not calibrated; 200 units per mV are assumed");
            return 200;
        }
        return gain;
    }

    private double real(String text, int line, String what) throws ReadException {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message as NaN and infinity.
        }
        throw new ReadException(file, "line " + line, what + " \"" + text + "\" is not a number", REMEDY);
    }

    private int number32(String text, int line, String what) throws ReadException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ReadException(file, "line " + line, what + " \"" + text + "\" is not a 32-bit integer", REMEDY);
        }
    }

    private long number(String text, int line, String what) throws ReadException {
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message as a negative number.
        }
        throw new ReadException(file, "line " + line, what + " " + text + " must be a whole number of at least 0",
            REMEDY);
    }

    /**
     * Splits at blanks, the rest being the last word; by hand, since patterns took a third of a short record's time.
     */
    private static String[] words(String text, int most) {
        List<String> words = new ArrayList<>(most);
        int from = 0;
        for (int i = 0; i < text.length() && words.size() < most - 1; i++) {
            if (isBlank(text.charAt(i))) {
                words.add(text.substring(from, i));
                while (isBlank(text.charAt(i + 1))) {
                    i++;
                }
                from = i + 1;
            }
        }
        words.add(text.substring(from));
        return words.toArray(String[]::new);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static int optional(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}

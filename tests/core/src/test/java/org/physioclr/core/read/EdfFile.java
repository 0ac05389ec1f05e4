package org.physioclr.core.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds small EDF files, field by field as the format's description lists them. */
final class EdfFile {

    private final List<String[]> signals = new ArrayList<>();
    private final List<byte[]> records = new ArrayList<>();
    String patient = "";
    String recording = "";
    String reserved = "";
    String duration = "1";
    String count = null;

    /** A signal: label, unit, physical minimum and maximum, digital minimum and maximum, samples a record. */
    EdfFile signal(String... fields) {
        signals.add(fields);
        return this;
    }

    /** A data record of 16-bit samples. */
    EdfFile record(int... samples) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        records.add(bytes);
        return this;
    }

    /** A data record of 16-bit samples and one list of annotations, which fills up to the last signal's length. */
    EdfFile record(String list, int... samples) {
        record(samples);
        byte[] start = records.remove(records.size() - 1);
        int lastBytes = 2 * Integer.parseInt(signals.get(signals.size() - 1)[6]);
        byte[] bytes = new byte[start.length + lastBytes];
        System.arraycopy(start, 0, bytes, 0, start.length);
        byte[] text = list.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, bytes, start.length, text.length);
        records.add(bytes);
        return this;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        pad(text, "0", 8);
        pad(text, patient, 80);
        pad(text, recording, 80);
        pad(text, "01.02.26", 8);
        pad(text, "03.04.05", 8);
        pad(text, Integer.toString(256 * (signals.size() + 1)), 8);
        pad(text, reserved, 44);
        pad(text, count == null ? Integer.toString(records.size()) : count, 8);
        pad(text, duration, 8);
        pad(text, Integer.toString(signals.size()), 4);
        int[] widths = {16, 80, 8, 8, 8, 8, 8, 80, 8, 32};
        int[] fields = {0, -1, 1, 2, 3, 4, 5, -1, 6, -1};
        for (int i = 0; i < widths.length; i++) {
            for (String[] signal : signals) {
                pad(text, fields[i] < 0 ? "" : signal[fields[i]], widths[i]);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        records.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void pad(StringBuilder text, String value, int width) {
        text.append(value).append(" ".repeat(width - value.length()));
    }
}

package org.physioclr.core.read.xml;

import java.util.Base64;
import org.physioclr.core.read.ReadException;

/** Samples that an element's text holds. */
public final class SampleText {

    private SampleText() {
    }

    /**
     * Numbers separated by blanks or commas.
     *
     * @throws ReadException if something else stands there
     */
    public static double[] numbers(XmlDocument document, XmlElement element) throws ReadException {
        String text = element.text();
        int count = 0;
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            count++;
        }
        double[] samples = new double[count];
        int from = next(text, 0);
        for (int i = 0; i < count; i++) {
            int to = end(text, from);
            samples[i] = number(document, element, text.substring(from, to));
            from = next(text, to);
        }
        return samples;
    }

    private static boolean separates(char c) {
        return c <= ' ' || c == ',';
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && separates(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && !separates(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static double number(XmlDocument document, XmlElement element, String text) throws ReadException {
        if (text.length() < 10 && text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(c -> c >= '0' && c <= '9')
                && !text.equals("-")) {
            return Integer.parseInt(text);
        }
        return document.number(element, text.length() > 40 ? text.substring(0, 40) + "..." : text, "the sample");
    }

    /**
     * Bytes in base 64, line breaks allowed.
     *
     * @throws ReadException if something else stands there
     */
    public static byte[] base64(XmlDocument document, XmlElement element) throws ReadException {
        String text = element.text();
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw document.error(element, "the samples are not in base 64");
        }
    }

    /** Signed 16-bit samples, low byte first. */
    public static int[] shorts(byte[] bytes) {
        int[] samples = new int[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8;
        }
        return samples;
    }
}

package org.physioclr.core.read.wfdb;

/** The annotation codes of the MIT format and their symbols (WFDB Programmer's Guide, ecgcodes.h and ecgmap.h). */
public final class AnnotationCode {

    /** A change of rhythm, named in the annotation's text. */
    public static final int RHYTHM = 28;

    private static final String[] SYMBOLS = {" ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~",
        "", "|", "", "s", "T", "*", "D", "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@",
        "x", "f", "(", ")", "r"};

    private static final String BEATS = "NLRaVFJASEj/QBenfr?";

    private AnnotationCode() {
    }

    /** The symbol of a code; empty if the code has none. */
    public static String symbol(int code) {
        return code >= 0 && code < SYMBOLS.length ? SYMBOLS[code] : "";
    }

    /** Whether a code marks a heartbeat. */
    public static boolean isBeat(int code) {
        String symbol = symbol(code);
        return !symbol.isEmpty() && BEATS.contains(symbol);
    }
}

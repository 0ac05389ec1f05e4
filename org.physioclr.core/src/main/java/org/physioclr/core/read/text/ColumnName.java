package org.physioclr.core.read.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.physioclr.core.read.EcgConversion;
import org.physioclr.core.signal.Lead;

/**
 * A column's heading, taken apart.
 *
 * @param name without the unit
 * @param unit what stands in brackets or, if it is a unit of voltage or time, after the last underscore; else empty
 */
record ColumnName(String name, String unit) {

    private static final int LONGEST = 100;
    private static final Pattern BRACKETS = Pattern.compile("([^\\[(]*)[\\[(]\\s*([^\\])]+?)\\s*[\\])]");
    private static final Pattern UNIT = Pattern.compile("(?i)s|ms|sec|hh:mm:ss.*|mmHg|bpm|%|adu|NU|");
    private static final Pattern TIME = Pattern.compile(
        "(elapsed[ _]?)?time(stamp)?|t|zeit|secs?|seconds?|ms|msec|milliseconds?|hh:mm:ss.*");
    private static final Pattern COUNTER = Pattern.compile("|sample[ _]?(#|no\\.?|number|index)?|index|idx|n|#|no\\.?");
    private static final Pattern SIGNAL =
        Pattern.compile("(ecg|ekg|lead|signal|voltage|channel|ch)[ _-]?\\d{0,2}|ml(i{1,3}|v[1-6]|5)|v[1-9]r?|v[xyz]");

    static ColumnName of(String heading) {
        String text = heading.strip();
        if (text.length() > LONGEST) {
            return new ColumnName(text, "");
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            return new ColumnName(brackets.group(1).strip().replaceAll("_$", ""), brackets.group(2));
        }
        int underscore = text.lastIndexOf('_');
        String last = text.substring(underscore + 1);
        boolean isUnit = underscore > 0 && (EcgConversion.millivoltsPer(last).isPresent() && !last.equalsIgnoreCase("v")
            || last.matches("s|ms|sec"));
        return isUnit ? new ColumnName(text.substring(0, underscore), last) : new ColumnName(text, "");
    }

    /** Whether a word is a unit, as in a second row of headings. */
    static boolean isUnit(String word) {
        return EcgConversion.millivoltsPer(word).isPresent()
            || UNIT.matcher(word.strip()).matches();
    }

    boolean isTime() {
        return TIME.matcher(key()).matches();
    }

    boolean isCounter() {
        return COUNTER.matcher(key()).matches();
    }

    /** Whether an ECG would be called so. */
    boolean isSignal() {
        return !name.isBlank() && Lead.of(name).isStandard() || SIGNAL.matcher(key()).matches()
            || EcgConversion.millivoltsPer(unit).isPresent();
    }

    /** Seconds in one step of a time column; NaN if the heading does not say. */
    double secondsPerUnit() {
        String word = unit.isEmpty() ? key() : unit.toLowerCase(Locale.ROOT);
        if (word.matches("s|secs?|seconds?|hh:mm:ss.*")) {
            return 1;
        }
        return word.matches("ms|msec|milliseconds?") ? 1e-3 : word.matches("us|\u00B5s|\u03BCs") ? 1e-6 : Double.NaN;
    }

    private String key() {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

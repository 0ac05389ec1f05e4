package org.physioclr.core.read.wfdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.Sex;

/**
 * What header comments say about the patient, in the spellings of the common databases: {@code #Age: 47},
 * {@code # Sex: Male}, {@code # dx :426783006}, {@code #<diagnoses>:} with the statements on the lines that follow,
 * {@code # <age>: 25  <sex>: M} on one line, and {@code # 69 M 1085 1629 x1} of the MIT-BIH database.
 */
public final class HeaderComments {

    private static final Pattern PLAIN =
        Pattern.compile("(?i)(age|sex|gender|dx|patient(?:\\s*id)?)\\s*:\\s*(.*)");
    private static final Pattern BRACKETED = Pattern.compile("<\\s*([\\w ]+?)\\s*>\\s*:\\s*([^<]*)");
    private static final Pattern MIT_BIH = Pattern.compile("(-?\\d{1,3})\\s+([MF?])\\s+\\d+\\s+\\d+\\s+\\S+");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)(?:\\s*[Yy]\\w*)?");

    private String id = "";
    private double ageYears = Double.NaN;
    private Sex sex = Sex.UNKNOWN;
    private boolean stated;
    private final List<String> statements = new ArrayList<>();

    public HeaderComments(List<String> comments) {
        boolean list = false;
        for (String comment : comments) {
            Matcher plain = PLAIN.matcher(comment);
            Matcher mitBih = MIT_BIH.matcher(comment);
            if (comment.startsWith("<")) {
                list = bracketed(comment);
            } else if (list) {
                statement(comment);
            } else if (plain.matches()) {
                value(plain.group(1), plain.group(2).strip());
            } else if (mitBih.matches()) {
                value("age", mitBih.group(1));
                value("sex", mitBih.group(2));
            }
        }
    }

    public Patient patient() {
        return new Patient(id, ageYears, sex);
    }

    public Diagnoses diagnoses() {
        return stated ? new Diagnoses(true, statements) : Diagnoses.NOT_STATED;
    }

    /** Returns whether the line ends with an open list of diagnoses. */
    private boolean bracketed(String comment) {
        Matcher matcher = BRACKETED.matcher(comment);
        boolean open = false;
        while (matcher.find()) {
            String value = matcher.group(2).strip();
            open = matcher.group(1).equalsIgnoreCase("diagnoses") && value.isEmpty();
            value(matcher.group(1), value);
        }
        return open;
    }

    private void value(String key, String value) {
        switch (key.toLowerCase(Locale.ROOT)) {
            case "age" -> ageYears = age(value);
            case "sex", "gender" -> sex = Sex.of(value);
            case "dx" -> {
                stated = true;
                Arrays.stream(value.split("[,;|]")).forEach(this::statement);
            }
            case "diagnoses", "diagnosis" -> {
                stated = true;
                if (!value.equalsIgnoreCase("(none)")) {
                    statement(value);
                }
            }
            default -> id = key.toLowerCase(Locale.ROOT).startsWith("patient") ? value : id;
        }
    }

    private void statement(String text) {
        String plain = text.strip().replaceAll("\\.$", "").strip();
        if (!plain.isEmpty()) {
            statements.add(plain);
        }
    }

    private static double age(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}

package org.physioclr.core.signal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ECG lead, identified by its canonical name. The twelve standard leads are constants; any other channel
 * (Frank's X, Y, Z, an oesophageal lead) keeps the name its file gives it.
 *
 * @param name the canonical name, such as {@code aVR}; never blank
 */
public record Lead(String name) {

    public static final Lead I = new Lead("I");
    public static final Lead II = new Lead("II");
    public static final Lead III = new Lead("III");
    public static final Lead AVR = new Lead("aVR");
    public static final Lead AVL = new Lead("aVL");
    public static final Lead AVF = new Lead("aVF");
    public static final Lead V1 = new Lead("V1");
    public static final Lead V2 = new Lead("V2");
    public static final Lead V3 = new Lead("V3");
    public static final Lead V4 = new Lead("V4");
    public static final Lead V5 = new Lead("V5");
    public static final Lead V6 = new Lead("V6");

    /** The six limb leads in their usual order. */
    public static final List<Lead> LIMB = List.of(I, II, III, AVR, AVL, AVF);

    /** The standard twelve leads in their usual order: I, II, III, aVR, aVL, aVF, V1 to V6. */
    public static final List<Lead> TWELVE = List.of(I, II, III, AVR, AVL, AVF, V1, V2, V3, V4, V5, V6);

    private static final Map<String, Lead> BY_KEY =
        TWELVE.stream().collect(Collectors.toUnmodifiableMap(lead -> key(lead.name()), Function.identity()));

    private static final List<String> PREFIXES = List.of("LEAD", "ECG", "EKG", "MDCECGLEAD");

    public Lead {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A lead needs a name");
        }
    }

    /**
     * The lead meant by a name as files spell it: case, blanks, dots, dashes, underscores, the prefixes {@code Lead},
     * {@code ECG}, {@code EKG} and {@code MDC_ECG_LEAD}, and {@code (Einthoven)} do not matter. The modified
     * lead MLII of ambulatory recorders stays MLII.
     *
     * @param spelling a channel's name, not blank
     * @return a constant of this class if it is one of the twelve, else a lead of the trimmed spelling
     */
    public static Lead of(String spelling) {
        String key = key(spelling);
        return Stream.concat(Stream.of(""), PREFIXES.stream())
            .filter(key::startsWith)
            .map(prefix -> BY_KEY.get(key.substring(prefix.length())))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> new Lead(spelling.strip()));
    }

    private static String key(String spelling) {
        return spelling.replaceAll("[\\s._\\-]", "").toUpperCase(Locale.ROOT).replace("(EINTHOVEN)", "");
    }

    /** Whether this is one of the standard twelve leads. */
    public boolean isStandard() {
        return TWELVE.contains(this);
    }

    @Override
    public String toString() {
        return name;
    }
}

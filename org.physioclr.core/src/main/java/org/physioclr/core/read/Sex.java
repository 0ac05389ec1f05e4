package org.physioclr.core.read;

import java.util.Locale;

/** A patient's sex as far as the file says. */
public enum Sex {
    FEMALE("female"), MALE("male"), UNKNOWN("");

    private final String text;

    Sex(String text) {
        this.text = text;
    }

    /** Understands what files write: {@code Female}, {@code F}, {@code male}, {@code m}; anything else is unknown. */
    public static Sex of(String spelling) {
        return switch (spelling.strip().toLowerCase(Locale.ROOT)) {
            case "female", "f", "woman" -> FEMALE;
            case "male", "m", "man" -> MALE;
            default -> UNKNOWN;
        };
    }

    /** The word for a table; empty if unknown. */
    public String text() {
        return text;
    }
}

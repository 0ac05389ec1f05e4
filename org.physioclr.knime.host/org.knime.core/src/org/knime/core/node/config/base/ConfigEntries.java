package org.knime.core.node.config.base;

/** The types of entries; the names are those of saved files. */
public enum ConfigEntries {
    /** Further settings. */
    config("Config"),
    /** Text, which may be null. */
    xstring("String"),
    /** {@code int}. */
    xint("Int"),
    /** {@code double}. */
    xdouble("Double"),
    /** {@code float}. */
    xfloat("Float"),
    /** {@code long}. */
    xlong("Long"),
    /** {@code short}. */
    xshort("Short"),
    /** {@code byte}. */
    xbyte("Byte"),
    /** {@code boolean}. */
    xboolean("Boolean"),
    /** {@code char}. */
    xchar("Char"),
    /** A password as it was saved, encrypted weakly. */
    xpassword("Password");

    private final String noun;

    ConfigEntries(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    /**
     * Checks that a text is a value of this type.
     *
     * @param text the text, not null
     * @throws IllegalArgumentException if it isn't
     */
    void check(String text) {
        switch (this) {
            case xint -> Integer.parseInt(text);
            case xdouble -> Double.parseDouble(text);
            case xfloat -> Float.parseFloat(text);
            case xlong -> Long.parseLong(text);
            case xshort -> Short.parseShort(text);
            case xbyte -> Byte.parseByte(text);
            case xchar -> require(text.length() == 1);
            case xboolean -> require(text.equals("true") || text.equals("false"));
            default -> require(this != config);
        }
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("not a value of this type");
        }
    }
}

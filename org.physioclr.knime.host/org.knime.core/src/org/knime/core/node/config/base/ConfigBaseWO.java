package org.knime.core.node.config.base;

/** Settings that can be written; adding under a key that is there replaces its entry. */
public interface ConfigBaseWO {

    /** {@return the key under which these settings are held} */
    String getKey();

    /**
     * Adds empty settings.
     *
     * @param key the key
     * @return the added settings
     */
    ConfigBase addConfigBase(String key);

    /**
     * Adds a text.
     *
     * @param key the key
     * @param value the value, or null
     */
    void addString(String key, String value);

    /**
     * Adds an integer.
     *
     * @param key the key
     * @param value the value
     */
    void addInt(String key, int value);

    /**
     * Adds a long integer.
     *
     * @param key the key
     * @param value the value
     */
    void addLong(String key, long value);

    /**
     * Adds a number.
     *
     * @param key the key
     * @param value the value
     */
    void addDouble(String key, double value);

    /**
     * Adds a short number.
     *
     * @param key the key
     * @param value the value
     */
    void addFloat(String key, float value);

    /**
     * Adds a truth value.
     *
     * @param key the key
     * @param value the value
     */
    void addBoolean(String key, boolean value);

    /**
     * Adds a character.
     *
     * @param key the key
     * @param value the value
     */
    void addChar(String key, char value);

    /**
     * Adds a byte.
     *
     * @param key the key
     * @param value the value
     */
    void addByte(String key, byte value);

    /**
     * Adds a short integer.
     *
     * @param key the key
     * @param value the value
     */
    void addShort(String key, short value);

    /**
     * Adds a list; each element is a text.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addStringArray(String key, String... values);

    /**
     * Adds a list; each element is an integer.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addIntArray(String key, int... values);

    /**
     * Adds a list; each element is a long integer.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addLongArray(String key, long... values);

    /**
     * Adds a list; each element is a number.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addDoubleArray(String key, double... values);

    /**
     * Adds a list; each element is a short number.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addFloatArray(String key, float... values);

    /**
     * Adds a list; each element is a truth value.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addBooleanArray(String key, boolean... values);

    /**
     * Adds a list; each element is a byte.
     *
     * @param key the key
     * @param values the elements, or null
     */
    void addByteArray(String key, byte... values);
}

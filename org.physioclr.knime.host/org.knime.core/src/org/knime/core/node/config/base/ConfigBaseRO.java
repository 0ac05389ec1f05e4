package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.Iterable;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/**
 * Settings that can be read: values and further settings, each under a key. A getter with a default returns it where
 * the key is missing or holds another type; a getter without throws.
 */
public interface ConfigBaseRO extends Iterable<String> {

    /** {@return the key under which these settings are held} */
    String getKey();

    /** {@return all keys in order} */
    Set<String> keySet();

    @Override
    Iterator<String> iterator();

    /**
     * {@return whether there is an entry of any type}
     *
     * @param key the key
     */
    boolean containsKey(String key);

    /**
     * {@return the settings held under a key}
     *
     * @param key the key
     * @throws InvalidSettingsException if there are none
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /**
     * Adds all entries to other settings.
     *
     * @param target takes the entries
     */
    void copyTo(ConfigBaseWO target);

    /**
     * Writes XML in UTF-8 and closes the stream.
     *
     * @param out takes the XML
     * @throws IOException if it can't be written
     */
    void saveToXML(OutputStream out) throws IOException;

    /**
     * {@return a text}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * {@return a text}
     *
     * @param key the key
     * @param def the default
     */
    String getString(String key, String def);

    /**
     * {@return an integer}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * {@return an integer}
     *
     * @param key the key
     * @param def the default
     */
    int getInt(String key, int def);

    /**
     * {@return a long integer}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * {@return a long integer}
     *
     * @param key the key
     * @param def the default
     */
    long getLong(String key, long def);

    /**
     * {@return a number}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * {@return a number}
     *
     * @param key the key
     * @param def the default
     */
    double getDouble(String key, double def);

    /**
     * {@return a short number}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    float getFloat(String key) throws InvalidSettingsException;

    /**
     * {@return a short number}
     *
     * @param key the key
     * @param def the default
     */
    float getFloat(String key, float def);

    /**
     * {@return a truth value}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * {@return a truth value}
     *
     * @param key the key
     * @param def the default
     */
    boolean getBoolean(String key, boolean def);

    /**
     * {@return a character}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * {@return a character}
     *
     * @param key the key
     * @param def the default
     */
    char getChar(String key, char def);

    /**
     * {@return a byte}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    byte getByte(String key) throws InvalidSettingsException;

    /**
     * {@return a byte}
     *
     * @param key the key
     * @param def the default
     */
    byte getByte(String key, byte def);

    /**
     * {@return a short integer}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    short getShort(String key) throws InvalidSettingsException;

    /**
     * {@return a short integer}
     *
     * @param key the key
     * @param def the default
     */
    short getShort(String key, short def);

    /**
     * {@return a list; each element is a text}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is a text}
     *
     * @param key the key
     * @param def the default
     */
    String[] getStringArray(String key, String... def);

    /**
     * {@return a list; each element is an integer}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is an integer}
     *
     * @param key the key
     * @param def the default
     */
    int[] getIntArray(String key, int... def);

    /**
     * {@return a list; each element is a long integer}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is a long integer}
     *
     * @param key the key
     * @param def the default
     */
    long[] getLongArray(String key, long... def);

    /**
     * {@return a list; each element is a number}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is a number}
     *
     * @param key the key
     * @param def the default
     */
    double[] getDoubleArray(String key, double... def);

    /**
     * {@return a list; each element is a short number}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is a short number}
     *
     * @param key the key
     * @param def the default
     */
    float[] getFloatArray(String key, float... def);

    /**
     * {@return a list; each element is a truth value}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is a truth value}
     *
     * @param key the key
     * @param def the default
     */
    boolean[] getBooleanArray(String key, boolean... def);

    /**
     * {@return a list; each element is a byte}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    byte[] getByteArray(String key) throws InvalidSettingsException;

    /**
     * {@return a list; each element is a byte}
     *
     * @param key the key
     * @param def the default
     */
    byte[] getByteArray(String key, byte... def);
}

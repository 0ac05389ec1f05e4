package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.Object;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;

/** Settings: values and further settings, each under a key, in the order in which they were added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    /**
     * Empty settings.
     *
     * @param key the key under which these settings are held
     */
    public ConfigBase(String key) {
        super(key, ConfigEntries.config);
    }

    /**
     * {@return empty settings of the same class}
     *
     * @param key their key
     */
    public abstract ConfigBase getInstance(String key);

    @Override
    public boolean containsKey(String key) {
        return entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    /**
     * {@return an entry, or null if there is none}
     *
     * @param key the key
     */
    public AbstractConfigEntry getEntry(String key) {
        return entries.get(key);
    }

    /**
     * Adds an entry.
     *
     * @param entry the entry
     */
    public void addEntry(AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
        entry.setParent(this);
    }

    @Override
    public final ConfigBase addConfigBase(String key) {
        ConfigBase config = getInstance(key);
        addEntry(config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(String key) throws InvalidSettingsException {
        if (entries.get(key) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    /**
     * Removes an entry.
     *
     * @param key the key
     * @return the removed entry, or null if there was none
     */
    public final AbstractConfigEntry removeConfig(String key) {
        return entries.remove(key);
    }

    @Override
    public void copyTo(ConfigBaseWO target) {
        ConfigBase base = (ConfigBase) target;
        for (AbstractConfigEntry entry : entries.values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(base.addConfigBase(config.getKey()));
            } else {
                base.addEntry(((ConfigValue) entry).copy());
            }
        }
    }

    @Override
    public final void saveToXML(OutputStream out) throws IOException {
        XmlSettings.write(this, out);
    }

    /**
     * Adds what an XML document holds.
     *
     * @param in gives the XML; it is closed
     * @throws IOException if it can't be read or isn't of this kind, with the line
     */
    public void load(InputStream in) throws IOException {
        XmlSettings.readInto(this, in);
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public int getChildCount() {
        return entries.size();
    }

    @Override
    public TreeNode getChildAt(int index) {
        return List.copyOf(entries.values()).get(index);
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(List.<TreeNode>copyOf(entries.values()));
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    boolean sameValue(AbstractConfigEntry other) {
        return other instanceof ConfigBase that && List.copyOf(entries.values()).equals(
            List.copyOf(that.entries.values()));
    }

    @Override
    int valueHash() {
        return entries.keySet().hashCode();
    }

    final Collection<AbstractConfigEntry> entries() {
        return entries.values();
    }

    private <T> T value(String key, ConfigEntries type, Function<String, T> parse) throws InvalidSettingsException {
        if (entries.get(key) instanceof ConfigValue value && value.getType() == type) {
            return value.text() == null ? null : parse.apply(value.text());
        }
        throw new InvalidSettingsException(type.noun() + " for key \"" + key + "\" not found.");
    }

    private <T> T valueOr(String key, ConfigEntries type, Function<String, T> parse, T def) {
        return entries.get(key) instanceof ConfigValue value && value.getType() == type
            ? value.text() == null ? null : parse.apply(value.text()) : def;
    }

    private void put(String key, ConfigEntries type, Object value) {
        addEntry(new ConfigValue(key, type, value == null ? null : value.toString()));
    }

    private <T> List<T> list(String key, ConfigEntries type, Function<String, T> parse)
        throws InvalidSettingsException {
        ConfigBase config = getConfigBase(key);
        int size = config.getInt("array-size");
        if (size < -1 || size > config.entries.size() - 1) {
            throw new InvalidSettingsException("The list \"" + key + "\" claims " + size + " elements but holds "
                + (config.entries.size() - 1) + ".");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(config.value(Integer.toString(i), type, parse));
        }
        return size < 0 ? null : values;
    }

    private void putList(String key, ConfigEntries type, Object array) {
        ConfigBase config = addConfigBase(key);
        int size = array == null ? -1 : Array.getLength(array);
        config.addInt("array-size", size);
        for (int i = 0; i < size; i++) {
            config.put(Integer.toString(i), type, Array.get(array, i));
        }
    }

    private static Object toArray(List<?> values, Class<?> type) {
        if (values == null) {
            return null;
        }
        Object array = Array.newInstance(type, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static char toChar(String text) {
        return text.charAt(0);
    }

    @Override
    public String getString(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xstring, String::valueOf);
    }

    @Override
    public String getString(String key, String def) {
        return valueOr(key, ConfigEntries.xstring, String::valueOf, def);
    }

    @Override
    public void addString(String key, String value) {
        put(key, ConfigEntries.xstring, value);
    }

    @Override
    public int getInt(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xint, Integer::valueOf);
    }

    @Override
    public int getInt(String key, int def) {
        return valueOr(key, ConfigEntries.xint, Integer::valueOf, def);
    }

    @Override
    public void addInt(String key, int value) {
        put(key, ConfigEntries.xint, value);
    }

    @Override
    public long getLong(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xlong, Long::valueOf);
    }

    @Override
    public long getLong(String key, long def) {
        return valueOr(key, ConfigEntries.xlong, Long::valueOf, def);
    }

    @Override
    public void addLong(String key, long value) {
        put(key, ConfigEntries.xlong, value);
    }

    @Override
    public double getDouble(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xdouble, Double::valueOf);
    }

    @Override
    public double getDouble(String key, double def) {
        return valueOr(key, ConfigEntries.xdouble, Double::valueOf, def);
    }

    @Override
    public void addDouble(String key, double value) {
        put(key, ConfigEntries.xdouble, value);
    }

    @Override
    public float getFloat(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xfloat, Float::valueOf);
    }

    @Override
    public float getFloat(String key, float def) {
        return valueOr(key, ConfigEntries.xfloat, Float::valueOf, def);
    }

    @Override
    public void addFloat(String key, float value) {
        put(key, ConfigEntries.xfloat, value);
    }

    @Override
    public boolean getBoolean(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xboolean, Boolean::valueOf);
    }

    @Override
    public boolean getBoolean(String key, boolean def) {
        return valueOr(key, ConfigEntries.xboolean, Boolean::valueOf, def);
    }

    @Override
    public void addBoolean(String key, boolean value) {
        put(key, ConfigEntries.xboolean, value);
    }

    @Override
    public char getChar(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xchar, ConfigBase::toChar);
    }

    @Override
    public char getChar(String key, char def) {
        return valueOr(key, ConfigEntries.xchar, ConfigBase::toChar, def);
    }

    @Override
    public void addChar(String key, char value) {
        put(key, ConfigEntries.xchar, value);
    }

    @Override
    public byte getByte(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xbyte, Byte::valueOf);
    }

    @Override
    public byte getByte(String key, byte def) {
        return valueOr(key, ConfigEntries.xbyte, Byte::valueOf, def);
    }

    @Override
    public void addByte(String key, byte value) {
        put(key, ConfigEntries.xbyte, value);
    }

    @Override
    public short getShort(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xshort, Short::valueOf);
    }

    @Override
    public short getShort(String key, short def) {
        return valueOr(key, ConfigEntries.xshort, Short::valueOf, def);
    }

    @Override
    public void addShort(String key, short value) {
        put(key, ConfigEntries.xshort, value);
    }

    @Override
    public String[] getStringArray(String key) throws InvalidSettingsException {
        return (String[]) toArray(list(key, ConfigEntries.xstring, String::valueOf), String.class);
    }

    @Override
    public String[] getStringArray(String key, String... def) {
        try {
            return getStringArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addStringArray(String key, String... values) {
        putList(key, ConfigEntries.xstring, values);
    }

    @Override
    public int[] getIntArray(String key) throws InvalidSettingsException {
        return (int[]) toArray(list(key, ConfigEntries.xint, Integer::valueOf), int.class);
    }

    @Override
    public int[] getIntArray(String key, int... def) {
        try {
            return getIntArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addIntArray(String key, int... values) {
        putList(key, ConfigEntries.xint, values);
    }

    @Override
    public long[] getLongArray(String key) throws InvalidSettingsException {
        return (long[]) toArray(list(key, ConfigEntries.xlong, Long::valueOf), long.class);
    }

    @Override
    public long[] getLongArray(String key, long... def) {
        try {
            return getLongArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addLongArray(String key, long... values) {
        putList(key, ConfigEntries.xlong, values);
    }

    @Override
    public double[] getDoubleArray(String key) throws InvalidSettingsException {
        return (double[]) toArray(list(key, ConfigEntries.xdouble, Double::valueOf), double.class);
    }

    @Override
    public double[] getDoubleArray(String key, double... def) {
        try {
            return getDoubleArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDoubleArray(String key, double... values) {
        putList(key, ConfigEntries.xdouble, values);
    }

    @Override
    public float[] getFloatArray(String key) throws InvalidSettingsException {
        return (float[]) toArray(list(key, ConfigEntries.xfloat, Float::valueOf), float.class);
    }

    @Override
    public float[] getFloatArray(String key, float... def) {
        try {
            return getFloatArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addFloatArray(String key, float... values) {
        putList(key, ConfigEntries.xfloat, values);
    }

    @Override
    public boolean[] getBooleanArray(String key) throws InvalidSettingsException {
        return (boolean[]) toArray(list(key, ConfigEntries.xboolean, Boolean::valueOf), boolean.class);
    }

    @Override
    public boolean[] getBooleanArray(String key, boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBooleanArray(String key, boolean... values) {
        putList(key, ConfigEntries.xboolean, values);
    }

    @Override
    public byte[] getByteArray(String key) throws InvalidSettingsException {
        return (byte[]) toArray(list(key, ConfigEntries.xbyte, Byte::valueOf), byte.class);
    }

    @Override
    public byte[] getByteArray(String key, byte... def) {
        try {
            return getByteArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByteArray(String key, byte... values) {
        putList(key, ConfigEntries.xbyte, values);
    }
}

package org.physioclr.knime.host.settings;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persistable;

/** How a value of each type that parameters may have is saved. */
final class FieldValues {

    private static final String PRESENT = "_is_present";

    private FieldValues() {
    }

    static void save(String key, Object value, Type type, NodeSettings settings) {
        if (type instanceof TypeVariable<?>) {
            saveGroup(key, value, settings);
            return;
        }
        Class<?> raw = ParameterSettings.rawClass(type);
        if (raw == Optional.class) {
            Optional<?> optional = (Optional<?>) value;
            Class<?> content = content(type);
            save(key, optional.isPresent() ? optional.get() : nothing(content), content, settings);
            settings.addBoolean(key + PRESENT, optional.isPresent());
        } else if (!saveSimple(key, value, raw, settings)) {
            if (raw == FSLocation.class) {
                saveLocation((FSLocation) value, (NodeSettings) settings.addNodeSettings(key));
            } else if (raw.isArray()) {
                NodeSettings items = (NodeSettings) settings.addNodeSettings(key);
                for (int i = 0; i < Array.getLength(value); i++) {
                    saveGroup(Integer.toString(i), Array.get(value, i), items);
                }
            } else {
                requireGroup(raw);
                saveGroup(key, value, settings);
            }
        }
    }

    private static boolean saveSimple(String key, Object value, Class<?> raw, NodeSettings settings) {
        if (raw == String.class) {
            settings.addString(key, (String) value);
        } else if (raw == int.class || raw == Integer.class) {
            settings.addInt(key, (Integer) value);
        } else if (raw == long.class || raw == Long.class) {
            settings.addLong(key, (Long) value);
        } else if (raw == double.class || raw == Double.class) {
            settings.addDouble(key, (Double) value);
        } else if (raw == boolean.class || raw == Boolean.class) {
            settings.addBoolean(key, (Boolean) value);
        } else if (raw.isEnum()) {
            settings.addString(key, value == null ? null : ((Enum<?>) value).name());
        } else if (raw == LocalDate.class) {
            settings.addString(key, String.valueOf(value));
        } else if (raw == String[].class) {
            settings.addStringArray(key, (String[]) value);
        } else {
            return false;
        }
        return true;
    }

    private static void saveGroup(String key, Object value, NodeSettings settings) {
        ParameterSettings.save(value, (NodeSettings) settings.addNodeSettings(key));
    }

    private static void saveLocation(FSLocation location, NodeSettings settings) {
        settings.addBoolean("location_present", !location.equals(FSLocation.NULL));
        if (!location.equals(FSLocation.NULL)) {
            settings.addString("file_system_type", location.getFileSystemCategory());
            location.getFileSystemSpecifier()
                .ifPresent(specifier -> settings.addString("file_system_specifier", specifier));
            settings.addString("path", location.getPath());
        }
    }

    /**
     * {@return a value}
     *
     * @param type a type without variables
     */
    static Object load(String key, Type type, NodeSettings settings) throws InvalidSettingsException {
        Class<?> raw = ParameterSettings.rawClass(type);
        if (raw == Optional.class) {
            Object value = load(key, content(type), settings);
            return settings.getBoolean(key + PRESENT) ? Optional.ofNullable(value) : Optional.empty();
        } else if (raw == FSLocation.class) {
            return loadLocation(settings.getNodeSettings(key));
        } else if (NodeParameters.class.isAssignableFrom(raw) || Persistable.class.isAssignableFrom(raw)) {
            return ParameterSettings.loadGroup(key, raw, settings);
        } else if (raw.isArray() && raw != String[].class) {
            return loadArray(raw.getComponentType(), settings.getNodeSettings(key));
        }
        return loadSimple(key, raw, settings);
    }

    private static Object loadSimple(String key, Class<?> raw, NodeSettings settings) throws InvalidSettingsException {
        if (raw == String.class) {
            return settings.getString(key);
        } else if (raw == int.class || raw == Integer.class) {
            return settings.getInt(key);
        } else if (raw == long.class || raw == Long.class) {
            return settings.getLong(key);
        } else if (raw == double.class || raw == Double.class) {
            return settings.getDouble(key);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return settings.getBoolean(key);
        } else if (raw == String[].class) {
            return settings.getStringArray(key);
        } else if (raw.isEnum()) {
            return constant(key, raw, settings.getString(key));
        } else if (raw == LocalDate.class) {
            try {
                return LocalDate.parse(settings.getString(key));
            } catch (DateTimeParseException e) {
                throw new InvalidSettingsException("\"" + key + "\" must be a date such as 2025-01-02", e);
            }
        }
        requireGroup(raw);
        throw new IllegalStateException("unreachable");
    }

    private static Object constant(String key, Class<?> type, String name) throws InvalidSettingsException {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        if (name == null) {
            return null;
        }
        throw new InvalidSettingsException("\"" + key + "\" can't be \"" + name + "\". Possible values: "
            + Arrays.toString(type.getEnumConstants()) + ".");
    }

    private static Object loadArray(Class<?> component, NodeSettings settings) throws InvalidSettingsException {
        int length = settings.keySet().size();
        Object array = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, ParameterSettings.loadGroup(Integer.toString(i), component, settings));
        }
        return array;
    }

    private static FSLocation loadLocation(NodeSettings settings) throws InvalidSettingsException {
        if (!settings.getBoolean("location_present")) {
            return FSLocation.NULL;
        }
        return new FSLocation(settings.getString("file_system_type"),
            settings.containsKey("file_system_specifier") ? settings.getString("file_system_specifier") : null,
            settings.getString("path"));
    }

    private static Class<?> content(Type optional) {
        return ParameterSettings.rawClass(((ParameterizedType) optional).getActualTypeArguments()[0]);
    }

    private static Object nothing(Class<?> type) {
        return type == Integer.class ? (Object) 0 : type == Long.class ? (Object) 0L
            : type == Double.class ? (Object) 0.0
            : type == Boolean.class ? (Object) false : type == String.class ? "" : type.isEnum()
                ? type.getEnumConstants()[0] : ParameterSettings.defaults(type);
    }

    private static void requireGroup(Class<?> type) {
        if (!NodeParameters.class.isAssignableFrom(type) && !Persistable.class.isAssignableFrom(type)) {
            throw new IllegalStateException("Parameters of the type " + type.getName() + " can't be saved");
        }
    }
}

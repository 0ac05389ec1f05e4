package org.physioclr.knime.host.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** Saves and loads the parameters of nodes field by field, in the form that KNIME gives them. */
public final class ParameterSettings {

    private ParameterSettings() {
    }

    /** {@return new parameters with their defaults} */
    public static <P> P defaults(Class<P> type) {
        try {
            Constructor<P> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + " can't be made: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without arguments", e);
        }
    }

    /** Saves all fields of an object. */
    public static void save(Object parameters, NodeSettings settings) {
        for (Field field : fields(parameters.getClass())) {
            Object value = get(field, parameters);
            if (field.isAnnotationPresent(Persistor.class)) {
                persistor(field).save(value, settings);
            } else {
                FieldValues.save(key(field), value, field.getGenericType(), settings);
            }
        }
    }

    /**
     * {@return the parameters that settings hold}
     *
     * @param type their class
     * @param settings the settings
     * @throws InvalidSettingsException if a key is missing or has another type, or the parameters refuse their values
     */
    public static <P extends NodeParameters> P load(Class<P> type, NodeSettings settings)
        throws InvalidSettingsException {
        P parameters = loadFields(type, settings);
        parameters.validate();
        return parameters;
    }

    /**
     * Checks that settings hold all parameters, whatever their values.
     *
     * @param type the class of the parameters
     * @param settings hold them under the key {@code model}
     * @throws InvalidSettingsException if a key is missing or has another type
     */
    public static void check(Class<? extends NodeParameters> type, NodeSettings settings)
        throws InvalidSettingsException {
        loadGroup("model", type, settings);
    }

    /** {@return the parameters under a key; an error names the key} */
    static <P> P loadGroup(String key, Class<P> type, NodeSettings settings) throws InvalidSettingsException {
        NodeSettings group = settings.getNodeSettings(key);
        try {
            return loadFields(type, group);
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException(key + ": " + e.getMessage(), e);
        }
    }

    private static <P> P loadFields(Class<P> type, NodeSettings settings) throws InvalidSettingsException {
        P parameters = defaults(type);
        for (Field field : fields(type)) {
            if (!mayStayDefault(field) || isPresent(field, settings)) {
                set(field, parameters, load(field, get(field, parameters), settings));
            }
        }
        return parameters;
    }

    private static boolean mayStayDefault(Field field) {
        Migrate migrate = field.getAnnotation(Migrate.class);
        return migrate != null && migrate.loadDefaultIfAbsent()
            || field.getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    }

    private static boolean isPresent(Field field, NodeSettings settings) {
        return field.isAnnotationPresent(Persistor.class)
            ? List.of(persistor(field).getConfigPaths()).stream()
                .allMatch(path -> SettingsPaths.contains(settings, List.of(path)))
            : settings.containsKey(key(field));
    }

    private static Object load(Field field, Object initial, NodeSettings settings) throws InvalidSettingsException {
        if (field.isAnnotationPresent(Migration.class)) {
            NodeParametersMigration<?> migration = (NodeParametersMigration<?>) defaults(
                field.getAnnotation(Migration.class).value());
            for (ConfigMigration<?> old : migration.getConfigMigrations()) {
                if (!settings.containsKey(key(field)) && old.getMatcher().test(settings)) {
                    return old.getLoader().load(settings);
                }
            }
        }
        if (field.isAnnotationPresent(Persistor.class)) {
            return persistor(field).load(settings);
        }
        // what a type variable stands for is known from the value that the constructor has set
        Type type = field.getGenericType() instanceof TypeVariable<?> ? initial.getClass() : field.getGenericType();
        return FieldValues.load(key(field), type, settings);
    }

    @SuppressWarnings("unchecked")
    private static NodeParametersPersistor<Object> persistor(Field field) {
        return (NodeParametersPersistor<Object>) defaults(field.getAnnotation(Persistor.class).value());
    }

    private static String key(Field field) {
        Persist persist = field.getAnnotation(Persist.class);
        if (persist != null && !persist.configKey().isEmpty()) {
            return persist.configKey();
        }
        return field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
    }

    /** The fields that are saved, those of superclasses first. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = type.getSuperclass() == null ? new ArrayList<>() : fields(type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic()) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }

    private static Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Object owner, Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the class of a type, with type variables of superclasses left out} */
    static Class<?> rawClass(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        throw new IllegalStateException("Parameters of the type " + type + " can't be saved");
    }
}

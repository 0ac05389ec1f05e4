package org.physioclr.knime.host.view;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes what views are given as JSON: records, maps, collections, arrays, numbers, booleans and text. */
public final class JsonText {

    private JsonText() {
    }

    /**
     * {@return a value as JSON}
     *
     * @param value the value; NaN and infinite numbers become null, as JSON has none
     * @throws IllegalArgumentException if a value has a type that isn't listed above
     */
    public static String of(Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        if (value == null) {
            json.append("null");
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), json);
        } else if (value instanceof Number number) {
            json.append(Double.isFinite(number.doubleValue()) ? number.toString() : "null");
        } else if (value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            quote(value.toString(), json);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map, json);
        } else if (value instanceof Collection<?> collection) {
            writeArray(collection.toArray(), json);
        } else if (value.getClass().isArray()) {
            writeArray(value, json);
        } else if (value instanceof Record) {
            writeRecord((Record) value, json);
        } else {
            throw new IllegalArgumentException("A view can't be given a " + value.getClass().getName()
                + ". Use records, maps, lists, numbers and text.");
        }
    }

    private static void writeArray(Object array, StringBuilder json) {
        json.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            json.append(i == 0 ? "" : ",");
            write(Array.get(array, i), json);
        }
        json.append(']');
    }

    private static void writeObject(Map<?, ?> map, StringBuilder json) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(separator);
            quote(entry.getKey().toString(), json);
            json.append(':');
            write(entry.getValue(), json);
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private static void writeRecord(Record value, StringBuilder json) {
        String separator = "{";
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            json.append(separator);
            quote(component.getName(), json);
            json.append(':');
            try {
                component.getAccessor().setAccessible(true);
                write(component.getAccessor().invoke(value), json);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(value.getClass().getName() + "." + component.getName()
                    + " can't be read", e);
            }
            separator = ",";
        }
        json.append(separator.equals("{") ? "{}" : "}");
    }

    /** Quotes so that the text can also stand inside an HTML script element. */
    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        json.append('"');
    }
}

package org.physioclr.core.read.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/** Some elements of a data set: values as places in the file, sequences as data sets. */
final class DataSet {

    /**
     * Where a value lies.
     *
     * @param start its first byte
     * @param length its bytes, all of which are in the file
     */
    record Place(int start, int length) {
    }

    private final LittleEndianFile file;
    private final Map<Tag, Place> values = new EnumMap<>(Tag.class);
    private final Map<Tag, List<DataSet>> sequences = new EnumMap<>(Tag.class);

    DataSet(LittleEndianFile file) {
        this.file = file;
    }

    void put(Tag tag, Place place) {
        values.putIfAbsent(tag, place);
    }

    void add(Tag tag, DataSet item) {
        sequences.computeIfAbsent(tag, key -> new ArrayList<>()).add(item);
    }

    List<DataSet> items(Tag tag) {
        return sequences.getOrDefault(tag, List.of());
    }

    boolean has(Tag tag) {
        return values.containsKey(tag);
    }

    /** The place of a value that must be there. */
    Place place(Tag tag) throws ReadException {
        Place place = values.get(tag);
        if (place == null) {
            throw error(tag, "it is missing");
        }
        return place;
    }

    /** A text without padding; empty if it is absent. */
    String text(Tag tag, Charset charset) throws ReadException {
        Place place = values.get(tag);
        return place == null ? "" : file.text(place.start(), place.length(), charset);
    }

    String text(Tag tag) throws ReadException {
        return text(tag, StandardCharsets.ISO_8859_1);
    }

    /** A number written as text; empty if the element is absent or has no value. */
    OptionalDouble decimal(Tag tag) throws ReadException {
        String text = text(tag);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message as NaN and infinity.
        }
        throw error(tag, "\"" + text + "\" is not a number");
    }

    /** An unsigned binary number of 2 or 4 bytes. */
    long whole(Tag tag) throws ReadException {
        Place place = place(tag);
        return switch (place.length()) {
            case 2 -> file.unsigned16(place.start());
            case 4 -> file.unsigned32(place.start());
            default -> throw error(tag, "a number of " + place.length() + " bytes is not understood");
        };
    }

    ReadException error(Tag tag, String cause) {
        Place place = values.get(tag);
        String name = tag.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ReadException(file.path(), place == null ? name : "byte " + place.start() + " (" + name + ")",
            cause, "Export the ECG again.");
    }
}

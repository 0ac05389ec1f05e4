package org.physioclr.core.label;

import java.nio.file.Path;
import java.util.List;

/** What an opened data set says of its records. Thread-safe. */
public interface DataSetLabels {

    /** Looks a record up by its file. */
    DataSetEntry find(Path file);

    /**
     * The labels that the data set itself fixes; empty if its diagnoses are codes, which a {@link LabelScheme} makes
     * labels of.
     */
    default List<String> labels() {
        return List.of();
    }

    /** Whether a file is a second copy of a record that is read already, such as one at a lower rate. */
    default boolean isCopy(Path file) {
        return false;
    }

    /** A file's name without its ending. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

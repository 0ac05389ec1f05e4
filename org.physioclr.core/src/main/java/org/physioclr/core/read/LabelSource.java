package org.physioclr.core.read;

import java.util.Objects;
import org.physioclr.core.label.LabelFile;

/** Where a record's labels come from. */
public sealed interface LabelSource {

    /** The diagnosis line of the record's own file. */
    record Header() implements LabelSource {
    }

    /**
     * A file that has a row for each record.
     *
     * @param file read already
     */
    record File(LabelFile file) implements LabelSource {
        public File {
            Objects.requireNonNull(file, "file");
        }
    }

    /** Nowhere: all labels are missing. */
    record None() implements LabelSource {
    }
}

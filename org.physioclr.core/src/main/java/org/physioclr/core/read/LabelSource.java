package org.physioclr.core.read;

import java.util.Objects;
import org.physioclr.core.label.DataSetLabels;
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

    /**
     * A public data set: its tables, else the record's own file.
     *
     * @param dataSet opened already
     */
    record Known(DataSetLabels dataSet) implements LabelSource {
        public Known {
            Objects.requireNonNull(dataSet, "dataSet");
        }
    }

    /** Nowhere: all labels are missing. */
    record None() implements LabelSource {
    }
}

package org.physioclr.core.read;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.physioclr.core.label.RecordLabels;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** What became of one file. */
public sealed interface ReadResult {

    /** The file that was chosen. */
    Path file();

    /**
     * It was read.
     *
     * @param file the file
     * @param record the path relative to the chosen folder, with slashes, without ending
     * @param format its format's name
     * @param patient who was recorded; the identifier may come from the label file
     * @param stated whether the file has a place for diagnoses, even if nothing stands there
     * @param diagnoses the stated diagnoses, codes by their abbreviation
     * @param labels the record's labels
     * @param fold of the data set's recommended split, empty if it has none
     * @param parts the whole record or its windows, at least one
     */
    record Accepted(Path file, String record, String format, Patient patient, boolean stated, List<String> diagnoses,
            RecordLabels labels, OptionalInt fold, List<Part> parts) implements ReadResult {
        public Accepted {
            diagnoses = List.copyOf(diagnoses);
            parts = List.copyOf(parts);
        }
    }

    /**
     * An ECG that becomes one row.
     *
     * @param key unique in the folder: the record, followed by {@code #k} for the k-th window, counted from 0
     * @param startSeconds where it begins in the record
     * @param ecg the signal
     * @param leads the leads that have samples
     * @param quality what is wrong with it, empty if nothing is
     */
    record Part(String key, double startSeconds, EcgRecord ecg, List<Lead> leads, String quality) {
    }

    /**
     * It was not.
     *
     * @param file the file
     * @param format its format's name, empty if unknown
     * @param reason one line: file, place, cause, remedy
     */
    record Rejected(Path file, String format, String reason) implements ReadResult {
    }
}

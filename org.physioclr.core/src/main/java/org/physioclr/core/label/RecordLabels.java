package org.physioclr.core.label;

import java.util.OptionalInt;
import java.util.Set;

/**
 * A record's labels.
 *
 * @param annotated whether anyone judged the record; if not, every label is missing, which is different from absent
 * @param positive the labels that hold, in a stable order
 * @param unknown labels that were not judged though the record was
 */
public record RecordLabels(boolean annotated, Set<String> positive, Set<String> unknown) {

    /** Nobody judged the record. */
    public static final RecordLabels MISSING = new RecordLabels(false, Set.of(), Set.of());

    /** 1 if the label holds, 0 if the record was judged and it doesn't, empty if that is unknown. */
    public OptionalInt value(String label) {
        if (positive.contains(label)) {
            return OptionalInt.of(1);
        }
        return annotated && !unknown.contains(label) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}

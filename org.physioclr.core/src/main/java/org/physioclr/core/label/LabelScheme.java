package org.physioclr.core.label;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which labels a data set's diagnoses become. */
public enum LabelScheme {
    /** The 26 classes of {@link CincClass}, always all of them. */
    CINC_26,
    /** Every diagnosis that occurs, by its abbreviation or, if it has none, its code. */
    ALL_FOUND;

    /** The label columns that are known before any file is read; empty for {@link #ALL_FOUND}. */
    public List<String> fixedLabels() {
        return this == CINC_26 ? Arrays.stream(CincClass.values()).map(CincClass::label).toList() : List.of();
    }

    /** The labels of a record whose diagnoses are stated as SNOMED-CT codes, possibly none. */
    public RecordLabels fromCodes(Collection<String> snomedCodes) {
        Set<String> positive = new LinkedHashSet<>();
        if (this == CINC_26) {
            Arrays.stream(CincClass.values()).filter(c -> c.isAmong(snomedCodes)).forEach(c -> positive.add(c.label()));
        } else {
            snomedCodes.forEach(code -> positive.add(Snomed.label(code)));
        }
        return new RecordLabels(true, positive, Set.of());
    }
}

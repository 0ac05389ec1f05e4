package org.physioclr.core.label;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A diagnosis of SNOMED CT that ECG data sets use.
 *
 * @param code the concept's identifier
 * @param abbreviation the short name of the CinC challenges, such as {@code AF}
 * @param name in words
 */
public record Snomed(String code, String abbreviation, String name) {

    private static final Map<String, Snomed> BY_CODE = load();

    /** The diagnosis of a code; empty if no ECG data set of the CinC challenges uses it. */
    public static Optional<Snomed> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** What to call a code in a table: its abbreviation, or the code itself if it is unknown. */
    public static String label(String code) {
        return of(code).map(Snomed::abbreviation).orElse(code);
    }

    private static Map<String, Snomed> load() {
        return Resource.rows("snomed-ct.csv").stream()
            .map(row -> new Snomed(row.getField("code"), row.getField("abbreviation"), row.getField("name")))
            .collect(Collectors.toUnmodifiableMap(Snomed::code, Function.identity()));
    }
}

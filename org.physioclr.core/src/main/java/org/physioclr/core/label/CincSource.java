package org.physioclr.core.label;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The databases that make up the CinC challenges 2020 and 2021, each annotated with a choice of its own of the
 * challenge's classes. A class that a database never uses was not looked for there, so its label is missing rather than
 * 0. Numbers of records: dx_mapping_scored.csv of the challenge's evaluation code (BSD 2-clause).
 */
public enum CincSource {
    CPSC("CPSC", "A\\d{4}"),
    CPSC_EXTRA("CPSC_Extra", "Q\\d{4}"),
    ST_PETERSBURG("StPetersburg", "I\\d{4}"),
    PTB("PTB", "S\\d{4}"),
    PTB_XL("PTB_XL", "HR\\d{5}"),
    GEORGIA("Georgia", "E\\d{5}"),
    CHAPMAN_SHAOXING("Chapman_Shaoxing", "JS(\\d{5})"),
    NINGBO("Ningbo", "JS(\\d{5})");

    /** The Ningbo records follow those from Shaoxing in one numbering. */
    private static final int LAST_CHAPMAN = 10646;

    private final Pattern recordName;
    private final Set<CincClass> unused;

    CincSource(String column, String recordName) {
        this.recordName = Pattern.compile(recordName);
        this.unused = Arrays.stream(CincClass.values()).filter(c -> records(column, c) == 0)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CincClass.class)));
    }

    private static int records(String column, CincClass diagnosis) {
        return Resource.rows("cinc-2021-counts.csv").stream()
            .filter(row -> diagnosis.codes().contains(row.getField("code")))
            .mapToInt(row -> Integer.parseInt(row.getField(column))).sum();
    }

    /** The database of a record by its name in the challenge, such as {@code E00001}. */
    public static Optional<CincSource> ofRecord(String name) {
        for (CincSource source : values()) {
            Matcher matcher = source.recordName.matcher(name);
            if (matcher.matches()) {
                boolean numbered = matcher.groupCount() > 0;
                boolean late = numbered && Integer.parseInt(matcher.group(1)) > LAST_CHAPMAN;
                return Optional.of(late ? NINGBO : source);
            }
        }
        return Optional.empty();
    }

    /** The labels of the classes that the database does not annotate. */
    public Set<String> unannotated() {
        return unused.stream().map(CincClass::label).collect(Collectors.toUnmodifiableSet());
    }
}

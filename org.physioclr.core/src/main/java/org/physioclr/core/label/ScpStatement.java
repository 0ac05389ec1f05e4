package org.physioclr.core.label;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of the 71 statements of SCP-ECG by which PTB-XL is annotated, with its place in PTB-XL's hierarchy (Wagner et al.
 * 2020, doi:10.1038/s41597-020-0495-6, table scp_statements.csv).
 *
 * @param code such as {@code LVH}
 * @param description in words
 * @param diagnostic whether it is one of the 44 diagnostic statements
 * @param form whether it is one of the 19 statements about the form
 * @param rhythm whether it is one of the 12 statements about the rhythm
 * @param superclass NORM, MI, STTC, CD or HYP; empty unless diagnostic
 * @param subclass one of 23; empty unless diagnostic
 */
public record ScpStatement(String code, String description, boolean diagnostic, boolean form, boolean rhythm,
        String superclass, String subclass) {

    /** All 71 in the table's order. */
    public static final List<ScpStatement> ALL = Resource.rows("scp-statements.csv").stream()
        .map(row -> new ScpStatement(row.getField("code"), row.getField("description"),
            row.getField("kinds").contains("D"), row.getField("kinds").contains("F"),
            row.getField("kinds").contains("R"), row.getField("superclass"), row.getField("subclass")))
        .toList();

    private static final Map<String, ScpStatement> BY_CODE =
        ALL.stream().collect(Collectors.toUnmodifiableMap(ScpStatement::code, Function.identity()));

    /** The statement of a code. */
    public static Optional<ScpStatement> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}

package org.physioclr.core.label;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sets of labels that PTB-XL's statements are summed up in, as in its benchmark (Strodthoff et al. 2021,
 * doi:10.1109/JBHI.2020.3022989). A statement counts whatever its likelihood.
 */
public enum PtbXlLabels {
    /** NORM, MI, STTC, CD, HYP. */
    SUPERCLASS(ScpStatement::diagnostic, ScpStatement::superclass),
    /** The 23 subclasses of the diagnostic statements. */
    SUBCLASS(ScpStatement::diagnostic, ScpStatement::subclass),
    /** The 44 diagnostic statements. */
    DIAGNOSTIC(ScpStatement::diagnostic, ScpStatement::code),
    /** The 19 statements about the form. */
    FORM(ScpStatement::form, ScpStatement::code),
    /** The 12 statements about the rhythm. */
    RHYTHM(ScpStatement::rhythm, ScpStatement::code),
    /** All 71 statements. */
    ALL(statement -> true, ScpStatement::code);

    private final Predicate<ScpStatement> member;
    private final Function<ScpStatement, String> label;
    private final List<String> labels;

    PtbXlLabels(Predicate<ScpStatement> member, Function<ScpStatement, String> label) {
        this.member = member;
        this.label = label;
        this.labels = ScpStatement.ALL.stream().filter(member).map(label).distinct().toList();
    }

    /** The labels, always all of them. */
    public List<String> labels() {
        return labels;
    }

    /**
     * A record's labels. A record without any statement of this kind was not judged in this respect, so its labels are
     * missing; the benchmark leaves such records out.
     *
     * @param codes the record's statements
     */
    public RecordLabels of(Collection<String> codes) {
        List<ScpStatement> statements = codes.stream().map(code -> ScpStatement.of(code).orElse(null))
            .filter(Objects::nonNull).filter(member).toList();
        Set<String> positive = new LinkedHashSet<>(statements.stream().map(label).toList());
        return statements.isEmpty() ? RecordLabels.MISSING : new RecordLabels(true, positive, Set.of());
    }
}

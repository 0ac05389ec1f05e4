package org.physioclr.core.read;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a file says about diagnoses.
 *
 * @param stated whether the file has a place for diagnoses at all, even if nothing stands there
 * @param statements codes or texts in the file's order, without blanks around them
 */
public record Diagnoses(boolean stated, List<String> statements) {

    /** The file says nothing about diagnoses, which is different from saying that there is none. */
    public static final Diagnoses NOT_STATED = new Diagnoses(false, List.of());

    private static final Pattern SNOMED_CT = Pattern.compile("[1-9]\\d{5,17}");

    public Diagnoses {
        statements = List.copyOf(statements);
    }

    /** The statements that are SNOMED-CT codes by their form: 6 to 18 digits. */
    public List<String> snomedCodes() {
        return statements.stream().filter(statement -> SNOMED_CT.matcher(statement).matches()).distinct().toList();
    }

    /** Whether the statements can be read as SNOMED-CT: a stated list that is empty or has at least one code. */
    public boolean isSnomed() {
        return stated && (statements.isEmpty() || !snomedCodes().isEmpty());
    }
}

package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/** Selection by type. */
public abstract class TypeFilter implements Persistable {

    String[] selectedTypes = {};

    /** Selects no type. */
    protected TypeFilter() {
        // selects nothing until settings are loaded
    }

    /** {@return a test of type names} */
    protected Predicate<String> getIsSelectedPredicate() {
        return Arrays.asList(selectedTypes)::contains;
    }
}

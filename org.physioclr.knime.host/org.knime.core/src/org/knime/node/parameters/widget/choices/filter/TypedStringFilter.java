package org.knime.node.parameters.widget.choices.filter;

import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/**
 * Selects names with types by lists, pattern or type. The fields' names are part of saved workflows.
 *
 * @param <T> the selection by type
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    FilterMode mode = FilterMode.MANUAL;
    NamePattern patternFilter = new NamePattern();
    NameLists manualFilter = new NameLists();
    T typeFilter;

    /**
     * Selects by name.
     *
     * @param selected the names
     * @param typeFilter the selection by type, used once that mode is chosen
     */
    protected TypedStringFilter(String[] selected, T typeFilter) {
        this.manualFilter.manuallySelected = selected.clone();
        this.typeFilter = typeFilter;
    }

    /** {@return a test of names for all modes but by type} */
    protected Predicate<String> getStringFilterPredicate() {
        return mode == FilterMode.MANUAL ? manualFilter::selects : patternFilter.matcher(mode);
    }
}

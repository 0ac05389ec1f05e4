package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;

import org.knime.node.parameters.persistence.Persistable;

/** Selection by lists of names; the fields' names are part of saved workflows. */
final class NameLists implements Persistable {

    String[] manuallySelected = {};
    String[] manuallyDeselected = {};
    boolean includeUnknownColumns;

    /**
     * {@return whether a name is selected}
     *
     * @param name the name
     */
    boolean selects(String name) {
        List<String> selected = Arrays.asList(manuallySelected);
        return selected.contains(name)
            || includeUnknownColumns && !Arrays.asList(manuallyDeselected).contains(name);
    }
}

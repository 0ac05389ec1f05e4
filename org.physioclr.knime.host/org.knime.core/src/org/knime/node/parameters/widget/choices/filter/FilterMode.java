package org.knime.node.parameters.widget.choices.filter;

/** How a filter selects; the names are part of saved workflows. */
enum FilterMode {
    /** By lists of names. */
    MANUAL,
    /** By a regular expression. */
    REGEX,
    /** By a pattern with {@code *} and {@code ?}. */
    WILDCARD,
    /** By type. */
    TYPE
}

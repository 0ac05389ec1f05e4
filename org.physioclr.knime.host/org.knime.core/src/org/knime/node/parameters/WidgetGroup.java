package org.knime.node.parameters;

/** A class whose annotated fields are controls of a dialog. */
public interface WidgetGroup {
}

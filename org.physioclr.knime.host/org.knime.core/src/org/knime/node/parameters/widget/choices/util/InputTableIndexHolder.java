package org.knime.node.parameters.widget.choices.util;

/** Knows which input table the choices come from. */
public interface InputTableIndexHolder {

    /** {@return the index of the input port, counted from 0} */
    default int getInputTableIndex() {
        return 0;
    }
}

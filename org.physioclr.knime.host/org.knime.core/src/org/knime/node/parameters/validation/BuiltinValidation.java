package org.knime.node.parameters.validation;

/** A check that the dialog itself can make. */
public interface BuiltinValidation {

    /** {@return what is shown when the check fails} */
    String getErrorMessage();
}

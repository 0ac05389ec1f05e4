package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The checks of text fields that set none. */
final class Unchecked {

    private Unchecked() {
    }

    /** Any text. */
    static final class AnyPattern extends PatternValidation {
        @Override
        protected String getPattern() {
            return "(?s).*";
        }
    }

    /** Also no text. */
    static final class AnyLength extends MinLengthValidation {
        @Override
        protected int getMinLength() {
            return 0;
        }
    }

    /** However long. */
    static final class AnyMaxLength extends MaxLengthValidation {
        @Override
        protected int getMaxLength() {
            return Integer.MAX_VALUE;
        }
    }
}

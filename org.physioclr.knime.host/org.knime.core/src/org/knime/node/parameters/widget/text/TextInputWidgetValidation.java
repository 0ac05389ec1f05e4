package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A check of a text field. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** A pattern that the whole text must match. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        /** For subclasses. */
        public PatternValidation() {
            // nothing to keep: the pattern is asked for
        }

        /** {@return a regular expression} */
        protected abstract String getPattern();

        @Override
        public String getErrorMessage() {
            return "The text must match the pattern " + getPattern() + ".";
        }

        /** At least one character that isn't a space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            /** For the framework. */
            public IsNotBlankValidation() {
                // no state
            }

            @Override
            public String getPattern() {
                return "(?s).*\\S.*";
            }

            @Override
            public String getErrorMessage() {
                return "The text must not be blank.";
            }
        }
    }

    /** A smallest number of characters. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        /** For subclasses. */
        public MinLengthValidation() {
            // nothing to keep: the length is asked for
        }

        /** {@return the smallest number of characters} */
        protected abstract int getMinLength();

        @Override
        public String getErrorMessage() {
            return "The text must have at least " + getMinLength() + " characters.";
        }
    }

    /** A greatest number of characters. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        /** For subclasses. */
        public MaxLengthValidation() {
            // nothing to keep: the length is asked for
        }

        /** {@return the greatest number of characters} */
        protected abstract int getMaxLength();

        @Override
        public String getErrorMessage() {
            return "The text must have at most " + getMaxLength() + " characters.";
        }
    }
}

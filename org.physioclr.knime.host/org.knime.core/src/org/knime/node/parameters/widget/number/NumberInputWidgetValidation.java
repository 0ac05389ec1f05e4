package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A bound of a number field. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {

    /** {@return whether the bound itself is not allowed} */
    default boolean isExclusive() {
        return false;
    }

    /** A smallest value. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        /** For subclasses. */
        public MinValidation() {
            // nothing to keep: the bound is asked for
        }

        /** {@return the smallest value} */
        protected abstract double getMin();

        @Override
        public String getErrorMessage() {
            return isExclusive() ? "The value must be greater than " + getMin() + "."
                : "The value must be at least " + getMin() + ".";
        }

        /** Zero or more. */
        public static final class IsNonNegativeValidation extends MinValidation {

            /** For the framework. */
            public IsNonNegativeValidation() {
                // no state
            }

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** One or more. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            /** For the framework. */
            public IsPositiveIntegerValidation() {
                // no state
            }

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** More than zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            /** For the framework. */
            public IsPositiveDoubleValidation() {
                // no state
            }

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** A greatest value. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        /** For subclasses. */
        public MaxValidation() {
            // nothing to keep: the bound is asked for
        }

        /** {@return the greatest value} */
        protected abstract double getMax();

        @Override
        public String getErrorMessage() {
            return isExclusive() ? "The value must be less than " + getMax() + "."
                : "The value must be at most " + getMax() + ".";
        }
    }
}

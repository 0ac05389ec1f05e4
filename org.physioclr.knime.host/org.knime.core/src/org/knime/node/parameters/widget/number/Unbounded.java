package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The ranges of number fields that set none. */
final class Unbounded {

    private Unbounded() {
    }

    /** No smallest value. */
    static final class Below extends MinValidation {
        @Override
        protected double getMin() {
            return Double.NEGATIVE_INFINITY;
        }
    }

    /** No greatest value. */
    static final class Above extends MaxValidation {
        @Override
        protected double getMax() {
            return Double.POSITIVE_INFINITY;
        }
    }
}

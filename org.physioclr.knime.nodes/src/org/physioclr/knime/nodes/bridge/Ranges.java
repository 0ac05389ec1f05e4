package org.physioclr.knime.nodes.bridge;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Bounds of number fields that KNIME does not bring. */
public final class Ranges {

    private Ranges() {
    }

    /** At most one, for shares and probabilities. */
    public static final class AtMostOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** At least two. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** At least a hundred, the fewest replicates of a bootstrap. */
    public static final class AtLeast100 extends MinValidation {
        @Override
        protected double getMin() {
            return 100;
        }
    }

    /** At least one percent. */
    public static final class AtLeastOnePercent extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
        }
    }

    /** At most 99 percent. */
    public static final class AtMost99Percent extends MaxValidation {
        @Override
        protected double getMax() {
            return 99;
        }
    }
}

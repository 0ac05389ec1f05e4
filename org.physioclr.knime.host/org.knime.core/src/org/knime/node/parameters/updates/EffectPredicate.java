package org.knime.node.parameters.updates;

import org.physioclr.knime.host.dialog.Truth;

/** A condition on the values of other parameters. This host evaluates conditions at once, see {@link Truth}. */
public interface EffectPredicate {

    /**
     * {@return a condition that holds when both do}
     *
     * @param other the second condition
     */
    default EffectPredicate and(EffectPredicate other) {
        return Truth.of(Truth.isTrue(this) && Truth.isTrue(other));
    }

    /**
     * {@return a condition that holds when at least one does}
     *
     * @param other the second condition
     */
    default EffectPredicate or(EffectPredicate other) {
        return Truth.of(Truth.isTrue(this) || Truth.isTrue(other));
    }

    /** {@return a condition that holds when this one doesn't} */
    default EffectPredicate negate() {
        return Truth.of(!Truth.isTrue(this));
    }
}

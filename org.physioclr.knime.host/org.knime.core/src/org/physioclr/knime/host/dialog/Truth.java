package org.physioclr.knime.host.dialog;

import org.knime.node.parameters.updates.EffectPredicate;

/** The value of a condition on a node's parameters, evaluated for one state of the dialog. */
public enum Truth implements EffectPredicate {
    /** The condition holds. */
    YES,
    /** The condition doesn't hold. */
    NO;

    /**
     * {@return the constant for a value}
     *
     * @param value whether the condition holds
     */
    public static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /**
     * {@return whether a condition holds}
     *
     * @param predicate a condition that this host made
     * @throws IllegalArgumentException if another class implements the condition
     */
    public static boolean isTrue(EffectPredicate predicate) {
        if (predicate instanceof Truth truth) {
            return truth == YES;
        }
        throw new IllegalArgumentException("A condition of class " + predicate.getClass().getName()
            + " can't be evaluated. Build conditions with the initializer that init(...) is given.");
    }
}

package org.knime.node.parameters.updates;

import java.lang.Enum;
import java.util.Arrays;
import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;
import org.physioclr.knime.host.dialog.Truth;

/** Builds the condition of an {@link Effect}. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * {@return the condition}
     *
     * @param i gives access to the other parameters
     */
    EffectPredicate init(PredicateInitializer i);

    /**
     * {@return a condition that holds when all do}
     *
     * @param predicates the conditions
     */
    default EffectPredicate and(EffectPredicate... predicates) {
        return Truth.of(Arrays.stream(predicates).allMatch(Truth::isTrue));
    }

    /**
     * {@return a condition that holds when at least one does}
     *
     * @param predicates the conditions
     */
    default EffectPredicate or(EffectPredicate... predicates) {
        return Truth.of(Arrays.stream(predicates).anyMatch(Truth::isTrue));
    }

    /**
     * {@return a condition that holds when the given one doesn't}
     *
     * @param predicate the condition
     */
    default EffectPredicate not(EffectPredicate predicate) {
        return predicate.negate();
    }

    /** Gives access to the values of other parameters by their references. */
    interface PredicateInitializer {

        /**
         * {@return conditions on a boolean parameter}
         *
         * @param reference the parameter's reference
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * {@return conditions on a text parameter}
         *
         * @param reference the parameter's reference
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * {@return conditions on a choice}
         *
         * @param <E> the choice's type
         * @param reference the parameter's reference
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * {@return conditions on a list}
         *
         * @param <T> the elements' type
         * @param reference the parameter's reference
         */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /**
         * {@return a condition on the node's inputs}
         *
         * @param predicate the condition
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /**
         * {@return the condition that another class builds}
         *
         * @param providerClass the other class
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> providerClass);

        /**
         * {@return the condition that another object builds}
         *
         * @param provider the other object
         */
        EffectPredicate getPredicate(EffectPredicateProvider provider);

        /**
         * {@return whether no parameter has the reference}
         *
         * @param reference the reference
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /** {@return the condition that always holds} */
        default EffectPredicate always() {
            return Truth.YES;
        }

        /** {@return the condition that never holds} */
        default EffectPredicate never() {
            return Truth.NO;
        }

        /** Conditions on a boolean parameter. */
        interface BooleanReference {

            /** {@return whether it is true} */
            EffectPredicate isTrue();

            /** {@return whether it is false} */
            EffectPredicate isFalse();
        }

        /** Conditions on a text parameter. */
        interface StringReference {

            /**
             * {@return whether it has exactly this value}
             *
             * @param value the value
             */
            EffectPredicate isEqualTo(String value);

            /**
             * {@return whether the whole text matches}
             *
             * @param pattern a regular expression
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /**
         * Conditions on a choice.
         *
         * @param <E> the choice's type
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * {@return whether it is one of these}
             *
             * @param values the values
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Conditions on a list. */
        interface ArrayReference {

            /** {@return whether it has two elements or more} */
            EffectPredicate hasMultipleItems();

            /**
             * {@return whether any element meets a condition}
             *
             * @param provider the condition; its references are those of the element's class
             */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider provider);
        }
    }
}

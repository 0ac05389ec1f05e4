package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a parameter or a section. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** What happens while the predicate holds; otherwise the opposite happens. */
    enum EffectType {
        /** The control is visible. */
        SHOW,
        /** The control is hidden. */
        HIDE,
        /** The control can be used. */
        ENABLE,
        /** The control can't be used. */
        DISABLE
    }

    /** {@return the condition} */
    Class<? extends EffectPredicateProvider> predicate();

    /** {@return what happens while the condition holds} */
    EffectType type();
}

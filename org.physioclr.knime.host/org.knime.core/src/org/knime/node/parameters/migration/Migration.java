package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Loads a parameter from older forms of the settings. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
@SuppressWarnings("rawtypes")
public @interface Migration {

    /** {@return the class that knows the older forms} */
    Class<? extends NodeParametersMigration> value();
}

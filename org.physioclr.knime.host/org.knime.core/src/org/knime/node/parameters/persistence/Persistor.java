package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the class that saves and loads a parameter. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
@SuppressWarnings("rawtypes")
public @interface Persistor {

    /** {@return the class; it needs a constructor without arguments} */
    Class<? extends NodeParametersPersistor> value();
}

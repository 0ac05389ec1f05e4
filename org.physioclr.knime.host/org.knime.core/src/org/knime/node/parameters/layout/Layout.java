package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts a parameter into a section or part of a layout. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** {@return the section or part} */
    Class<?> value();
}

package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows a parameter, or all parameters of a section, only when advanced settings are asked for. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}

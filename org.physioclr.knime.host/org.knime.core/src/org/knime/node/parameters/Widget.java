package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Title and description of a parameter in the node's dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Widget {

    /** {@return the label shown above the control} */
    String title();

    /** {@return what the parameter means, shown in the dialog and in the node's description; may hold simple HTML} */
    String description();

    /** {@return whether the dialog shows the control only on request} */
    boolean advanced() default false;
}

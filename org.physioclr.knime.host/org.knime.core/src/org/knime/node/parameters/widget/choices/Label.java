package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text of an enum constant in the dialog; the constant's name is what is saved. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Label {

    /** {@return the text} */
    String value();

    /** {@return what the choice means, shown in the node's description} */
    String description() default "";

    /** {@return whether the choice can't be made} */
    boolean disabled() default false;
}

package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes an interface a section of the dialog with a title. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** {@return the title} */
    String title();

    /** {@return the text below the title} */
    String description() default "";

    /** {@return whether the section opens in a drawer at the side} */
    boolean sideDrawer() default false;
}

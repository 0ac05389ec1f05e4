package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a list of parameter groups is shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** Arrangement of one element's controls. */
    enum ElementLayout {
        /** One above the other, in a card with a title. */
        VERTICAL_CARD,
        /** All in one line. */
        HORIZONTAL_SINGLE_LINE
    }

    /** {@return the text of the button that adds an element} */
    String addButtonText() default "Add";

    /** {@return the title of a card; a number is appended} */
    String elementTitle() default "";

    /** {@return whether elements can neither be added nor removed} */
    boolean hasFixedSize() default false;

    /** {@return whether elements can be moved} */
    boolean showSortButtons() default false;

    /** {@return the arrangement of one element's controls} */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;
}

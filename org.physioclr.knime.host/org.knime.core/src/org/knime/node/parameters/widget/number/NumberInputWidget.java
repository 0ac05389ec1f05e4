package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The range of a number, checked while the user types. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** {@return the class that gives the smallest value} */
    Class<? extends MinValidation> minValidation() default Unbounded.Below.class;

    /** {@return the class that gives the greatest value} */
    Class<? extends MaxValidation> maxValidation() default Unbounded.Above.class;
}

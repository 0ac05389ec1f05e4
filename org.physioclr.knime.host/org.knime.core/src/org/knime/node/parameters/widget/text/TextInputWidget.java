package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The look and checks of a text field. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** {@return the grey text of an empty field} */
    String placeholder() default "";

    /** {@return the class that gives the pattern the text must match} */
    Class<? extends PatternValidation> patternValidation() default Unchecked.AnyPattern.class;

    /** {@return the class that gives the smallest number of characters} */
    Class<? extends MinLengthValidation> minLengthValidation() default Unchecked.AnyLength.class;

    /** {@return the class that gives the greatest number of characters} */
    Class<? extends MaxLengthValidation> maxLengthValidation() default Unchecked.AnyMaxLength.class;
}

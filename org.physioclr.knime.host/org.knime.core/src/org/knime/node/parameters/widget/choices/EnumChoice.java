package org.knime.node.parameters.widget.choices;

import java.lang.Enum;

/**
 * An enum constant to choose.
 *
 * @param <E> the enum
 * @param id the constant
 * @param text what is shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * {@return the choice of a constant with the text of its {@link Label}, or its name}
     *
     * @param <E> the enum
     * @param constant the constant
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E constant) {
        try {
            Label label = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
            return new EnumChoice<>(constant, label == null ? constant.name() : label.value());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant + " is not a constant of its own enum.", e);
        }
    }
}

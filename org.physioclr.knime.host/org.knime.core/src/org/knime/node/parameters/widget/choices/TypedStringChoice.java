package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/**
 * A name with a type to choose, such as a column.
 *
 * @param id what is saved
 * @param text what is shown
 * @param type the type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * A type.
     *
     * @param id what is saved
     * @param text what is shown
     */
    public record PossibleTypeValue(String id, String text) {
    }

    /**
     * {@return the choice of a column}
     *
     * @param column the column
     */
    public static TypedStringChoice fromColSpec(DataColumnSpec column) {
        DataType type = column.getType();
        return new TypedStringChoice(column.getName(), column.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }
}

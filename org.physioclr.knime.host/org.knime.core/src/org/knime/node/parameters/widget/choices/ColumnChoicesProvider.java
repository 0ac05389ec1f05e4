package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Computes columns to choose from. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {

    /**
     * {@return the columns}
     *
     * @param context the node's inputs
     */
    default List<DataColumnSpec> columnChoices(NodeParametersInput context) {
        return List.of();
    }

    @Override
    default List<TypedStringChoice> computeState(NodeParametersInput context) {
        return columnChoices(context).stream().map(TypedStringChoice::fromColSpec).toList();
    }

    @Override
    default void init(StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }
}

package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/** Computes texts to choose from: {@link #choices}, or {@link #computeState} if saved and shown text differ. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    /**
     * {@return the texts}
     *
     * @param context the node's inputs
     */
    default List<String> choices(NodeParametersInput context) {
        return List.of();
    }

    @Override
    default List<StringChoice> computeState(NodeParametersInput context) {
        return choices(context).stream().map(StringChoice::fromId).toList();
    }

    @Override
    default void init(StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }
}

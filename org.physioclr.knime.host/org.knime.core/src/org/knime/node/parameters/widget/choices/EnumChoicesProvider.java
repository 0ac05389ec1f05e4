package org.knime.node.parameters.widget.choices;

import java.lang.Enum;
import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes which constants of an enum can be chosen.
 *
 * @param <E> the enum
 */
public non-sealed interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {

    /**
     * {@return the constants}
     *
     * @param context the node's inputs
     */
    default List<E> choices(NodeParametersInput context) {
        return List.of();
    }

    @Override
    default List<EnumChoice<E>> computeState(NodeParametersInput context) {
        return choices(context).stream().map(EnumChoice::fromEnumConst).toList();
    }

    @Override
    default void init(StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }
}

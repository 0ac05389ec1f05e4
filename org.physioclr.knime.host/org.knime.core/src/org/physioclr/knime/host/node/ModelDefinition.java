package org.physioclr.knime.host.node;

import java.util.Optional;

import org.knime.node.DefaultModel;
import org.knime.node.parameters.NodeParameters;

/** What a node does. */
public sealed interface ModelDefinition {

    /** {@return the class of the parameters, empty if the node has none} */
    Optional<Class<? extends NodeParameters>> parametersClass();

    /**
     * A node that is configured and executed.
     *
     * @param parametersClass the class of the parameters
     * @param configure checks the input specs and sets the output specs
     * @param execute does the work
     */
    record Standard(Optional<Class<? extends NodeParameters>> parametersClass,
        DefaultModel.ConfigureOrRearrangerConsumer<DefaultModel.ConfigureInput, DefaultModel.ConfigureOutput> configure,
        DefaultModel.ExecuteConsumer execute) implements ModelDefinition {
    }

    /**
     * A node that adds, replaces or removes columns of one table.
     *
     * @param parametersClass the class of the parameters
     * @param rearrange says what is done with the columns
     */
    record Rearrange(Optional<Class<? extends NodeParameters>> parametersClass,
        DefaultModel.ConfigureOrRearrangerConsumer<DefaultModel.RearrangeColumnsInput,
            DefaultModel.RearrangeColumnsOutput> rearrange) implements ModelDefinition {
    }
}

package org.knime.node;

import java.util.Optional;

import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.node.ModelDefinition;

/** The steps of a model's definition. */
final class ModelSteps implements DefaultModel.RequireConfigureOrRearrangeColumns {

    private final Class<? extends NodeParameters> parametersClass;

    /**
     * The steps after the parameters.
     *
     * @param parametersClass the parameters, or null if the node has none
     */
    ModelSteps(Class<? extends NodeParameters> parametersClass) {
        this.parametersClass = parametersClass;
    }

    @Override
    public DefaultModel.RequireExecute configure(
        DefaultModel.ConfigureOrRearrangerConsumer<DefaultModel.ConfigureInput,
            DefaultModel.ConfigureOutput> configure) {
        return execute -> new DefaultModel.StandardDefaultModel(
            new ModelDefinition.Standard(Optional.ofNullable(parametersClass), configure, execute));
    }

    @Override
    public DefaultModel rearrangeColumns(
        DefaultModel.ConfigureOrRearrangerConsumer<DefaultModel.RearrangeColumnsInput,
            DefaultModel.RearrangeColumnsOutput> rearrange) {
        return new DefaultModel.RearrangeColumnsDefaultModel(
            new ModelDefinition.Rearrange(Optional.ofNullable(parametersClass), rearrange));
    }
}

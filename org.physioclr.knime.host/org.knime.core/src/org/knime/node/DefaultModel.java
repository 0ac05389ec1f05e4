package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.node.ModelDefinition;

/** What a node does: how it is configured and executed. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private final ModelDefinition definition;

    private DefaultModel(ModelDefinition definition) {
        this.definition = definition;
    }

    final ModelDefinition definition() {
        return definition;
    }

    /** A model that is configured and executed. */
    static final class StandardDefaultModel extends DefaultModel {
        StandardDefaultModel(ModelDefinition.Standard definition) {
            super(definition);
        }
    }

    /** A model that adds, replaces or removes columns of one table. */
    static final class RearrangeColumnsDefaultModel extends DefaultModel {
        RearrangeColumnsDefaultModel(ModelDefinition.Rearrange definition) {
            super(definition);
        }
    }

    /** Step: the parameters. */
    @FunctionalInterface
    public interface RequireModelParameters {

        /**
         * {@return the next step}
         *
         * @param parametersClass the class of the parameters
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** {@return the next step} */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Step: what is done. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * {@return the next step}
         *
         * @param configure checks the input specs and sets the output specs
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * {@return the model}
         *
         * @param rearrangeColumns says which columns of the one input table are added, replaced or removed
         */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** Step: the work. */
    @FunctionalInterface
    public interface RequireExecute {

        /**
         * {@return the model}
         *
         * @param execute does the work
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * Configures.
     *
     * @param <I> what is known
     * @param <O> what is to be set
     */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * Configures.
         *
         * @param input what is known
         * @param output what is to be set
         * @throws InvalidSettingsException if the node can't work with this input and these parameters
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Does the work. */
    @FunctionalInterface
    public interface ExecuteConsumer {

        /**
         * Does the work.
         *
         * @param input the parameters and the data
         * @param output takes the results
         * @throws CanceledExecutionException if the user cancelled
         * @throws KNIMEException if the work failed, with cause and remedy
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What is known at configuration. Indices count from 0. */
    public interface ConfigureInput {

        /**
         * {@return the parameters}
         *
         * @param <S> their class
         */
        <S extends NodeParameters> S getParameters();

        /** {@return the input specs; null where unknown} */
        PortObjectSpec[] getInPortSpecs();

        /**
         * {@return an input spec, or null if unknown}
         *
         * @param <S> its class
         * @param index the input
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** {@return the input specs of a node that has tables only} */
        DataTableSpec[] getInTableSpecs();

        /**
         * {@return the spec of an input table, or null if unknown}
         *
         * @param index the input
         */
        DataTableSpec getInTableSpec(int index);

        /** {@return the types of the output ports} */
        PortType[] getOutPortTypes();
    }

    /** What configuration sets. Indices count from 0; a spec that is never set is unknown. */
    public interface ConfigureOutput {

        /**
         * Sets all output specs.
         *
         * @param <S> their class
         * @param specs one for each output
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /**
         * Sets one output spec.
         *
         * @param <S> its class
         * @param index the output
         * @param spec the spec, or null if unknown before execution
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * Shows a warning at the node.
         *
         * @param message the text
         */
        void setWarningMessage(String message);
    }

    /** What is known when columns are rearranged. */
    public interface RearrangeColumnsInput {

        /**
         * {@return the parameters}
         *
         * @param <S> their class
         */
        <S extends NodeParameters> S getParameters();

        /** {@return the spec of the input table} */
        DataTableSpec getDataTableSpec();
    }

    /** What a rearrangement sets. */
    public interface RearrangeColumnsOutput {

        /**
         * Sets what is done with the columns.
         *
         * @param rearranger made from the spec of the input table
         */
        void setColumnRearranger(ColumnRearranger rearranger);
    }

    /** What is known at execution. Indices count from 0. */
    public interface ExecuteInput {

        /**
         * {@return the parameters}
         *
         * @param <S> their class
         */
        <S extends NodeParameters> S getParameters();

        /** {@return the inputs} */
        PortObject[] getInPortObjects();

        /**
         * {@return an input}
         *
         * @param <D> its class
         * @param index the input
         */
        <D extends PortObject> D getInPortObject(int index);

        /** {@return the inputs of a node that has tables only} */
        BufferedDataTable[] getInTables();

        /**
         * {@return an input table}
         *
         * @param index the input
         */
        BufferedDataTable getInTable(int index);

        /** {@return the way to make tables and file stores, report progress and notice a cancellation} */
        ExecutionContext getExecutionContext();

        /** {@return the types of the output ports} */
        PortType[] getOutPortTypes();
    }

    /** What execution sets. Indices count from 0. */
    public interface ExecuteOutput {

        /**
         * Sets all outputs.
         *
         * @param <D> their class
         * @param data one for each output
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * Sets one output.
         *
         * @param <D> its class
         * @param index the output
         * @param data the data
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * Keeps data for the view.
         *
         * @param <D> their class
         * @param data the data
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /**
         * Shows a warning at the node.
         *
         * @param message the text
         */
        void setWarningMessage(String message);
    }
}

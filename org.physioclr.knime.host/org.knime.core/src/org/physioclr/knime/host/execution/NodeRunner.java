package org.physioclr.knime.host.execution;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.node.ModelDefinition;
import org.physioclr.knime.host.node.Port;

/**
 * Configures and executes one node.
 *
 * @param label the node's name for the log
 * @param model what the node does
 * @param parameters its parameters, null if it has none
 * @param inputs the data ports it takes from
 * @param outputs the data ports it gives to
 */
public record NodeRunner(String label, ModelDefinition model, NodeParameters parameters, List<Port> inputs,
    List<Port> outputs) {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(NodeRunner.class);

    /** A step of a node's work. */
    private interface Step {

        NodeState run() throws InvalidSettingsException, KNIMEException, CanceledExecutionException;
    }

    /**
     * {@return {@link NodeState.Configured} or {@link NodeState.Failed}}
     *
     * @param specs what is known of each input
     */
    public NodeState configure(PortObjectSpec... specs) {
        return attempt(e -> "Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage(), () -> {
            for (int i = 0; i < specs.length; i++) {
                require(inputs.get(i), inputs.get(i).type().acceptsPortObjectSpec(specs[i]));
            }
            NodeOutputs set = configured(specs);
            return new NodeState.Configured(set.specs(), List.copyOf(set.warnings()));
        });
    }

    /**
     * {@return {@link NodeState.Executed}, {@link NodeState.Failed} or {@link NodeState.Cancelled}}
     *
     * <p>The node is configured for these very inputs first.
     *
     * @param execution the place for the node's tables and files
     * @param objects one for each input
     */
    public NodeState execute(NodeExecution execution, PortObject... objects) {
        return attempt(e -> "Execute failed: " + (e.getMessage() == null ? e : e.getMessage()), () -> {
            for (int i = 0; i < objects.length; i++) {
                require(inputs.get(i), inputs.get(i).type().acceptsPortObject(objects[i]));
            }
            NodeOutputs configured = configured(
                Arrays.stream(objects).map(PortObject::getSpec).toArray(PortObjectSpec[]::new));
            NodeOutputs executed = executed(objects, execution.context());
            requireOutputs(executed.objects());
            return new NodeState.Executed(executed.objects(), executed.internal(),
                Stream.concat(configured.warnings().stream(), executed.warnings().stream()).distinct().toList());
        });
    }

    private NodeState attempt(Function<Throwable, String> defect, Step step) {
        try {
            return step.run();
        } catch (InvalidSettingsException e) {
            return new NodeState.Failed(e.getMessage());
        } catch (KNIMEException e) {
            return new NodeState.Failed(e.getKNIMEMessage().toString());
        } catch (CanceledExecutionException e) {
            return new NodeState.Cancelled();
        } catch (RuntimeException | Error e) {
            LOGGER.error(label + " broke down", e);
            return new NodeState.Failed(defect.apply(e));
        }
    }

    private NodeOutputs configured(PortObjectSpec[] specs) throws InvalidSettingsException {
        NodeOutputs set = new NodeOutputs(outputs.size());
        if (model instanceof ModelDefinition.Standard standard) {
            standard.configure().accept(new NodeInputs.ForConfigure(parameters, specs, outputTypes()), set);
        } else {
            set.setOutSpec(0, rearranger((DataTableSpec) specs[0]).createSpec());
        }
        return set;
    }

    private NodeOutputs executed(PortObject[] objects, ExecutionContext context)
        throws InvalidSettingsException, KNIMEException, CanceledExecutionException {
        NodeOutputs set = new NodeOutputs(outputs.size());
        if (model instanceof ModelDefinition.Standard standard) {
            standard.execute().accept(new NodeInputs.ForExecute(parameters, objects, context, outputTypes()), set);
        } else {
            BufferedDataTable table = (BufferedDataTable) objects[0];
            set.setOutData(0,
                context.createColumnRearrangeTable(table, rearranger(table.getDataTableSpec()), context));
        }
        return set;
    }

    private ColumnRearranger rearranger(DataTableSpec spec) throws InvalidSettingsException {
        ColumnRearranger[] rearranger = new ColumnRearranger[1];
        ((ModelDefinition.Rearrange) model).rearrange()
            .accept(new NodeInputs.ForRearrange(parameters, spec), made -> rearranger[0] = made);
        return rearranger[0];
    }

    private PortType[] outputTypes() {
        return outputs.stream().map(Port::type).toArray(PortType[]::new);
    }

    private static void require(Port input, boolean fits) throws InvalidSettingsException {
        if (!fits) {
            throw new InvalidSettingsException("The input \"" + input.name() + "\" needs a port of the type "
                + input.type().getName() + ". Connect another output.");
        }
    }

    private void requireOutputs(PortObject[] objects) {
        for (int i = 0; i < objects.length; i++) {
            if (!outputs.get(i).type().acceptsPortObject(objects[i])) {
                throw new IllegalStateException("The node has set no " + outputs.get(i).type().getName()
                    + " at the output \"" + outputs.get(i).name() + "\"");
            }
        }
    }
}

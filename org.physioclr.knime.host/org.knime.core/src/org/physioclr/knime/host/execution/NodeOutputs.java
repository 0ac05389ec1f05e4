package org.physioclr.knime.host.execution;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Takes what a node gives. */
final class NodeOutputs implements ConfigureOutput, ExecuteOutput {

    private final PortObjectSpec[] specs;
    private final PortObject[] objects;
    private PortObject[] internal = {};
    private final List<String> warnings = new ArrayList<>();

    NodeOutputs(int ports) {
        specs = new PortObjectSpec[ports];
        objects = new PortObject[ports];
    }

    PortObjectSpec[] specs() {
        return specs;
    }

    PortObject[] objects() {
        return objects;
    }

    PortObject[] internal() {
        return internal;
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(S... all) {
        requireLength(all.length);
        System.arraycopy(all, 0, specs, 0, all.length);
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(int index, S spec) {
        specs[index] = spec;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(D... all) {
        requireLength(all.length);
        System.arraycopy(all, 0, objects, 0, all.length);
    }

    @Override
    public <D extends PortObject> void setOutData(int index, D data) {
        objects[index] = data;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(D... data) {
        internal = data.clone();
    }

    @Override
    public void setWarningMessage(String message) {
        if (message != null) {
            warnings.add(message);
        }
    }

    private void requireLength(int length) {
        if (length != objects.length) {
            throw new IllegalArgumentException("The node has " + objects.length + " outputs but sets " + length);
        }
    }
}

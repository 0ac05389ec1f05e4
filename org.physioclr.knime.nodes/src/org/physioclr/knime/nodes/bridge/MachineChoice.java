package org.physioclr.knime.nodes.bridge;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.torch.protocol.Machine;

/** What the learning process may use of the computer. */
@LoadDefaultsForAbsentFields
public final class MachineChoice implements NodeParameters {

    @Widget(title = "Device", description = """
            auto takes a GPU if there is a usable one and the CPU else; cpu; cuda:0 and so on.
            """)
    String device = "auto";

    @Widget(title = "Threads", description = "CPU threads of the learning process; 0 takes all cores.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int threads = 0;

    @Widget(title = "Memory [MB]", description = "The Java heap of the learning process.")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int heapMegabytes = 1024;

    /** {@code auto}, {@code cpu} or {@code cuda:n}. */
    public String device() {
        return device;
    }

    /**
     * The choice as the learning process takes it.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public Machine toMachine() {
        return new Machine(device, threads, heapMegabytes);
    }
}

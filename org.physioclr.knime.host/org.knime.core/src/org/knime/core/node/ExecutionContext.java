package org.knime.core.node;

import java.io.IOException;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.filestore.FileStore;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.TableRearranging;
import org.physioclr.knime.host.table.TableWriter;

/** What a node gets to execute: progress, tables and files. */
public class ExecutionContext extends ExecutionMonitor {

    static {
        HostAccess.registerContexts(execution -> new ExecutionContext(execution, null, 1));
    }

    ExecutionContext(NodeExecution execution, ExecutionMonitor parent, double share) {
        super(execution, parent, share);
    }

    /**
     * {@return a container for the rows of a new table}
     *
     * @param spec the structure of the table; its domains are kept and widened
     */
    public BufferedDataContainer createDataContainer(DataTableSpec spec) {
        return new BufferedDataContainer(spec, execution().newTable(spec));
    }

    /**
     * {@return a new file of the node's result}
     *
     * @param relativePath its name, unique in this execution
     * @throws IOException if the name is taken or not that of a file
     */
    public FileStore createFileStore(String relativePath) throws IOException {
        return execution().newFileStore(relativePath);
    }

    /**
     * {@return the table with its columns rearranged}
     *
     * @param in the table
     * @param rearranger which columns stay and which are computed
     * @param subProgressMon where to report to
     * @throws CanceledExecutionException if the user cancels
     */
    public BufferedDataTable createColumnRearrangeTable(BufferedDataTable in, ColumnRearranger rearranger,
        ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        TableWriter writer = execution().newTable(rearranger.createSpec());
        TableRearranging.write(HostAccess.stored(in), HostAccess.rearrangement(rearranger), writer, subProgressMon);
        return HostAccess.table(writer.finish());
    }

    /**
     * {@return a context for a part of the work}
     *
     * @param maxProg the part's share of this context's work
     */
    public ExecutionContext createSubExecutionContext(double maxProg) {
        return new ExecutionContext(execution(), this, maxProg);
    }
}

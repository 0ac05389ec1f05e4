package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.TableWriter;

/** Collects the rows of a table that a node makes. */
public class BufferedDataContainer extends DataContainer {

    BufferedDataContainer(DataTableSpec spec, TableWriter writer) {
        super(spec);
        HostAccess.setWriter(this, writer);
    }

    @Override
    public BufferedDataTable getTable() {
        return (BufferedDataTable)super.getTable();
    }
}

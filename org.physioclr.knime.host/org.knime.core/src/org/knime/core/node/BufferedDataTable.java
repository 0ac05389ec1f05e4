package org.knime.core.node;

import javax.swing.JComponent;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.StoredTable;

/** A table that a node has made, kept on disk. */
public final class BufferedDataTable implements DataTable, PortObject {

    static {
        HostAccess.registerTables(BufferedDataTable::new, table -> table.stored);
    }

    /** The type of table ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of table ports that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final StoredTable stored;

    BufferedDataTable(StoredTable stored) {
        this.stored = stored;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return stored.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return stored.spec();
    }

    /** {@return the number of rows} */
    public long size() {
        return stored.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return stored.iterator();
    }

    @Override
    public String getSummary() {
        return "Rows: " + stored.size() + ", columns: " + stored.spec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}

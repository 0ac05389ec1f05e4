package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;

import javax.swing.ListCellRenderer;
import javax.swing.table.TableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Shows a value. */
@SuppressWarnings("rawtypes") // as KNIME declares it
public interface DataValueRenderer extends TableCellRenderer, ListCellRenderer {

    /** {@return what it shows, for people} */
    String getDescription();

    /** {@return the size at which it shows well} */
    Dimension getPreferredSize();

    /**
     * {@return what paints a value}
     *
     * @param val the value
     */
    Component getRendererComponent(Object val);

    /**
     * {@return whether it can show a column}
     *
     * @param colSpec the column
     */
    boolean accepts(DataColumnSpec colSpec);
}

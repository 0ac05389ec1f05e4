package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;

/** Paints a value. */
@SuppressWarnings({"serial", "rawtypes"}) // raw as KNIME declares it
public abstract class AbstractPainterDataValueRenderer extends JComponent implements DataValueRenderer {

    /** For subclasses. */
    public AbstractPainterDataValueRenderer() {
        // the value is set later
    }

    /**
     * Sets what is painted.
     *
     * @param value the value
     */
    protected abstract void setValue(Object value);

    @Override
    public String getDescription() {
        return "Default";
    }

    @Override
    public boolean accepts(DataColumnSpec colSpec) {
        return true;
    }

    @Override
    public Component getRendererComponent(Object val) {
        setValue(val);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean isSelected, boolean hasFocus,
        int row, int column) {
        return getRendererComponent(value);
    }

    @Override
    public Component getListCellRendererComponent(JList list, Object value, int index, boolean isSelected,
        boolean cellHasFocus) {
        return getRendererComponent(value);
    }
}

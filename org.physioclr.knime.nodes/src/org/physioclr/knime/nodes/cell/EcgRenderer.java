package org.physioclr.knime.nodes.cell;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRenderer;
import org.physioclr.core.signal.EcgRecord;

/** Shows an ECG in a table as cardiologists read it: its leads over millimetre paper. */
@SuppressWarnings("serial") // renderers are never serialized
public class EcgRenderer extends AbstractPainterDataValueRenderer {

    private static final String DESCRIPTION = "ECG on paper, 25 mm/s and 10 mm/mV";

    private transient EcgValue value;

    @Override
    protected final void setValue(Object cell) {
        value = cell instanceof EcgValue ecg ? ecg : null;
    }

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(480, 240);
    }

    @Override
    protected final void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (value != null) {
            paint(new EcgPaper(getWidth(), getHeight()), (Graphics2D) graphics, value.ecg());
        }
    }

    /** Paints an ECG. */
    void paint(EcgPaper paper, Graphics2D graphics, EcgRecord ecg) {
        paper.paint(graphics, ecg);
    }

    /** Offers the renderer to KNIME. */
    public static final class Factory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        public DataValueRenderer createRenderer(DataColumnSpec column) {
            return new EcgRenderer();
        }
    }
}

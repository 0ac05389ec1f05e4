package org.physioclr.knime.nodes.cell;

import java.awt.Dimension;
import java.awt.Graphics2D;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;
import org.physioclr.core.signal.EcgRecord;

/** Shows an ECG with its beats, so that a cardiologist can check onsets, peaks and offsets of P, QRS and T. */
@SuppressWarnings("serial") // renderers are never serialized
public final class EcgBeatsRenderer extends EcgRenderer {

    private static final String DESCRIPTION = "ECG with its beats marked";

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(960, 640);
    }

    @Override
    void paint(EcgPaper paper, Graphics2D graphics, EcgRecord ecg) {
        paper.paint(graphics, ecg, EcgPicture.beats(ecg));
    }

    /** Offers the renderer to KNIME. */
    public static final class Factory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        public DataValueRenderer createRenderer(DataColumnSpec column) {
            return new EcgBeatsRenderer();
        }
    }
}

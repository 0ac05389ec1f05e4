package org.physioclr.knime.nodes.cell;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.signal.EcgRecord;

/**
 * Paints an ECG on millimetre paper: the leads in two columns (one if there are six or fewer), each for as long as the
 * width allows at 25 mm/s, at 10 mm/mV. The millimetre is chosen so that every lead has 2.5 mV of height. Beats, if
 * given, are marked on each lead.
 */
record EcgPaper(int width, int height) {

    private static final double MM_PER_SECOND = 25;
    private static final double MM_PER_MV = 10;
    private static final double ROW_MV = 2.5;
    private static final Color PAPER = new Color(0xFFF8F6);
    private static final Color MILLIMETRE = new Color(0xFBE3DE);
    private static final Color FIVE_MILLIMETRES = new Color(0xF2BDB3);
    private static final Color TRACE = new Color(0x1A1A1A);
    private static final BasicStroke TRACE_STROKE = new BasicStroke(0.8f);

    void paint(Graphics2D graphics, EcgRecord ecg) {
        paint(graphics, ecg, List.of());
    }

    /**
     * Paints an ECG and its beats.
     *
     * @param beats {@code [lead][beat]}, or empty to mark none
     */
    void paint(Graphics2D graphics, EcgRecord ecg, List<List<Beat>> beats) {
        int columns = ecg.leads().size() > 6 ? 2 : 1;
        int rows = Math.max(1, (ecg.leads().size() + columns - 1) / columns);
        double rowHeight = (double) height / rows;
        double millimetre = rowHeight / (ROW_MV * MM_PER_MV);
        paintGrid(graphics, millimetre);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(TRACE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(7, (int) Math.min(12, rowHeight / 3))));
        double columnWidth = (double) width / columns;
        for (int lead = 0; lead < ecg.leads().size(); lead++) {
            double left = lead / rows * columnWidth;
            double baseline = (lead % rows + 0.55) * rowHeight;
            Shape clip = graphics.getClip();
            graphics.clipRect((int) left, 0, (int) columnWidth, height);
            graphics.drawString(ecg.leads().get(lead).name(), (float) left + 2,
                (float) (baseline - rowHeight * 0.55) + graphics.getFontMetrics().getAscent());
            float[] samples = ecg.samplesMv()[lead];
            double step = MM_PER_SECOND * millimetre / ecg.rateHz();
            if (lead < beats.size()) {
                new BeatMarks(samples, left, baseline, step, MM_PER_MV * millimetre, rowHeight)
                    .paint(graphics, beats.get(lead), (int) (columnWidth / step));
            }
            graphics.setColor(TRACE);
            graphics.setStroke(TRACE_STROKE);
            graphics.draw(trace(samples, ecg.rateHz(), left, baseline, columnWidth, millimetre));
            graphics.setClip(clip);
        }
    }

    private void paintGrid(Graphics2D graphics, double millimetre) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, width, height);
        if (millimetre >= 2) {
            paintLines(graphics, millimetre, MILLIMETRE);
        }
        paintLines(graphics, 5 * millimetre, FIVE_MILLIMETRES);
    }

    private void paintLines(Graphics2D graphics, double step, Color colour) {
        graphics.setColor(colour);
        for (double x = 0; x < width; x += step) {
            graphics.draw(new Line2D.Double(x, 0, x, height));
        }
        for (double y = 0; y < height; y += step) {
            graphics.draw(new Line2D.Double(0, y, width, y));
        }
    }

    /** The trace of one lead; a missing sample interrupts it. */
    private static Path2D trace(float[] samplesMv, double rateHz, double left, double baseline, double columnWidth,
            double millimetre) {
        Path2D path = new Path2D.Double();
        double step = MM_PER_SECOND * millimetre / rateHz;
        boolean drawing = false;
        for (int i = 0; i < samplesMv.length && i * step <= columnWidth; i++) {
            if (Float.isFinite(samplesMv[i])) {
                double y = baseline - samplesMv[i] * MM_PER_MV * millimetre;
                if (drawing) {
                    path.lineTo(left + i * step, y);
                } else {
                    path.moveTo(left + i * step, y);
                }
            }
            drawing = Float.isFinite(samplesMv[i]);
        }
        return path;
    }
}

package org.physioclr.knime.nodes.cell;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Wave;

/**
 * Marks the beats of one lead so that a cardiologist can check them: each wave has its colour, P green, QRS blue, T
 * ochre; the area between trace and baseline is tinted from onset to offset, thin lines stand at both, a dot at the
 * peak.
 *
 * @param samplesMv the lead
 * @param left where the first sample is, in pixels
 * @param baseline where 0 mV is
 * @param pixelsPerSample to the right
 * @param pixelsPerMv upwards
 * @param rowHeight of the lead
 */
record BeatMarks(float[] samplesMv, double left, double baseline, double pixelsPerSample, double pixelsPerMv,
        double rowHeight) {

    private static final Color P = new Color(0x2E7D32);
    private static final Color QRS = new Color(0x1565C0);
    private static final Color T = new Color(0xB26A00);
    private static final int TINT = 56;
    private static final double LINE_SHARE = 0.16;
    private static final BasicStroke THIN = new BasicStroke(0.9f);

    /**
     * Paints the marks.
     *
     * @param shown how many samples have room
     */
    void paint(Graphics2D graphics, List<Beat> beats, int shown) {
        for (Beat beat : beats) {
            paint(graphics, beat.p(), P, shown);
            paint(graphics, beat.qrs(), QRS, shown);
            paint(graphics, beat.t(), T, shown);
        }
    }

    private void paint(Graphics2D graphics, Wave wave, Color colour, int shown) {
        if (!wave.isPresent() || wave.offset() >= Math.min(shown, samplesMv.length)) {
            return;
        }
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), TINT));
        graphics.fill(area(wave));
        graphics.setColor(colour);
        graphics.setStroke(THIN);
        for (int sample : new int[] {wave.onset(), wave.offset()}) {
            double half = LINE_SHARE / 2 * rowHeight;
            graphics.draw(new Line2D.Double(x(sample), y(sample) - half, x(sample), y(sample) + half));
        }
        double radius = Math.max(1.3, rowHeight / 55);
        graphics.fill(new Ellipse2D.Double(x(wave.peak()) - radius, y(wave.peak()) - radius, 2 * radius, 2 * radius));
    }

    /** Between the trace and the straight line from onset to offset. */
    private Path2D area(Wave wave) {
        Path2D area = new Path2D.Double();
        area.moveTo(x(wave.onset()), y(wave.onset()));
        for (int i = wave.onset() + 1; i <= wave.offset(); i++) {
            area.lineTo(x(i), y(i));
        }
        area.closePath();
        return area;
    }

    private double x(int sample) {
        return left + sample * pixelsPerSample;
    }

    private double y(int sample) {
        double mv = samplesMv[sample];
        return baseline - (Double.isFinite(mv) ? mv : 0) * pixelsPerMv;
    }
}

package org.physioclr.knime.nodes.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.MissingCell;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.knime.host.execution.NodeExecution;

/** The picture of an ECG in a table, painted without a screen. */
class EcgRendererTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;
    private static final int BACKGROUND = 0xFF00FF00;

    @TempDir
    private Path folder;

    /** One lead for 4 s at 100 Hz. */
    private EcgCell cell(float... samplesMv) throws IOException {
        NodeExecution execution = new NodeExecution(folder, (fraction, message) -> { }, () -> false);
        try (EcgCellWriter writer = new EcgCellWriter(execution.context())) {
            return writer.write(new EcgRecord("r", "p", 100, List.of(Lead.II), new float[][] {samplesMv}));
        }
    }

    private static float[] constant(float value) {
        float[] samples = new float[400];
        Arrays.fill(samples, value);
        return samples;
    }

    private static BufferedImage picture(Object value) {
        Component component = new EcgRenderer.Factory().createRenderer(null).getRendererComponent(value);
        component.setSize(WIDTH, HEIGHT);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, BACKGROUND);
            }
        }
        Graphics2D graphics = image.createGraphics();
        component.paint(graphics);
        graphics.dispose();
        return image;
    }

    /** Whether the trace, which alone is dark, crosses a point or its neighbours above and below. */
    private static boolean isDark(BufferedImage image, int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            int rgb = image.getRGB(x, y + dy);
            if ((rgb >> 16 & 255) < 140 && (rgb >> 8 & 255) < 140 && (rgb & 255) < 140) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theTraceLiesAtTenMillimetresAMillivolt() throws IOException {
        assertTrue(GraphicsEnvironment.isHeadless());
        // the only row is 2.5 mV high, which is 100 pixels: 1 mV is 40 pixels; the baseline is at 55 % of the height
        BufferedImage zero = picture(cell(constant(0)));
        BufferedImage one = picture(cell(constant(1)));
        for (int x = 60; x < WIDTH; x += 20) {
            assertTrue(isDark(zero, x, 55) && !isDark(zero, x, 15), "0 mV at pixel " + x);
            assertTrue(isDark(one, x, 15) && !isDark(one, x, 55), "1 mV at pixel " + x);
        }
    }

    @Test
    void aMissingStretchInterruptsTheTrace() throws IOException {
        float[] samples = constant(0);
        // 25 mm/s at 4 pixels a millimetre: a second is 100 pixels
        Arrays.fill(samples, 80, 120, Float.NaN);
        BufferedImage image = picture(cell(samples));
        assertTrue(isDark(image, 70, 55) && !isDark(image, 100, 55) && isDark(image, 130, 55));
    }

    @Test
    void aMissingCellPaintsNothing() {
        BufferedImage image = picture(new MissingCell("no ECG"));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(BACKGROUND, image.getRGB(x, y));
            }
        }
    }
}

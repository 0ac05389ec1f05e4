package org.physioclr.knime.nodes.cell;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Delineator;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.signal.EcgRecord;

/** Pictures of ECGs with their beats marked, so that a cardiologist can check onsets, peaks and offsets. */
public final class EcgPicture {

    private static final int WIDTH = 1160;
    private static final int ROW_HEIGHT = 126;

    private EcgPicture() {
    }

    /** The beats of each lead, {@code [lead][beat]}. */
    static List<List<Beat>> beats(EcgRecord ecg) {
        return Delineator.delineate(ecg, RPeakDetector.detect(ecg)).leads();
    }

    /** The bytes of a PNG file. */
    public static byte[] png(EcgRecord ecg) {
        int leads = Math.max(1, ecg.leads().size());
        int height = ROW_HEIGHT * (leads > 6 ? (leads + 1) / 2 : leads);
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        new EcgPaper(WIDTH, height).paint(graphics, ecg, beats(ecg));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture of " + ecg.id() + " can't be encoded", e);
        }
        return bytes.toByteArray();
    }
}

package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.pretrain.Pretraining;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;

/** Each objective learns what it is for, and ends in order when it can't; in this process, as none needs another. */
class ObjectivesTest {

    private static final int EPOCHS = 10;

    /** The masked autoencoder is. */
    private static final Contrast ALONE =
        new Contrast(false, Contrast.Form.CORRECTED, true, true, FeaturePositives.NONE, 0.1, 0);

    @TempDir
    private Path folder;

    @BeforeEach
    void loadLibtorch() {
        Libtorch.manager().close();
    }

    private PretrainResult run(ToyEcgs toys, PretrainOptions options) throws IOException {
        return Pretraining.run(Worker.pretrain(options, toys, folder.resolve("e.safetensors")), folder, Progress.NONE);
    }

    private List<EpochMetrics> curve(Contrast contrast, Reconstruction reconstruction, Training training)
            throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 48, 5, 1);
        return run(toys, new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY, Worker.preprocessing(), contrast,
            reconstruction, training)).curve();
    }

    private static Contrast contrast(Contrast.Form form, FeaturePositives positives) {
        return new Contrast(true, form, true, true, positives, 0.1, 0.25);
    }

    private static void assertFalls(List<EpochMetrics> curve, double share) {
        double first = curve.get(0).loss();
        double last = curve.get(curve.size() - 1).loss();
        assertTrue(last < first - share * Math.abs(first), first + " to " + last);
    }

    @Test
    void theMaskedAutoencoderLearnsAlone() throws IOException {
        List<EpochMetrics> curve = curve(ALONE,
            new Reconstruction(1, 0.5, Reconstruction.Peaks.AT_R, 0.25, 0.4, 0.2, true),
            Training.of(EPOCHS, 16, 1).validated(0.2, 0));
        assertFalls(curve, 0.2);
        for (EpochMetrics epoch : curve) {
            assertTrue(Double.isNaN(epoch.contrastive()) && Double.isNaN(epoch.positivesPerAnchor()), epoch.toString());
            assertEquals(epoch.reconstruction() + 0.5 * epoch.peaks(), epoch.loss(), 1e-5 * epoch.loss());
        }
    }

    @Test
    void theContrastiveBranchLearnsAloneFromTheMostSimilarPairs() throws IOException {
        List<EpochMetrics> curve = curve(contrast(Contrast.Form.CORRECTED,
            new FeaturePositives(true, FeaturePositives.Rule.TOP_SHARE, 0, 0, 10, 5, 0.5, true)), Reconstruction.NONE,
            Training.of(EPOCHS, 16, 1));
        assertFalls(curve, 0.1);
        for (EpochMetrics epoch : curve) {
            assertTrue(Double.isNaN(epoch.reconstruction()) && Double.isNaN(epoch.peaks()), epoch.toString());
            assertEquals(epoch.contrastive(), epoch.loss());
            // of 47 others 2 are the own record's, 3 the patient's other one if it is there (15 of 47), 4.5 similar
            assertEquals(2 + 1 + 4.5, epoch.positivesPerAnchor(), 1.5);
        }
    }

    @Test
    void thePublishedLossFallsBelowZero() throws IOException {
        List<EpochMetrics> curve = curve(contrast(Contrast.Form.AS_PUBLISHED, FeaturePositives.above(0.25, 0.5)),
            Reconstruction.of(0.2, 0.1), Training.of(EPOCHS, 16, 1));
        assertFalls(curve, 0.1);
        assertTrue(curve.get(EPOCHS - 1).contrastive() < 0, curve.toString());
    }

    @Test
    void accumulatedBatchesMakeOneStep() throws IOException {
        Training training = new Training(3, 8, 4, 0.01, Training.Schedule.CONSTANT, 0, 0, 1, 0, 0, 0, true, 1);
        List<EpochMetrics> curve =
            curve(Contrast.DEFAULT, Reconstruction.NONE, training);
        assertEquals(List.of(2, 4, 6), curve.stream().map(EpochMetrics::step).toList(), "6 batches are 4 and 2");
        assertTrue(curve.stream().allMatch(epoch -> epoch.learningRate() == 0.01));
        assertFalls(curve, 0);
    }

    /**
     * Trains on recordings of 20 s, one of them with samples beyond all measure. If they are few, some epochs' crops
     * show them and others do not.
     */
    private PretrainResult runWithABreak(Contrast contrast, Reconstruction reconstruction, int from, int count)
            throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 12, 20, 1);
        ByteBuffer broken = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            broken.putFloat(1e30f);
        }
        try (FileChannel signals = FileChannel.open(folder.resolve("signals.f32"), StandardOpenOption.WRITE)) {
            signals.write(broken.flip(), 4L * from);
        }
        return run(toys, new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            new Preprocessing(Worker.preprocessing().leads(), 50, 1, FilterPreset.NONE, "none"), contrast,
            reconstruction, Training.of(40, 6, 1)));
    }

    @Test
    void aLossThatIsNoNumberEndsTrainingWithTheEncoderOfTheEpochBefore() throws IOException {
        PretrainResult result = runWithABreak(ALONE, Reconstruction.of(1, 0), 4000, 1);
        int epochs = result.curve().size();
        assertTrue(epochs >= 1 && epochs < 40, epochs + " epochs");
        String warning = result.warnings().stream().filter(text -> text.contains("not a number")).findFirst()
            .orElseThrow();
        assertTrue(warning.matches("The loss is not a number any more in epoch " + (epochs + 1)
            + ", step \\d+ \\(6 ECGs: arecord\\d+, arecord\\d+, arecord\\d+ …\\)\\. Training has ended there, and the "
            + "encoder is that of epoch " + epochs + "\\. Choose a smaller learning rate, or clip gradients at 1\\."),
            warning);
        assertFinite(result);
    }

    /** The loss stays a number, but the batch's variance does not. */
    @Test
    void weightsThatAreNoNumbersEndTrainingToo() throws IOException {
        PretrainResult result = runWithABreak(Contrast.DEFAULT, Reconstruction.NONE, 4000, 1);
        int epochs = result.curve().size();
        assertTrue(epochs >= 1 && epochs < 40, epochs + " epochs");
        assertTrue(result.warnings().stream().anyMatch(text -> text.startsWith("The weights are no numbers "
            + "any more at the end of epoch " + (epochs + 1) + ". Training has ended there, and the encoder is that of "
            + "epoch " + epochs + ".")), result.warnings().toString());
        assertFinite(result);
    }

    private static void assertFinite(PretrainResult result) throws IOException {
        for (Tensor tensor : Safetensors.read(Path.of(result.encoder())).values()) {
            for (float value : tensor.values()) {
                assertTrue(Float.isFinite(value));
            }
        }
    }

    @Test
    void withoutAnyGoodEpochItFailsSayingWhere() {
        IOException failure = assertThrows(IOException.class,
            () -> runWithABreak(ALONE, Reconstruction.of(1, 0), 0, 5000));
        assertTrue(failure.getMessage().startsWith("The loss is not a number any more in epoch 1, step "),
            failure.getMessage());
        assertTrue(failure.getMessage().endsWith(" …). Choose a smaller learning rate, or clip gradients at 1."),
            failure.getMessage());
    }
}

package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.score.Comparison;
import org.physioclr.core.score.ScoreTable;
import org.physioclr.core.score.Scoring;
import org.physioclr.core.score.ScoringOptions;
import org.physioclr.core.synth.Diagnosis;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Machine;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;
import org.physioclr.torch.protocol.WorkerRequest.Probe;
import org.physioclr.torch.protocol.WorkerRequest.ProbeResult;
import org.physioclr.torch.protocol.WorkerRequest.Side;

/**
 * What the method is for: with few labels a probe on the pretrained encoder ranks the ECGs of unseen subjects better
 * than one on the same encoder with random weights. Made-up ECGs of twelve diagnoses; the features that guide the
 * training are measured in the signals, as the node does.
 */
class PretrainingPaysTest {

    private static final Machine MACHINE = new Machine("cpu", 1, 384);
    private static final int[] SEEDS = {1, 2, 3};
    private static final List<String> LABELS = Arrays.stream(Diagnosis.values()).map(Diagnosis::label).toList();

    @TempDir
    private static Path folder;
    private static SyntheticEcgs unlabelled;
    private static SyntheticEcgs labelled;
    private static SyntheticEcgs test;
    private static Map<Integer, Future<PretrainResult>> pretrained;

    @BeforeAll
    static void makeEcgs() throws IOException {
        unlabelled = SyntheticEcgs.write(folder.resolve("unlabelled"), 256, 2, 1);
        labelled = SyntheticEcgs.write(folder.resolve("labelled"), 200, 1, 2);
        test = SyntheticEcgs.write(folder.resolve("test"), 400, 1, 3);
        ExecutorService processes = Executors.newFixedThreadPool(2); // of one thread each, which wait for nobody
        pretrained = new HashMap<>();
        for (int seed : SEEDS) {
            pretrained.put(seed, processes.submit(() -> pretrain(seed)));
        }
        processes.shutdown();
    }

    static int[] seeds() {
        return SEEDS;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lossFallsAndWithFiftyAndTwoHundredLabelsPretrainingBeatsRandomWeights(int seed) throws Exception {
        PretrainResult encoder = pretrained.get(seed).get();
        List<EpochMetrics> curve = encoder.curve();
        assertTrue(curve.get(curve.size() - 1).loss() < 0.8 * curve.get(0).loss(), curve.toString());
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            Path predictions = client.file("predictions.safetensors");
            ProbeResult result = client.run(probe(seed, encoder.encoder(), predictions), MACHINE, Progress.NONE);
            Map<String, Tensor> blocks = Safetensors.read(predictions);
            assertEquals(List.of("Pretrained", "Pretrained", "Random encoder", "Random encoder"),
                result.blocks().stream().map(block -> block.encoder()).toList());
            for (int k = 0; k < 2; k++) {
                assertBetter(result.blocks().get(k).fractionPercent() + " % of 200 labels, seed " + seed,
                    blocks.get("block-" + k), blocks.get("block-" + (k + 2)));
            }
        }
    }

    private static PretrainResult pretrain(int seed) throws IOException {
        PretrainOptions options = new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            new Preprocessing(Worker.preprocessing().leads(), 100, 5, FilterPreset.NONE, "record z-score"),
            Contrast.DEFAULT.with(FeaturePositives.above(0.5, 0.5)), Reconstruction.of(0.2, 0.1),
            Training.of(10, 64, seed));
        Pretrain request = new Pretrain(options, "cpu", unlabelled.records().toString(),
            unlabelled.features().toString(), SyntheticEcgs.featureNames(), "", null, null,
            folder.resolve("encoder" + seed + ".safetensors").toString());
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            return client.run(request, MACHINE, Progress.NONE);
        }
    }

    private static Probe probe(int seed, String encoder, Path output) {
        ProbeOptions options = new ProbeOptions("Pretrained", List.of(25.0, 100.0), 1, 3, 2, false, true, false, seed);
        return new Probe(encoder, "cpu", options, LABELS, side(labelled), side(test), output.toString());
    }

    private static Side side(SyntheticEcgs ecgs) {
        return new Side(ecgs.records().toString(), ecgs.labels().toString(), null);
    }

    private static void assertBetter(String what, Tensor pretrained, Tensor random) {
        Comparison comparison = Scoring.compare(table(pretrained), table(random), ScoringOptions.usual(new Seed(1)),
            Progress.NONE);
        String figures = what + ": " + comparison.macroFirst() + " against " + comparison.macroSecond()
            + ", difference " + comparison.macroDifference() + " over " + comparison.macroLabels();
        assertTrue(comparison.macroLabels().size() >= 10, figures);
        assertTrue(comparison.macroSecond() < 0.85, "there is something to be learnt; " + figures);
        assertTrue(comparison.macroDifference().low() > 0, figures);
    }

    private static ScoreTable table(Tensor predictions) {
        int rows = test.ecgs().size();
        byte[][] truth = new byte[LABELS.size()][rows];
        double[][] scores = new double[LABELS.size()][rows];
        for (int row = 0; row < rows; row++) {
            for (int label = 0; label < LABELS.size(); label++) {
                boolean shown = test.ecgs().get(row).diagnoses().contains(Diagnosis.values()[label]);
                truth[label][row] = (byte) (shown ? 1 : 0);
                scores[label][row] = predictions.row(row)[label];
            }
        }
        return new ScoreTable(LABELS, test.ecgs().stream().map(made -> made.ecg().id()).toList(),
            test.ecgs().stream().map(made -> made.ecg().patient()).toList(), truth, scores);
    }
}

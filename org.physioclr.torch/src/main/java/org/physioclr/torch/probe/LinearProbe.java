package org.physioclr.torch.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.split.PatientSplit;
import org.physioclr.core.split.Patients;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerRequest.Block;
import org.physioclr.torch.protocol.WorkerRequest.Fit;

/**
 * Fits one regression a label for every share of the training rows and every draw of it. All encoders see the same
 * rows. Columns are standardised by the drawn training rows.
 */
final class LinearProbe {

    private final List<String> labels;
    private final Side training;
    private final ProbeOptions options;
    private final Seed seed;
    private final int[] usable;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Tensor> predictions = new LinkedHashMap<>();

    /** Rows as numbers. */
    interface Numbers {

        /**
         * The rows of both sides, perhaps scaled by what the drawn training rows show.
         *
         * @param drawn the training rows that may be looked at
         */
        Rows of(int[] drawn);
    }

    /**
     * Both sides' rows, [row, column]; NaN where a row can't be used.
     *
     * @param training all rows; those that are not drawn are not looked at
     */
    record Rows(Tensor training, Tensor test) {
    }

    LinearProbe(List<String> labels, Side training, ProbeOptions options) {
        this.labels = labels;
        this.training = training;
        this.options = options;
        seed = new Seed(options.seed());
        usable = IntStream.range(0, training.usable().length).filter(row -> training.usable()[row]).toArray();
    }

    /** The number of blocks that a call of {@link #probe} adds. */
    private int blocksEach() {
        return options.fractionsPercent().stream().mapToInt(this::draws).sum();
    }

    private int draws(double percent) {
        return percent == 100 ? 1 : options.draws();
    }

    /**
     * Probes one encoder: a block a fraction and draw.
     *
     * @param encoder what the blocks are called
     * @param numbers its embeddings
     */
    void probe(String encoder, Numbers numbers, Progress progress) throws IOException {
        int done = 0;
        for (double percent : options.fractionsPercent()) {
            for (int draw = 1; draw <= draws(percent); draw++) {
                int[] drawn = drawn(percent, draw);
                String text = encoder + ", " + number(percent) + " % of the labels, draw " + draw;
                Progress part = progress.child((double) done / blocksEach(), (double) ++done / blocksEach());
                add(new Block(encoder, percent, draw, List.of()), numbers.of(drawn), drawn, part.of(text));
            }
        }
    }

    private static String number(double percent) {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }

    private int[] drawn(double percent, int draw) {
        Patients patients = Patients.of(Arrays.stream(usable).mapToObj(training.people()::get).toList());
        byte[][] truth = Arrays.stream(training.labels()).map(label -> PenaltyChoice.select(label, usable))
            .toArray(byte[][]::new);
        int[] drawn = PatientSplit.draw(patients, truth, percent / 100,
            seed.child("draw").child(Double.toString(percent)).child(draw));
        return Arrays.stream(drawn).map(row -> usable[row]).toArray();
    }

    private void add(Block block, Rows rows, int[] drawn, Progress progress) {
        byte[][] outcomes =
            Arrays.stream(training.labels()).map(label -> PenaltyChoice.select(label, drawn)).toArray(byte[][]::new);
        List<String> people = Arrays.stream(drawn).mapToObj(training.people()::get).toList();
        List<LabelProbe> probes =
            new JointProbe(labels, outcomes, people, options, seed).fit(rows.training(), drawn, progress);
        int count = rows.test().length(0);
        float[] values = new float[count * labels.size()];
        for (int label = 0; label < labels.size(); label++) {
            float[] probabilities = probes.get(label).probabilities(rows.test());
            for (int row = 0; row < count; row++) {
                values[row * labels.size() + label] = probabilities[row];
            }
        }
        predictions.put("block-" + blocks.size(), Tensor.matrix(count, labels.size(), values));
        blocks.add(new Block(block.encoder(), block.fractionPercent(), block.draw(),
            probes.stream().map(LabelProbe::fit).toList()));
    }

    /** The blocks so far. */
    List<Block> blocks() {
        return blocks;
    }

    /** For block k the tensor {@code block-k} [test row, label]. */
    Map<String, Tensor> predictions() {
        return predictions;
    }
}

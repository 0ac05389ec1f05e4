package org.physioclr.torch.protocol;

import java.util.List;

/**
 * What a worker is asked to do. File names are absolute paths. A {@code records} file is JSON Lines of
 * {@link RecordReference}; matrices are safetensors files with one tensor, named as said below.
 *
 * @param <R> the type of the result
 */
public sealed interface WorkerRequest<R> {

    /** The type of the result. */
    Class<R> resultType();

    /**
     * Pretrain an encoder.
     *
     * @param options how
     * @param device {@code auto}, {@code cpu} or {@code cuda:n}
     * @param records the ECGs to learn from
     * @param features the matrix {@code features} [record, feature], NaN where missing; null if there is none
     * @param featureNames its columns
     * @param recipe the text of an {@code AugmentationRecipe}; empty means none
     * @param initial the weights' file of an encoder to continue from; null begins anew
     * @param checkpoints where to keep what is needed to go on after the process was killed; null keeps nothing
     * @param output the weights' file to write, the card beside it
     */
    record Pretrain(PretrainOptions options, String device, String records, String features, List<String> featureNames,
            String recipe, String initial, Checkpoints checkpoints, String output)
            implements WorkerRequest<PretrainResult> {
        @Override
        public Class<PretrainResult> resultType() {
            return PretrainResult.class;
        }
    }

    /** Load PyTorch, which DJL fetches first where it is allowed to. A process that worked would be too late. */
    record Load() implements WorkerRequest<Loaded> {
        @Override
        public Class<Loaded> resultType() {
            return Loaded.class;
        }
    }

    /** PyTorch could be loaded. */
    record Loaded() {
    }

    /**
     * Embed ECGs.
     *
     * @param encoder the weights' file
     * @param device {@code auto}, {@code cpu} or {@code cuda:n}
     * @param records the ECGs
     * @param output the file to write, with the matrix {@code embeddings} [record, number]
     */
    record Embed(String encoder, String device, String records, String output) implements WorkerRequest<EmbedResult> {
        @Override
        public Class<EmbedResult> resultType() {
            return EmbedResult.class;
        }
    }

    /**
     * Fit linear probes on frozen embeddings and predict.
     *
     * @param encoder the weights' file
     * @param device {@code auto}, {@code cpu} or {@code cuda:n}
     * @param options how
     * @param labels the labels' names
     * @param training the training side
     * @param test the test side
     * @param output the file to write: for block k the matrix {@code block-k} [test record, label], NaN where missing
     */
    record Probe(String encoder, String device, ProbeOptions options, List<String> labels, Side training, Side test,
            String output) implements WorkerRequest<ProbeResult> {
        @Override
        public Class<ProbeResult> resultType() {
            return ProbeResult.class;
        }
    }

    /**
     * One side of a probe.
     *
     * @param records the ECGs
     * @param labels the matrix {@code labels} [record, label]: 0, 1 or NaN where unknown
     * @param features the matrix {@code features} [record, feature] of the feature baseline; null if there is none
     */
    record Side(String records, String labels, String features) {
    }

    /**
     * A pretrained encoder.
     *
     * @param encoder the weights' file
     * @param curve the training curve
     * @param warnings what the user should know
     */
    record PretrainResult(String encoder, List<EpochMetrics> curve, List<String> warnings) {
    }

    /**
     * Embedded ECGs.
     *
     * @param length the numbers in an embedding
     * @param warnings what the user should know
     */
    record EmbedResult(int length, List<String> warnings) {
    }

    /**
     * Predictions.
     *
     * @param blocks one for each encoder, fraction and draw, in the order of the output's tensors
     * @param warnings what the user should know
     */
    record ProbeResult(List<Block> blocks, List<String> warnings) {
    }

    /**
     * The predictions of one encoder after one draw of the training labels.
     *
     * @param encoder {@code Pretrained}, {@code Random encoder} or {@code Physiology features}
     * @param fractionPercent the share of the training labels used
     * @param draw from 1
     * @param fits one a label, in the labels' order
     */
    record Block(String encoder, double fractionPercent, int draw, List<Fit> fits) {
    }

    /**
     * One label's regression.
     *
     * @param label its name
     * @param rows training rows whose label is known
     * @param positives how many of them are positive
     * @param c the chosen inverse strength of the penalty, NaN if not fitted
     * @param threshold the probability that best parts the training rows (Youden), NaN if not fitted
     * @param reason why it was not fitted, empty if it was
     */
    record Fit(String label, int rows, int positives, double c, double threshold, String reason) {
    }
}

package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.MissingSamples;
import org.physioclr.core.signal.Normalisation;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;

/**
 * Embeds ECGs with frozen weights: the mean over a record's adjacent segments, those of all its windows together. A
 * rest at the end counts as a segment if it covers half of one, and a shorter record is one segment.
 */
public final class Embedding {

    private static final int BATCH = 64;

    private final PreparedRecords records;
    private final Preprocessing preprocessing;
    private final Normalisation normalisation;
    private final int samples;

    private Embedding(PreparedRecords records) {
        this.records = records;
        preprocessing = records.preprocessing();
        normalisation = Normalisation.parse(preprocessing.normalisation());
        samples = preprocessing.segmentSamples();
    }

    /** A segment of an ECG. */
    private record Segment(int index, int from) {
    }

    /** Segments and their signals, {@code [segment][lead][sample]}, flat. */
    private record Group(List<Segment> segments, float[] signals) {
    }

    /**
     * Embeds ECGs.
     *
     * @param records prepared as the encoder wants them
     * @param encoder the architecture
     * @param weights the encoder's
     * @return [ECG, number]; NaN for an ECG that can't be used
     */
    public static Tensor of(PreparedRecords records, Encoder encoder, Map<String, Tensor> weights, Device device,
            Progress progress) throws IOException {
        return new Embedding(records).embed(encoder, weights, device, progress);
    }

    private Tensor embed(Encoder encoder, Map<String, Tensor> weights, Device device, Progress progress)
            throws IOException {
        int length = encoder.architecture().embeddingLength();
        int[] recordOf = recordNumbers();
        double[][] sums = new double[records.count()][];
        int[] counts = new int[records.count()];
        List<Segment> segments = segments();
        int[] done = new int[1];
        try (NDManager manager = NDManager.newBaseManager(device)) {
            Network network = new Network(manager, weights, false);
            try (OrderedPool<Group> pool = new OrderedPool<>(Devices.threadCount(), 3, group -> {
                progress.checkCancelled();
                float[] embedded = Autograd.off(() -> embed(encoder, network, manager, group));
                for (int i = 0; i < group.segments().size(); i++) {
                    int record = recordOf[group.segments().get(i).index()];
                    counts[record]++;
                    sums[record] = added(sums[record], embedded, i, length);
                }
                done[0] += group.segments().size();
                progress.report((double) done[0] / segments.size(), "Embedding segment " + done[0] + "/"
                    + segments.size());
            })) {
                for (int from = 0; from < segments.size(); from += BATCH) {
                    List<Segment> part = segments.subList(from, Math.min(segments.size(), from + BATCH));
                    pool.submit(() -> group(part));
                }
                pool.finish();
            }
        }
        return means(sums, counts, recordOf, length);
    }

    /** The number of each ECG's record: that of the first ECG which is a window of it. */
    private int[] recordNumbers() {
        Map<String, Integer> first = new HashMap<>();
        int[] numbers = new int[records.count()];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = first.computeIfAbsent(records.get(index).id(), id -> first.size());
        }
        return numbers;
    }

    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int index : records.usable()) {
            int length = records.get(index).samples();
            for (int from = 0; from == 0 || length - from >= (samples + 1) / 2; from += samples) {
                segments.add(new Segment(index, from));
            }
        }
        return segments;
    }

    private Group group(List<Segment> segments) throws IOException {
        int leads = preprocessing.leads().size();
        float[] signals = new float[segments.size() * leads * samples];
        int at = 0;
        for (Segment segment : segments) {
            float[][] mv = records.segment(segment.index(), segment.from(), samples).samplesMv();
            for (float[] lead : MissingSamples.zeroed(normalisation.apply(mv))) {
                System.arraycopy(lead, 0, signals, at, samples);
                at += samples;
            }
        }
        return new Group(segments, signals);
    }

    private float[] embed(Encoder encoder, Network network, NDManager manager, Group group) {
        try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray signals = network.input(local, group.signals(),
                new Shape(group.segments().size(), preprocessing.leads().size(), samples));
            return Encoder.pool(encoder.features(network, signals, Pass.EVALUATION)).toFloatArray();
        }
    }

    private static double[] added(double[] sum, float[] embedded, int row, int length) {
        double[] result = sum == null ? new double[length] : sum;
        for (int i = 0; i < length; i++) {
            result[i] += embedded[row * length + i];
        }
        return result;
    }

    private Tensor means(double[][] sums, int[] counts, int[] recordOf, int length) {
        float[] values = new float[records.count() * length];
        Arrays.fill(values, Float.NaN);
        for (int index = 0; index < recordOf.length; index++) {
            double[] sum = records.get(index).usable() ? sums[recordOf[index]] : null;
            for (int i = 0; sum != null && i < length; i++) {
                values[index * length + i] = (float) (sum[i] / counts[recordOf[index]]);
            }
        }
        return Tensor.matrix(records.count(), length, values);
    }
}

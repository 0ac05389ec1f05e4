package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.loss.Pairing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.Objective;

/** Assembles batches. What an ECG's views are depends on the seed and the ECG's number only, never on the batch. */
final class BatchMaker {

    /** Half the width of the window around an R peak in which the reconstruction counts extra (method: ±60 ms). */
    private static final double PEAK_SECONDS = 0.06;

    private final PreparedRecords records;
    private final ViewMaker viewMaker;
    private final FeatureGuide guide;
    private final PretrainOptions options;
    private final boolean reconstructing;

    /**
     * Prepares.
     *
     * @param guide the features by which ECGs are alike; null pairs by patient alone
     */
    BatchMaker(PreparedRecords records, ViewMaker viewMaker, FeatureGuide guide, PretrainOptions options) {
        this.records = records;
        this.viewMaker = viewMaker;
        this.guide = guide;
        this.options = options;
        reconstructing = reconstructs(options);
    }

    /** Whether a method and its weights ask for a decoder. */
    static boolean reconstructs(PretrainOptions options) {
        return options.method() == PretrainOptions.Method.PHYSIOCLR
            && (options.objective().reconstructionWeight() > 0 || options.objective().peakWeight() > 0);
    }

    /** A view and whose it is. */
    private record Member(int index, ViewMaker.Made view) {
    }

    /**
     * Assembles a batch.
     *
     * @param indices the ECGs
     * @param seed of the epoch; each ECG takes the child of its number
     */
    Batch make(int[] indices, Seed seed) throws IOException {
        List<Member> members = new ArrayList<>();
        for (int index : indices) {
            for (ViewMaker.Made view : viewMaker.make(index, seed.child(index).generator())) {
                members.add(new Member(index, view));
            }
        }
        members.sort(Comparator.comparing(member -> member.view().kind())); // stable; shuffled ones come last
        int reconstructed = reconstructing
            ? (int) members.stream().filter(member -> member.view().kind() != View.SHUFFLED).count() : 0;
        int samples = options.preprocessing().segmentSamples();
        int size = records.leads().size() * samples;
        float[] signals = new float[members.size() * size];
        float[] targets = new float[reconstructed * size];
        float[] peakWeights = new float[reconstructed * samples];
        for (int i = 0; i < members.size(); i++) {
            ViewMaker.Made view = members.get(i).view();
            copy(view.signal(), signals, i * size);
            if (i < reconstructed) {
                copy(view.target(), targets, i * size);
                mark(view.rPeaks(), peakWeights, i * samples, samples);
            }
        }
        return new Batch(indices, members.size(), signals, pairing(members), targets, peakWeights,
            reconstructed);
    }

    /** What ECGs are called. */
    List<String> names(int[] indices) {
        return Arrays.stream(indices).mapToObj(index -> records.get(index).id()).toList();
    }

    private static void copy(float[][] signal, float[] flat, int at) {
        for (int lead = 0; lead < signal.length; lead++) {
            System.arraycopy(signal[lead], 0, flat, at + lead * signal[lead].length, signal[lead].length);
        }
    }

    private void mark(int[] rPeaks, float[] weights, int at, int samples) {
        int half = (int) Math.round(PEAK_SECONDS * options.preprocessing().rateHz());
        for (int peak : rPeaks) {
            for (int i = Math.max(0, peak - half); i <= Math.min(samples - 1, peak + half); i++) {
                weights[at + i] = 1;
            }
        }
    }

    private Pairing pairing(List<Member> members) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] people = new int[members.size()];
        double[][] features = guide == null ? null : new double[members.size()][];
        for (int i = 0; i < people.length; i++) {
            int index = members.get(i).index();
            people[i] = numbers.computeIfAbsent(records.get(index).person(), person -> numbers.size());
            if (guide != null) {
                features[i] = guide.vectors()[index];
            }
        }
        Objective objective = options.objective();
        return Pairing.of(people, features, new Pairing.Thresholds(objective.featureWeight(),
            objective.positiveSimilarity(), objective.negativeSimilarity()));
    }
}

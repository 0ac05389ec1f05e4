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
import org.physioclr.torch.loss.PublishedPairing;
import org.physioclr.torch.loss.ViewPairs;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.Method;

/** Assembles batches. What an ECG's views are depends on the seed and the ECG's number only, never on the batch. */
final class BatchMaker {

    private final PreparedRecords records;
    private final ViewMaker viewMaker;
    private final FeatureGuide guide;
    private final PretrainOptions options;

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
        List<ViewMaker.Made> reconstructed =
            members.stream().map(Member::view).filter(view -> view.target() != null).toList();
        int samples = options.preprocessing().segmentSamples();
        int size = records.leads().size() * samples;
        float[] signals = new float[members.size() * size];
        for (int i = 0; i < members.size(); i++) {
            copy(members.get(i).view().signal(), signals, i * size);
        }
        float[] targets = new float[reconstructed.size() * size];
        float[] peakWeights = new float[reconstructed.size() * samples];
        for (int i = 0; i < reconstructed.size(); i++) {
            copy(reconstructed.get(i).target(), targets, i * size);
            System.arraycopy(reconstructed.get(i).peakWeights(), 0, peakWeights, i * samples, samples);
        }
        ViewPairs pairs = options.contrasts() ? pairs(members, indices) : null;
        return new Batch(indices, members.size(), signals, pairs, targets, counted(reconstructed, size), peakWeights,
            reconstructed.size());
    }

    private static float[] counted(List<ViewMaker.Made> views, int size) {
        if (views.stream().allMatch(view -> view.counted() == null)) {
            return null;
        }
        float[] counted = new float[views.size() * size];
        int at = 0;
        for (ViewMaker.Made view : views) {
            for (int lead = 0; lead < view.target().length; lead++) {
                for (int i = 0; i < view.target()[lead].length; i++) {
                    counted[at++] = view.counted() == null || view.counted()[lead][i] ? 1 : 0;
                }
            }
        }
        return counted;
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

    private ViewPairs pairs(List<Member> members, int[] indices) {
        Contrast contrast = options.contrast();
        if (options.method() == Method.PHYSIOCLR && contrast.form() == Contrast.Form.AS_PUBLISHED) {
            return PublishedPairing.of(indices.length, contrast.beatShuffle(), contrast.neighbour(), features(indices),
                contrast.features().positiveSimilarity());
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] people = members.stream().mapToInt(member ->
            numbers.computeIfAbsent(records.get(member.index()).person(), person -> numbers.size())).toArray();
        return Pairing.of(people, features(members.stream().mapToInt(Member::index).toArray()), contrast.features());
    }

    private double[][] features(int[] indices) {
        return guide == null ? null
            : Arrays.stream(indices).mapToObj(index -> guide.vectors()[index]).toArray(double[][]::new);
    }
}

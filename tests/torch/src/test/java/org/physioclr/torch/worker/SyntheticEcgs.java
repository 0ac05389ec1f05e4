package org.physioclr.torch.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.core.feature.PhysiologyFeatures;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.core.synth.Diagnosis;
import org.physioclr.core.synth.SynthesisOptions;
import org.physioclr.core.synth.SyntheticEcg;
import org.physioclr.core.synth.VcgSynthesizer;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.RecordReference;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/**
 * Made-up twelve-lead ECGs of 10 s at 100 Hz with their diagnoses, and the features that are measured in them, as nodes
 * hand them to the learning process.
 *
 * @param ecgs the ECGs and the truth about them
 * @param records the list of references
 * @param labels the matrix of diagnoses, in the order of {@link Diagnosis}
 * @param features the matrix of the compact feature layout
 */
record SyntheticEcgs(List<SyntheticEcg> ecgs, Path records, Path labels, Path features) {

    private static final FeatureLayout LAYOUT = FeatureLayout.COMPACT;

    static List<String> featureNames() {
        return LAYOUT.names();
    }

    /** Writes ECGs of subjects who, by heart and by name, are unlike those of any other seed. */
    static SyntheticEcgs write(Path folder, int subjects, int recordsPerSubject, long seed) throws IOException {
        Files.createDirectories(folder);
        VcgSynthesizer synthesizer =
            new VcgSynthesizer(new SynthesisOptions(subjects, recordsPerSubject, 10, 100, 1, seed));
        List<SyntheticEcg> ecgs = IntStream.range(0, subjects * recordsPerSubject).parallel()
            .mapToObj(i -> synthesizer.record(i / recordsPerSubject, i % recordsPerSubject)).toList();
        SyntheticEcgs written = new SyntheticEcgs(ecgs, folder.resolve("records.jsonl"),
            folder.resolve("labels.safetensors"), folder.resolve("features.safetensors"));
        Json.writeLines(written.records, references(folder.resolve("signals.f32"), seed + "-", ecgs));
        Safetensors.write(written.labels, Map.of("labels", labels(ecgs)));
        Safetensors.write(written.features, Map.of("features", features(ecgs)));
        return written;
    }

    private static List<RecordReference> references(Path file, String prefix, List<SyntheticEcg> ecgs)
            throws IOException {
        List<RecordReference> references = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (SyntheticEcg made : ecgs) {
                EcgRecord ecg = made.ecg();
                references.add(new RecordReference(file.toString(), SignalBlock.append(channel, ecg.samplesMv()),
                    "float32", ecg.leads().stream().map(Lead::name).toList(), ecg.length(), ecg.rateHz(),
                    prefix + ecg.patient(), prefix + ecg.id()));
            }
        }
        return references;
    }

    private static Tensor labels(List<SyntheticEcg> ecgs) {
        Diagnosis[] diagnoses = Diagnosis.values();
        float[] labels = new float[ecgs.size() * diagnoses.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = ecgs.get(i / diagnoses.length).diagnoses().contains(diagnoses[i % diagnoses.length]) ? 1 : 0;
        }
        return Tensor.matrix(ecgs.size(), diagnoses.length, labels);
    }

    private static Tensor features(List<SyntheticEcg> ecgs) {
        int columns = featureNames().size();
        List<double[]> rows = ecgs.parallelStream()
            .map(made -> PhysiologyFeatures.compute(made.ecg(), LAYOUT).values()).toList();
        float[] features = new float[ecgs.size() * columns];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) rows.get(i / columns)[i % columns];
        }
        return Tensor.matrix(ecgs.size(), columns, features);
    }
}

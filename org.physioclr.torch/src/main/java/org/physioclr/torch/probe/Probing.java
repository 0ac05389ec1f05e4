package org.physioclr.torch.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.physioclr.core.feature.FeatureScaler;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.split.Patients;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.pretrain.Embedding;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerRequest.Probe;
import org.physioclr.torch.protocol.WorkerRequest.ProbeResult;

/** Probes a pretrained encoder and, if asked, the baselines that it has to beat. */
public final class Probing {

    private final Probe request;
    private final Checkpoint checkpoint;
    private final Encoder encoder;
    private final Devices.Choice device;
    private final Progress progress;

    private Probing(Probe request, Progress progress) throws IOException {
        this.request = request;
        this.progress = progress;
        device = Devices.choose(request.device());
        checkpoint = Checkpoint.read(Path.of(request.encoder()));
        encoder = Encoder.of(checkpoint.card().architecture());
    }

    /**
     * Probes.
     *
     * @param folder takes temporary files
     * @throws IOException if data can't be used, or a patient is on both sides
     */
    public static ProbeResult run(Probe request, Path folder, Progress progress) throws IOException {
        return new Probing(request, progress).run(folder);
    }

    private ProbeResult run(Path folder) throws IOException {
        Preprocessing preprocessing = checkpoint.card().preprocessing();
        try (PreparedRecords training = PreparedRecords.prepare(Path.of(request.training().records()), preprocessing,
            folder, progress.child(0, 0.15));
            PreparedRecords test = PreparedRecords.prepare(Path.of(request.test().records()), preprocessing, folder,
                progress.child(0.15, 0.3))) {
            Side trainingSide = Side.read(request.training(), training, request.labels().size());
            Side testSide = Side.read(request.test(), test, request.labels().size());
            refuseShared(trainingSide, testSide);
            LinearProbe probe = new LinearProbe(request.labels(), trainingSide, request.options());
            probeAll(probe, training, test, trainingSide, testSide);
            Safetensors.write(Path.of(request.output()), probe.predictions());
            List<String> warnings = new ArrayList<>(device.warning("Embedding").stream().toList());
            warnings.addAll(training.warnings());
            warnings.addAll(test.warnings());
            return new ProbeResult(probe.blocks(), warnings);
        }
    }

    private static void refuseShared(Side training, Side test) throws IOException {
        Optional<String> shared = Patients.shared(training.people(), test.people());
        if (shared.isPresent()) {
            throw new IOException("The " + shared.get() + " is in the training and in the test table: the scores would "
                + "be too good. Split with the ECG Partitioner, which keeps patients together.");
        }
    }

    private void probeAll(LinearProbe probe, PreparedRecords training, PreparedRecords test, Side trainingSide,
            Side testSide) throws IOException {
        probeEncoder(probe, request.options().encoderName(), checkpoint.weights(), training, test,
            progress.child(0.3, 0.55));
        if (request.options().randomEncoder()) {
            Seed seed = new Seed(request.options().seed()).child("random encoder");
            probeEncoder(probe, ProbeOptions.RANDOM_ENCODER, encoder.initial(seed), training, test,
                progress.child(0.55, 0.8));
        }
        if (request.options().physiologyFeatures()) {
            if (trainingSide.features() == null || testSide.features() == null) {
                throw new IOException("The baseline by physiology is switched on, but a table has no feature columns. "
                    + "Put the Physiology Features node before both inputs, or switch the baseline off.");
            }
            probe.probe(ProbeOptions.PHYSIOLOGY_FEATURES, drawn -> scaled(trainingSide, testSide, drawn),
                progress.child(0.8, 1));
        }
    }

    private void probeEncoder(LinearProbe probe, String name, Map<String, Tensor> weights, PreparedRecords training,
            PreparedRecords test, Progress part) throws IOException {
        Tensor trained = Embedding.of(training, encoder, weights, device.device(), part.child(0, 0.3));
        Tensor tested = Embedding.of(test, encoder, weights, device.device(), part.child(0.3, 0.5));
        LinearProbe.Rows rows = new LinearProbe.Rows(trained, tested);
        probe.probe(name, drawn -> rows, part.child(0.5, 1));
    }

    /** The features, missing ones filled in and scaled by the drawn training rows alone. */
    private static LinearProbe.Rows scaled(Side training, Side test, int[] drawn) {
        List<String> names = IntStream.range(0, training.features()[0].length).mapToObj(i -> "feature " + i).toList();
        double[][] seen = Arrays.stream(drawn).mapToObj(row -> training.features()[row]).toArray(double[][]::new);
        FeatureScaler scaler = FeatureScaler.fit(names, seen, new FeatureScaler.Options());
        return new LinearProbe.Rows(scaled(training, scaler), scaled(test, scaler));
    }

    private static Tensor scaled(Side side, FeatureScaler scaler) {
        double[][] rows = Arrays.stream(side.features()).map(scaler::transform).toArray(double[][]::new);
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = side.usable()[row] ? (float) rows[row][column] : Float.NaN;
            }
        }
        return Tensor.matrix(rows.length, columns, values);
    }
}

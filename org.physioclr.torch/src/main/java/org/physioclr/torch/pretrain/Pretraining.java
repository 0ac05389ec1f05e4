package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.split.PatientSplit;
import org.physioclr.core.split.Patients;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.checkpoint.Provenance;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;

import com.google.gson.JsonNull;

import ai.djl.ndarray.NDManager;

/** Pretrains an encoder from a request and writes it as a checkpoint. */
public final class Pretraining {

    private static final double PREPARED = 0.1;

    private final Pretrain request;
    private final PretrainOptions options;
    private final Progress progress;
    private final List<String> warnings = new ArrayList<>();

    private Pretraining(Pretrain request, Progress progress) {
        this.request = request;
        this.progress = progress;
        options = request.options();
    }

    /** What training gives. */
    private record Trained(Map<String, Tensor> weights, List<EpochMetrics> curve, FeatureGuide guide) {
    }

    /** The division of the ECGs. */
    private record Division(int[] training, int[] heldOut, int patients) {
    }

    /**
     * Pretrains.
     *
     * @param request what and with which data
     * @param folder takes temporary files
     * @throws IOException if data or device can't be used or the training fails, saying what to do
     */
    public static PretrainResult run(Pretrain request, Path folder, Progress progress) throws IOException {
        return new Pretraining(request, progress).run(folder);
    }

    private PretrainResult run(Path folder) throws IOException {
        Devices.Choice device = Devices.choose(request.device());
        device.warning("Training").ifPresent(warnings::add);
        try (PreparedRecords records = PreparedRecords.prepare(Path.of(request.records()), options.preprocessing(),
            folder, extent(), progress.child(0, PREPARED))) {
            warnings.addAll(records.warnings());
            Division division = divide(records);
            Trained trained = train(records, division, device);
            Map<String, String> provenance = Provenance.of(device.name());
            EncoderCard card = new EncoderCard(EncoderCard.FORMAT_VERSION, "",
                Model.of(options).encoder().architecture(), options.preprocessing(), options, request.recipe(),
                trained.guide() == null ? JsonNull.INSTANCE : Json.tree(trained.guide().scaler()),
                new EncoderCard.Data(division.training().length + division.heldOut().length, division.patients(),
                    records.fingerprint()), provenance, trained.curve());
            Checkpoint.write(Path.of(request.output()), card, trained.weights());
            return new PretrainResult(request.output(), trained.curve(), List.copyOf(warnings));
        }
    }

    private PreparedRecords.Extent extent() {
        return new PreparedRecords.Extent(options.training().halfPrecision(),
            options.reconstructs() && options.reconstruction().usesWaves());
    }

    private Division divide(PreparedRecords records) throws IOException {
        int[] usable = records.usable();
        Patients patients =
            Patients.of(Arrays.stream(usable).mapToObj(index -> records.get(index).person()).toList());
        double share = options.method() == Method.NONE ? 0 : options.training().validationShare();
        int[] part = share == 0 ? new int[usable.length]
            : PatientSplit.divide(patients, new byte[0][], new double[] {1 - share, share},
                new Seed(options.training().seed()).child("held out"));
        int[] training = rows(usable, part, 0);
        long people = Arrays.stream(training).mapToObj(index -> records.get(index).person()).distinct().count();
        if (people < 2 && options.method() != Method.NONE) {
            throw new IOException("Learning needs ECGs of at least two patients, but there is " + people + " to learn "
                + "from. Add ECGs, or lower the validation share.");
        }
        return new Division(training, rows(usable, part, 1), patients.count());
    }

    private static int[] rows(int[] usable, int[] part, int wanted) {
        return IntStream.range(0, usable.length).filter(i -> part[i] == wanted).map(i -> usable[i]).toArray();
    }

    private Trained train(PreparedRecords records, Division division, Devices.Choice device) throws IOException {
        Model model = Model.of(options);
        if (options.method() == Method.NONE) {
            Map<String, Tensor> initial = initial(model);
            initial.keySet().removeIf(name -> !model.encoder().owns(name));
            return new Trained(initial, List.of(), null);
        }
        if (request.checkpoints() == null) {
            return train(model, records, division, device, null);
        }
        try (TrainingFolder folder = TrainingFolder.open(request.checkpoints(), TrainingIdentity.of(request, records),
            Provenance.of(device.name()))) {
            return train(model, records, division, device, folder);
        }
    }

    private Trained train(Model model, PreparedRecords records, Division division, Devices.Choice device,
            TrainingFolder folder) throws IOException {
        SavedTraining saved = folder == null ? null : folder.newest();
        FeatureGuide guide = guide(records, division.training());
        ViewMaker viewMaker = new ViewMaker(records, options, AugmentationRecipe.parse(request.recipe()));
        warnAboutNeighbours(viewMaker, division.training());
        try (NDManager manager = NDManager.newBaseManager(device.device())) {
            Network network = new Network(manager, saved == null ? initial(model) : saved.network(), true);
            double before = saved == null ? 0 : (double) saved.state().epoch() / options.training().epochs();
            TrainingLoop loop = new TrainingLoop(model, network, manager,
                new BatchMaker(records, viewMaker, guide, options),
                new TrainingProgress(progress.child(PREPARED, 1), options.training().epochs(),
                    options.training().maxMinutes(), device.name(), before, System::nanoTime));
            if (saved != null) {
                loop.resume(saved);
                warnings.addAll(folder.warnings(saved));
            }
            Map<String, Tensor> weights = loop.run(division.training(), division.heldOut(), folder);
            warnings.addAll(loop.warnings());
            return new Trained(weights, loop.state().curve(), guide);
        }
    }

    /** Random weights, the encoder's replaced by those to continue from. */
    private Map<String, Tensor> initial(Model model) throws IOException {
        Map<String, Tensor> weights =
            new LinkedHashMap<>(model.initial(new Seed(options.training().seed()).child("weights")));
        if (request.initial() != null) {
            Checkpoint checkpoint = Checkpoint.read(Path.of(request.initial()));
            EncoderCard card = checkpoint.card();
            if (!card.architecture().equals(model.encoder().architecture())
                || !card.preprocessing().leads().equals(options.preprocessing().leads())) {
                throw new IOException("The encoder to continue from is " + card.size() + " of "
                    + String.join(", ", card.preprocessing().leads())
                    + ", the settings ask for another. Choose the same encoder and leads.");
            }
            weights.putAll(checkpoint.weights());
        }
        return weights;
    }

    private FeatureGuide guide(PreparedRecords records, int[] training) throws IOException {
        if (!options.usesFeatures()) {
            return null;
        }
        if (request.features() == null) {
            throw new IOException("Positives by physiology are switched on, but there are no feature columns. Put the "
                + "Physiology Features node before this one, or switch them off.");
        }
        return FeatureGuide.fit(Path.of(request.features()), request.featureNames(), records.count(), training);
    }

    private void warnAboutNeighbours(ViewMaker viewMaker, int[] training) {
        if (View.of(options).contains(View.NEIGHBOUR)) {
            long without = Arrays.stream(training).filter(index -> !viewMaker.hasNeighbour(index)).count();
            if (without > 0) {
                warnings.add(without + " of " + training.length + " ECGs are shorter than two segments of "
                    + options.preprocessing().segmentSeconds() + " s and have no neighbouring segment. Choose shorter "
                    + "segments.");
            }
        }
    }
}

package org.physioclr.torch.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.physioclr.core.signal.Lead;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Machine;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.WorkerInstallation;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;

/** How these tests start workers: from their own class path, with the libraries that the build names. */
final class Worker {

    static final Machine MACHINE = new Machine("cpu", 2, 512);

    private Worker() {
    }

    static WorkerInstallation installation() {
        String natives = Objects.requireNonNull(System.getProperty("physioclr.natives"),
            "-Dphysioclr.natives=<folder of libtorch>");
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath()).toList();
        return new WorkerInstallation(Path.of(System.getProperty("java.home"), "bin", "java"), classPath,
            Path.of(natives));
    }

    static Contrast contrast(boolean featurePositives) {
        return Contrast.DEFAULT.with(featurePositives ? FeaturePositives.above(0.5, 0.5) : FeaturePositives.NONE);
    }

    static Preprocessing preprocessing() {
        return new Preprocessing(Lead.TWELVE.stream().map(Lead::name).toList(), 100, 2.5, FilterPreset.NONE,
            "record z-score");
    }

    static PretrainOptions options(Method method, int epochs, double validationShare, int seed) {
        return new PretrainOptions(method, EncoderPreset.TINY, preprocessing(), contrast(method == Method.PHYSIOCLR),
            Reconstruction.of(0.2, 0.1), Training.of(epochs, 16, seed).validated(validationShare, 0));
    }

    static Pretrain pretrain(PretrainOptions options, ToyEcgs toys, Path output) {
        return new Pretrain(options, "cpu", toys.records().toString(), toys.features().toString(), ToyEcgs.FEATURES, "",
            null, null, output.toString());
    }
}

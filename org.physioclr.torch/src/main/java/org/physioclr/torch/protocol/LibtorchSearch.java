package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.physioclr.torch.protocol.Libtorch.Source;

/**
 * Chooses PyTorch's libraries for a worker: those of the node's setting, of the Java property, of the environment
 * variable; if none is named and there is an NVIDIA driver, a matching CUDA build of the user's Python, or one that DJL
 * downloads; else the CPU build that comes with the extension.
 */
final class LibtorchSearch {

    private final WorkerInstallation installation;
    private final Computer computer;
    private final List<String> passedOver = new ArrayList<>();

    LibtorchSearch(WorkerInstallation installation) {
        this.installation = installation;
        computer = installation.computer();
    }

    /**
     * The libraries for a machine.
     *
     * @throws IOException if named libraries can't be used, there are none, or a GPU is asked for by name and there can
     *     be none; with the cause and the remedy
     */
    Libtorch choose(Machine machine) throws IOException {
        Libtorch chosen = named(machine.gpu());
        if (chosen == null && !machine.device().equals("cpu") && computer.canHaveCuda() && computer.hasNvidiaDriver()) {
            chosen = found(machine.gpu());
        }
        chosen = chosen == null ? shipped() : chosen;
        chosen = chosen.because(noGpu(chosen));
        if (machine.device().startsWith("cuda") && !chosen.isCuda()) {
            throw new IOException("The device " + machine.device() + " can't be used: " + chosen.noGpu() + ". "
                + GpuOptions.REMEDY + ".");
        }
        return chosen;
    }

    /** The CPU build that comes with the extension. */
    Libtorch shipped() throws IOException {
        if (installation.nativeLibraries() == null) {
            throw new IOException("PyTorch's libraries for " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + " are not installed. Install \"PhysioCLR for KNIME\" from its update "
                + "site again, or name the folder of PyTorch " + Libtorch.VERSION + " in the setting \""
                + GpuOptions.FOLDER_SETTING + "\" or the environment variable " + GpuOptions.FOLDER_VARIABLE + ".");
        }
        return Libtorch.shipped(installation.nativeLibraries());
    }

    private Libtorch named(GpuOptions gpu) throws IOException {
        if (!gpu.libtorchFolder().isBlank()) {
            return open(gpu.libtorchFolder(), "setting \"" + GpuOptions.FOLDER_SETTING + "\"");
        }
        if (installation.namedLibraries() != null) {
            return open(installation.namedLibraries().toString(), "Java property " + WorkerInstallation.NAMED);
        }
        String variable = computer.environment().getOrDefault(GpuOptions.FOLDER_VARIABLE, "");
        return variable.isBlank() ? null : open(variable, "environment variable " + GpuOptions.FOLDER_VARIABLE);
    }

    private Libtorch open(String folder, String by) throws IOException {
        return LibtorchFolder.open(Path.of(folder.strip()), by, Source.NAMED, computer);
    }

    /** A CUDA build that nobody named; null if there is none. */
    private Libtorch found(GpuOptions gpu) throws IOException {
        for (Path torch : PythonTorches.of(computer)) {
            try {
                Libtorch libtorch = LibtorchFolder.open(torch, "found in Python's packages", Source.FOUND, computer);
                if (libtorch.isCuda()) {
                    return libtorch;
                }
                passedOver.add(libtorch.name() + " is a CPU build");
            } catch (IOException e) {
                passedOver.add(e.getMessage().replaceFirst("\\. Name the folder.*", ""));
            }
        }
        return gpu.download() ? downloaded() : null;
    }

    private Libtorch downloaded() throws IOException {
        Path folder = downloads(computer).resolve("pytorch").resolve(Libtorch.VERSION + "-" + Libtorch.CUDA
            + (computer.family() == Computer.Family.WINDOWS ? "-win" : "-linux") + "-x86_64");
        if (Files.exists(folder.resolve(computer.family().library("torch")))) {
            return LibtorchFolder.open(folder, "downloaded by DJL", Source.FOUND, computer);
        }
        return new Libtorch(null, Libtorch.CUDA, List.of(),
            "PyTorch " + Libtorch.VERSION + "+" + Libtorch.CUDA + ", which DJL downloads to " + folder, Source.FOUND,
            "");
    }

    /** Where DJL keeps what it downloads. */
    static Path downloads(Computer computer) {
        for (String variable : List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR")) {
            String folder = computer.environment().getOrDefault(variable, "");
            if (!folder.isEmpty()) {
                return Path.of(folder).toAbsolutePath();
            }
        }
        return computer.home().resolve(".djl.ai");
    }

    private String noGpu(Libtorch libtorch) {
        String driver = computer.hasNvidiaDriver() ? "" : "no NVIDIA driver was found on this computer";
        if (libtorch.isCuda()) {
            return libtorch.name() + " sees no CUDA device" + (driver.isEmpty() ? ", although there is an NVIDIA driver"
                : ", and " + driver);
        }
        if (!driver.isEmpty()) {
            return driver;
        }
        if (libtorch.source() == Source.NAMED) {
            return "there is an NVIDIA driver, but " + libtorch.name() + " is a CPU build";
        }
        return "there is an NVIDIA driver, but no " + Libtorch.VERSION + "+" + Libtorch.CUDA
            + " of PyTorch was found, only the CPU build that comes with the extension"
            + (passedOver.isEmpty() ? "" : " (" + String.join("; ", passedOver) + ")");
    }
}

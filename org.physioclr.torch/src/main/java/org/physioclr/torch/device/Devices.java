package org.physioclr.torch.device;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.physioclr.torch.protocol.GpuOptions;
import org.physioclr.torch.protocol.WorkerFacts;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;

/** Chooses what computes. */
public final class Devices {

    /** The name of the CPU. */
    public static final String CPU = "cpu";

    private Devices() {
    }

    /**
     * A device and what the user should know of the choice.
     *
     * @param device the device
     * @param name {@code cpu} or {@code cuda:n}
     * @param note why it is not the one that might be expected; empty if it is
     */
    public record Choice(Device device, String name, String note) {

        /**
         * The warning that a GPU was not used where one might be expected.
         *
         * @param work what was done, such as {@code Training}
         */
        public Optional<String> warning(String work) {
            return note.isEmpty() ? Optional.empty() : Optional.of(note + ". " + work + " ran on the CPU.");
        }
    }

    /** The CPU threads that this process may use, as its caller has set for PyTorch. */
    public static int threadCount() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Math.max(1, Integer.getInteger("ai.djl.pytorch.num_threads", cores));
    }

    /** Whether a process with this environment lets a GPU round factors to TF32; cuDNN does unless it is forbidden. */
    public static boolean allowsTf32(Map<String, String> environment) {
        return !"0".equals(environment.get("NVIDIA_TF32_OVERRIDE"));
    }

    /**
     * Finds the device that a setting names. The first call loads PyTorch.
     *
     * @param setting {@code auto}, {@code cpu} or {@code cuda:n}; auto takes the first GPU, the CPU where there is none
     * @throws UnloadableException if PyTorch's libraries can't be loaded
     * @throws IOException if the named GPU can't be used, saying what to do
     */
    public static Choice choose(String setting) throws IOException {
        int gpus;
        try {
            gpus = Engine.getInstance().getGpuCount();
        } catch (EngineException | LinkageError e) {
            throw new UnloadableException(e);
        }
        return choose(setting, gpus, System.getProperty(WorkerFacts.NO_GPU, "PyTorch sees no CUDA device"));
    }

    /**
     * Finds the device that a setting names.
     *
     * @param gpus how many PyTorch sees
     * @param noGpu why it sees none, if it does: a sentence without its end
     * @throws IOException if the named GPU is not among them, saying what to do
     */
    static Choice choose(String setting, int gpus, String noGpu) throws IOException {
        if (setting.equals(CPU) || setting.equals("auto") && gpus == 0) {
            return new Choice(Device.cpu(), CPU, setting.equals(CPU) ? "" : "No usable GPU: " + noGpu);
        }
        int index = setting.equals("auto") ? 0 : Integer.parseInt(setting.substring("cuda:".length()));
        if (gpus == 0) {
            throw new IOException("The device " + setting + " can't be used: " + noGpu + ". " + GpuOptions.REMEDY
                + ".");
        }
        if (index >= gpus) {
            throw new IOException("The device " + setting + " can't be used: PyTorch sees " + gpus + " GPU"
                + (gpus == 1 ? "" : "s") + ". Choose " + (gpus == 1 ? "cuda:0" : "cuda:0 to cuda:" + (gpus - 1))
                + ", auto or cpu.");
        }
        return new Choice(Device.gpu(index), "cuda:" + index, "");
    }
}

package org.physioclr.torch.device;

import java.io.IOException;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Chooses what computes. */
public final class Devices {

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
    }

    /** The CPU threads that this process may use, as its caller has set for PyTorch. */
    public static int threadCount() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Math.max(1, Integer.getInteger("ai.djl.pytorch.num_threads", cores));
    }

    /**
     * Finds the device that a setting names.
     *
     * @param setting {@code auto}, {@code cpu} or {@code cuda:n}; auto takes the first GPU, the CPU where there is none
     * @throws IOException if the named GPU can't be used, saying what to do
     */
    public static Choice choose(String setting) throws IOException {
        int gpus = Engine.getInstance().getGpuCount();
        if (setting.equals("cpu") || setting.equals("auto") && gpus == 0) {
            String note = setting.equals("cpu") ? "" : "No usable GPU: PyTorch's libraries here are the CPU build or "
                + "there is no CUDA device";
            return new Choice(Device.cpu(), "cpu", note);
        }
        int index = setting.equals("auto") ? 0 : Integer.parseInt(setting.substring("cuda:".length()));
        if (index >= gpus) {
            throw new IOException("The device " + setting + " can't be used: this PyTorch sees " + gpus + " GPU"
                + (gpus == 1 ? "" : "s") + ". Choose auto or cpu, or start with PyTorch's CUDA libraries "
                + "(-Dphysioclr.natives=<folder of libtorch> -Dphysioclr.flavor=cu128).");
        }
        return new Choice(Device.gpu(index), "cuda:" + index, "");
    }
}

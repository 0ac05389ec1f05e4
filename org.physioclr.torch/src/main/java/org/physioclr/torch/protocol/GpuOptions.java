package org.physioclr.torch.protocol;

import java.util.Objects;

/**
 * How a GPU may be used.
 *
 * @param libtorchFolder the folder of a PyTorch 2.7.1: {@code site-packages}, its {@code torch}, {@code torch/lib} or
 *     the unpacked archive of libtorch; empty means to look for one
 * @param download whether DJL may fetch PyTorch's CUDA libraries where there is an NVIDIA driver and none are found
 * @param tf32 whether products of matrices and convolutions may round their factors to TF32's 10 bits, which is faster
 *     and differs from the CPU by about 1e-3
 */
public record GpuOptions(String libtorchFolder, boolean download, boolean tf32) {

    /** The title of the setting that names a folder, for messages. */
    public static final String FOLDER_SETTING = "Folder of PyTorch's libraries";

    /** The environment variable that names a folder for all nodes. */
    public static final String FOLDER_VARIABLE = "PHYSIOCLR_LIBTORCH";

    /** What to do where there is no GPU. */
    public static final String REMEDY = "Choose the device auto or cpu, or name the folder of PyTorch 2.7.1+cu128 in "
        + "the setting \"" + FOLDER_SETTING + "\" or the environment variable " + FOLDER_VARIABLE;

    /** What is on the computer, at full precision. */
    public static final GpuOptions DEFAULT = new GpuOptions("", false, false);

    public GpuOptions {
        Objects.requireNonNull(libtorchFolder, "libtorchFolder");
    }
}

package org.physioclr.knime.nodes.bridge;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.torch.protocol.GpuOptions;
import org.physioclr.torch.protocol.Machine;

/** What the learning process may use of the computer. */
@LoadDefaultsForAbsentFields
public final class MachineChoice implements NodeParameters {

    @Widget(title = "Device", description = """
            auto takes a GPU if there is a usable one; else it says why there is none and takes the CPU. cpu takes the
            CPU. cuda:0, cuda:1 and so on take that GPU of NVIDIA and fail where it can't be used. A GPU needs PyTorch's
            CUDA libraries, which are not part of this extension: see the advanced settings.
            """)
    String device = "auto";

    @Widget(title = "Threads", description = "CPU threads of the learning process; 0 takes all cores.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int threads = 0;

    @Widget(title = "Memory [MB]", description = "The Java heap of the learning process.")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int heapMegabytes = 1024;

    @Widget(title = GpuOptions.FOLDER_SETTING, description = """
            An absolute path of a folder with PyTorch 2.7.1, of its CPU build or its build for CUDA 12.8 (2.7.1+cu128):
            the folder torch in the site-packages of a Python that it was installed for, or an unpacked archive of
            libtorch. Left empty, the folder that the environment variable PHYSIOCLR_LIBTORCH names is taken; without
            that and where there is a driver of NVIDIA, PyTorch 2.7.1+cu128 of the active virtual or conda environment
            or of the first python3 on the path; else the CPU build that comes with the extension.
            """)
    @Advanced
    String libtorchFolder = "";

    @Widget(title = "Let DJL download PyTorch's CUDA libraries", description = """
            Only where there is a driver of NVIDIA, the device is not cpu and no PyTorch 2.7.1+cu128 is found: DJL, the
            library through which this extension uses PyTorch, then fetches it once, about 2.5 GB, from the site of its
            own project, and keeps it in its folder .djl.ai in the user's home (or where the environment variables
            ENGINE_CACHE_DIR or DJL_CACHE_DIR say). What comes is not checked but by the connection's own encryption.
            Switched off, this node never uses the network.
            """)
    @Advanced
    boolean downloadCuda = false;

    @Widget(title = "Allow TF32 on the GPU", description = """
            Lets NVIDIA's GPUs (Ampere and later) round the factors of matrix products and convolutions to 10 bits,
            which is faster. Results then differ from those of a CPU by about 1 in 1,000 instead of 1 in 1,000,000. No
            matter to a CPU.
            """)
    @Advanced
    boolean tf32 = false;

    /** {@code auto}, {@code cpu} or {@code cuda:n}. */
    public String device() {
        return device;
    }

    /**
     * The choice as the learning process takes it.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public Machine toMachine() {
        return new Machine(device, threads, heapMegabytes,
            new GpuOptions(libtorchFolder.strip(), downloadCuda, tf32));
    }
}

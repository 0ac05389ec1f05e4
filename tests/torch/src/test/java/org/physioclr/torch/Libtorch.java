package org.physioclr.torch;

import java.util.Objects;

import ai.djl.ndarray.NDManager;

/** PyTorch in the tests' own process, from the libraries that the build names. */
public final class Libtorch {

    private Libtorch() {
    }

    /** A manager on the CPU. */
    public static NDManager manager() {
        System.setProperty("PYTORCH_LIBRARY_PATH", Objects.requireNonNull(System.getProperty("physioclr.natives"),
            "-Dphysioclr.natives=<folder of libtorch>"));
        System.setProperty("PYTORCH_VERSION", "2.7.1");
        System.setProperty("PYTORCH_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1"); // small nets; more threads only wait for each other
        return NDManager.newBaseManager();
    }
}

package org.physioclr.torch.protocol;

/** The Java properties by which a client tells its worker of the computer. */
public final class WorkerFacts {

    /** Why there is no GPU, should PyTorch not see one: a sentence without its end. */
    public static final String NO_GPU = "physioclr.worker.noGpu";

    /** The folder to take away if the client dies. */
    public static final String FOLDER = "physioclr.worker.folder";

    private WorkerFacts() {
    }
}

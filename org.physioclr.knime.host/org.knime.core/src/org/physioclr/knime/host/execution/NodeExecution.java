package org.physioclr.knime.host.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;
import org.physioclr.knime.host.table.FileStores;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.TableWriter;

/** One execution of a node: its folder for tables and file stores, who hears its progress, who may cancel it. */
public final class NodeExecution {

    /** Hears how far a node is. */
    @FunctionalInterface
    public interface ProgressListener {

        /**
         * The node reports.
         *
         * @param fraction how much is done in [0, 1], NaN if it does not say
         * @param message what it is doing, null if it does not say
         */
        void progress(double fraction, String message);
    }

    private final Path folder;
    private final ProgressListener listener;
    private final BooleanSupplier cancelled;
    private final FileStores fileStores;
    private final AtomicInteger tables = new AtomicInteger();

    /**
     * An execution.
     *
     * @param folder where the node's tables and file stores are kept, made when needed; whoever removes it ends the
     *     node's result
     * @param listener hears the progress
     * @param cancelled whether to stop
     */
    public NodeExecution(Path folder, ProgressListener listener, BooleanSupplier cancelled) {
        this.folder = folder;
        this.listener = listener;
        this.cancelled = cancelled;
        this.fileStores = new FileStores(folder.resolve("filestore"));
    }

    /** {@return the context that the node gets} */
    public ExecutionContext context() {
        return HostAccess.context(this);
    }

    /** {@return whether to stop} */
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Tells the listener. */
    public void report(double fraction, String message) {
        listener.progress(fraction, message);
    }

    /** {@return the beginning of a new table} */
    public TableWriter newTable(DataTableSpec spec) {
        return new TableWriter(folder.resolve("table-" + tables.incrementAndGet()), spec);
    }

    /**
     * {@return a new file store}
     *
     * @throws IOException if the name is taken or not that of a file
     */
    public FileStore newFileStore(String name) throws IOException {
        return fileStores.create(name);
    }
}

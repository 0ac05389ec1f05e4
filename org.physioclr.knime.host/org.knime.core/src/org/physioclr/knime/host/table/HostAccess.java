package org.physioclr.knime.host.table;

import java.io.File;
import java.io.IOException;
import java.util.function.Function;

import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.physioclr.knime.host.execution.NodeExecution;

/**
 * The way into KNIME's types for the host. They may have no public member that KNIME's own do not have, so each hands
 * its package-private ones in here when it is initialised.
 */
public final class HostAccess {

    private static Function<File, FileStore> newFileStore;
    private static Attach attach;
    private static Function<FileStoreCell, FileStore[]> stores;
    private static Flush flush;
    private static Function<StoredTable, BufferedDataTable> newTable;
    private static Function<BufferedDataTable, StoredTable> stored;
    private static Function<NodeExecution, ExecutionContext> newContext;
    private static WriterSetter setWriter;
    private static Function<ColumnRearranger, Rearrangement> rearrangement;

    private HostAccess() {
    }

    /** Gives a cell its files. */
    public interface Attach {
        /**
         * Attaches files.
         *
         * @param cell the cell
         * @param stores its files
         * @throws IOException if they can't be used
         */
        void attach(FileStoreCell cell, FileStore[] stores) throws IOException;
    }

    /** Has a cell write its content. */
    public interface Flush {
        /**
         * Writes.
         *
         * @param cell the cell
         * @throws IOException if it can't be written
         */
        void flush(FileStoreCell cell) throws IOException;
    }

    /** Gives a container the place to write to. */
    public interface WriterSetter {
        /**
         * Sets the place.
         *
         * @param container the container
         * @param writer the place
         */
        void set(DataContainer container, TableWriter writer);
    }

    /** For {@link FileStore}. */
    public static void registerFileStores(Function<File, FileStore> make, Attach attachTo,
        Function<FileStoreCell, FileStore[]> storesOf, Flush flushCell) {
        newFileStore = make;
        attach = attachTo;
        stores = storesOf;
        flush = flushCell;
    }

    /** For {@link BufferedDataTable}. */
    public static void registerTables(Function<StoredTable, BufferedDataTable> make,
        Function<BufferedDataTable, StoredTable> storedOf) {
        newTable = make;
        stored = storedOf;
    }

    /** For {@link ExecutionContext}. */
    public static void registerContexts(Function<NodeExecution, ExecutionContext> make) {
        newContext = make;
    }

    /** For {@link DataContainer}. */
    public static void registerContainers(WriterSetter setter) {
        setWriter = setter;
    }

    /** For {@link ColumnRearranger}. */
    public static void registerRearrangers(Function<ColumnRearranger, Rearrangement> rearrangementOf) {
        rearrangement = rearrangementOf;
    }

    private static void initialise(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static FileStore fileStore(File file) {
        initialise(FileStore.class);
        return newFileStore.apply(file);
    }

    static void attach(FileStoreCell cell, FileStore[] files) throws IOException {
        attach.attach(cell, files);
    }

    static FileStore[] stores(FileStoreCell cell) {
        initialise(FileStore.class);
        return stores.apply(cell);
    }

    static void flush(FileStoreCell cell) throws IOException {
        flush.flush(cell);
    }

    /** {@return a table over stored rows} */
    public static BufferedDataTable table(StoredTable table) {
        initialise(BufferedDataTable.class);
        return newTable.apply(table);
    }

    /** {@return the rows of a table} */
    public static StoredTable stored(BufferedDataTable table) {
        return stored.apply(table);
    }

    /** {@return a context that reports to an execution} */
    public static ExecutionContext context(NodeExecution execution) {
        initialise(ExecutionContext.class);
        return newContext.apply(execution);
    }

    /** Has a container write to a place. */
    public static void setWriter(DataContainer container, TableWriter writer) {
        setWriter.set(container, writer);
    }

    /** {@return what a rearranger was told} */
    public static Rearrangement rearrangement(ColumnRearranger rearranger) {
        return rearrangement.apply(rearranger);
    }
}

package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.filestore.internal.FileStoreProxy.FlushCallback;

/** A cell that keeps its content in files. */
@SuppressWarnings("serial")
public abstract class FileStoreCell extends DataCell implements FlushCallback {

    private transient FileStore[] fileStores = {};

    /** A cell that is being read from a table; its files are attached afterwards. */
    protected FileStoreCell() {
        // the host attaches the files
    }

    /**
     * A new cell.
     *
     * @param fileStore its file
     */
    protected FileStoreCell(FileStore fileStore) {
        this(new FileStore[] {fileStore});
    }

    /**
     * A new cell.
     *
     * @param fileStores its files
     */
    protected FileStoreCell(FileStore[] fileStores) {
        this.fileStores = fileStores.clone();
    }

    static void attach(FileStoreCell cell, FileStore[] stores) throws IOException {
        cell.fileStores = stores;
        cell.postConstruct();
    }

    static FileStore[] stores(FileStoreCell cell) {
        return cell.fileStores;
    }

    static void flush(FileStoreCell cell) throws IOException {
        cell.flushToFileStore();
    }

    /** {@return the files} */
    protected FileStore[] getFileStores() {
        return fileStores;
    }

    /**
     * Called when the files have been attached.
     *
     * @throws IOException if they can't be used
     */
    protected void postConstruct() throws IOException {
        // nothing to do unless a subclass says so
    }

    /**
     * Called before the cell is written to a table: the content must be in the files then.
     *
     * @throws IOException if it can't be written
     */
    protected void flushToFileStore() throws IOException {
        // nothing to do unless a subclass says so
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return Arrays.equals(fileStores, ((FileStoreCell)dc).fileStores);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fileStores);
    }

    @Override
    public String toString() {
        return Arrays.toString(fileStores);
    }
}

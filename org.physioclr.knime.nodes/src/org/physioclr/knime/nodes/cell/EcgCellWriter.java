package org.physioclr.knime.nodes.cell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.SignalBlock;

/**
 * Makes ECG cells: appends the signals to file stores of the running node, many to a file. One thread at a time may
 * write. Close it before the node's table is closed.
 */
public final class EcgCellWriter implements Closeable {

    /** A file is closed and the next one begun after this many bytes: few files, yet each easily copied. */
    private static final long FILE_BYTES = 256L << 20;

    private final ExecutionContext context;
    private FileStore store;
    private FileChannel channel;

    public EcgCellWriter(ExecutionContext context) {
        this.context = context;
    }

    /**
     * Stores an ECG.
     *
     * @param ecg the ECG in millivolts
     * @return a cell that reads it from the file
     * @throws IOException if the disk is full or can't be written
     */
    public EcgCell write(EcgRecord ecg) throws IOException {
        if (channel == null || channel.position() >= FILE_BYTES) {
            close();
            store = context.createFileStore("ecg-" + UUID.randomUUID());
            channel = FileChannel.open(store.getFile().toPath(), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        }
        long offset = SignalBlock.append(channel, ecg.samplesMv());
        return new EcgCell(store, new EcgCell.Block(offset, ecg.leads(), ecg.length(), ecg.rateHz(), ecg.patient(),
            ecg.id()));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}

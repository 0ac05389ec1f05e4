package org.physioclr.knime.nodes.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.torch.protocol.RecordReference;

/**
 * An electrocardiogram in a table. The signal is a {@link SignalBlock} of a file that many cells share; the cell itself
 * carries only where it lies and what it is, so that a table of many thousand ECGs stays small.
 */
@SuppressWarnings("serial") // KNIME writes cells through their serializer, never by Java's serialization
public final class EcgCell extends FileStoreCell implements EcgValue {

    public static final DataType TYPE = DataType.getType(EcgCell.class);

    private final transient Block block;

    /** What a cell knows of its signal without reading it. */
    record Block(long offset, List<Lead> leads, int samples, double rateHz, String patient, String record) {
    }

    /** A cell whose block has been written to the file store already. */
    EcgCell(FileStore file, Block block) {
        super(file);
        this.block = block;
    }

    /** A cell that is being read from a table; KNIME attaches the file store afterwards. */
    EcgCell(Block block) {
        this.block = block;
    }

    Block block() {
        return block;
    }

    @Override
    public EcgRecord ecg() {
        try {
            float[][] signal = SignalBlock.read(file(), block.offset(), block.leads().size(), block.samples());
            return new EcgRecord(block.record(), block.patient(), block.rateHz(), block.leads(), signal);
        } catch (IOException e) {
            throw new UncheckedIOException("The ECG " + block.record() + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public RecordReference reference() {
        return new RecordReference(file().toString(), block.offset(), "float32",
            block.leads().stream().map(Lead::name).toList(), block.samples(), block.rateHz(), block.patient(),
            block.record());
    }

    private Path file() {
        return getFileStores()[0].getFile().toPath();
    }

    @Override
    public String toString() {
        return String.format("%d leads, %.1f s, %s Hz", block.leads().size(), block.samples() / block.rateHz(),
            block.rateHz() == Math.rint(block.rateHz()) ? Long.toString((long) block.rateHz())
                : Double.toString(block.rateHz()));
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        Block theirs = ((EcgCell) other).block;
        return block.samples() == theirs.samples() && block.rateHz() == theirs.rateHz()
            && block.leads().equals(theirs.leads()) && block.record().equals(theirs.record())
            && block.patient().equals(theirs.patient())
            && Arrays.deepEquals(ecg().samplesMv(), ((EcgCell) other).ecg().samplesMv());
    }

    @Override
    public int hashCode() {
        return 31 * block.record().hashCode() + block.samples();
    }
}

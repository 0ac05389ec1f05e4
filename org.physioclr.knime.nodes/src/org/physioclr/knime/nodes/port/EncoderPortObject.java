package org.physioclr.knime.nodes.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;
import javax.swing.JTextArea;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EncoderFiles;

/** A pretrained encoder: its weights in a file store, its card in the spec. */
public final class EncoderPortObject extends FileStorePortObject {

    /** The type of ports that encoders pass. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(EncoderPortObject.class);

    private final EncoderPortObjectSpec spec;

    private EncoderPortObject(FileStore weights, EncoderPortObjectSpec spec) {
        super(List.of(weights));
        this.spec = spec;
    }

    /** An encoder that is being read; KNIME attaches the weights afterwards. */
    private EncoderPortObject(EncoderPortObjectSpec spec) {
        this.spec = spec;
    }

    /**
     * Takes over an encoder that lies in files.
     *
     * @param weights the weights' file, the card beside it
     * @param context of the node that gives the encoder
     */
    public static EncoderPortObject of(Path weights, ExecutionContext context) throws IOException {
        EncoderFiles.read(weights); // refuses files that are damaged or do not belong together
        FileStore store = context.createFileStore("encoder-" + UUID.randomUUID() + ".safetensors");
        Files.copy(weights, store.getFile().toPath());
        return new EncoderPortObject(store, new EncoderPortObjectSpec(Files.readString(EncoderCard.beside(weights))));
    }

    /**
     * Puts the encoder into files.
     *
     * @param weights the weights' file to make, the card beside it
     * @param overwrite whether files that are there are replaced
     * @throws IOException if they can't be written, or are there and may not be replaced
     */
    public void writeTo(Path weights, boolean overwrite) throws IOException {
        Path parent = weights.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new IOException("There is no folder " + parent + ". Make it, or choose another one.");
        }
        for (Path file : List.of(weights, EncoderCard.beside(weights))) {
            if (Files.isDirectory(file)) {
                throw new IOException(file + " is a folder. Choose another name.");
            }
            if (!overwrite && Files.exists(file)) {
                throw new IOException(file + " is there already. Choose another name, or allow to overwrite it.");
            }
        }
        Path stored = getFileStore(0).getFile().toPath();
        EncoderFiles.write(weights, target -> Files.copy(stored, target), hash -> spec.json());
    }

    @Override
    public EncoderPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return spec.card().map(EncoderCard::summary).orElse("Encoder");
    }

    @Override
    public JComponent[] getViews() {
        JTextArea text = new JTextArea(spec.json());
        text.setEditable(false);
        text.setName("Card");
        return new JComponent[] {text};
    }

    /** Writes and reads it; the weights travel as a file store. */
    public static final class Serializer extends PortObjectSerializer<EncoderPortObject> {

        @Override
        public void savePortObject(EncoderPortObject encoder, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException {
            out.putNextEntry(new ZipEntry("summary.txt"));
            out.write(encoder.getSummary().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public EncoderPortObject loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec,
            ExecutionMonitor exec) {
            return new EncoderPortObject((EncoderPortObjectSpec) spec);
        }
    }
}

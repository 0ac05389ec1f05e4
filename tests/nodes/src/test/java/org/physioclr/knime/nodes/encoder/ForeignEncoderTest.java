package org.physioclr.knime.nodes.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.run.Seed;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.embedder.EcgEmbedderFactory;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/** Weights of fairseq-signals, narrowed, through the Encoder Reader and the ECG Embedder. */
class ForeignEncoderTest {

    private static final Transformer NARROW = new Transformer(12, Stem.GROUP_NORM, List.of(8, 8, 8, 8),
        List.of(2, 2, 2, 2), 24, 2, 12, 32, 16, 4, false, 0.1, 0.1);

    @TempDir
    private Path folder;

    private static Map<String, Tensor> weights() {
        RandomGenerator random = new Seed(1).generator();
        Map<String, Tensor> weights = new LinkedHashMap<>();
        EncoderArrays.of(NARROW).forEach((name, shape) -> {
            float[] values = new float[Math.toIntExact(Tensor.elements(shape))];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() / 4;
            }
            weights.put(name, new Tensor(shape, values));
        });
        return weights;
    }

    private NodeResult read(Path file) {
        return new NodeRun(EncoderReaderFactory.class.getName(), folder).set("source/file", file).execute();
    }

    @Test
    void areReadWithoutACardAndEmbed() throws IOException {
        Path file = folder.resolve("public.safetensors");
        Safetensors.write(file, weights());
        EncoderPortObject encoder = (EncoderPortObject) read(file).output("Encoder");
        assertEquals("Imported, transformer, 24 numbers an ECG, 500 Hz, 5.0 s segments", encoder.getSummary());
        assertEquals(NARROW, encoder.getSpec().card().orElseThrow().architecture());
        BufferedDataTable ecgs = Ecgs.synthetic(folder, 3, 1);
        NodeResult embedded = Learning.node(EcgEmbedderFactory.class.getName(), folder).input(encoder, ecgs).execute();
        assertEquals(ecgs.getDataTableSpec().getNumColumns() + 24,
            ((BufferedDataTable) embedded.output(0)).getDataTableSpec().getNumColumns());
    }

    @Test
    void withAnArrayOfAnotherShapeAreRefused() throws IOException {
        Path file = folder.resolve("public.safetensors");
        Map<String, Tensor> weights = weights();
        weights.put("encoder.layers.1.fc2.bias", new Tensor(new long[] {23}, new float[23]));
        Safetensors.write(file, weights);
        String failure = read(file).failure();
        assertTrue(failure.contains("encoder.layers.1.fc2.bias is [23], not [24]"), failure);
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(path -> path.getFileName().toString().endsWith(".part")));
        }
    }
}

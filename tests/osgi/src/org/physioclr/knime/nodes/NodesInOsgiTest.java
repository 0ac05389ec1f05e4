package org.physioclr.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortTypeRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.knime.nodes.bridge.WorkerLocation;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.knime.nodes.port.RecipePortObject;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Machine;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.RecordReference;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest;

/** What only real bundles show: manifest, registry, libraries inside the bundle, the fragment's native libraries. */
class NodesInOsgiTest {

    private static final Bundle BUNDLE = FrameworkUtil.getBundle(WorkerLocation.class);

    private static List<IConfigurationElement> ours(String extensionPoint) {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(extensionPoint))
            .filter(element -> element.getContributor().getName().equals(BUNDLE.getSymbolicName())).toList();
    }

    @Test
    void everyNodeIsRegisteredAndCanBeMade() throws CoreException {
        List<IConfigurationElement> nodes = ours("org.knime.workbench.repository.nodes");
        assertEquals(11, nodes.size());
        for (IConfigurationElement node : nodes) {
            assertInstanceOf(NodeFactory.class, node.createExecutableExtension("factory-class"),
                node.getAttribute("factory-class"));
        }
    }

    @Test
    void theCellItsSerializerAndItsPictureAreRegistered() throws CoreException {
        IConfigurationElement type = ours("org.knime.core.DataType").get(0);
        assertInstanceOf(DataCellSerializer.class,
            type.getChildren("serializer")[0].createExecutableExtension("serializerClass"));
        IConfigurationElement value = ours("org.knime.core.DataValueRenderer").get(0);
        for (IConfigurationElement renderer : value.getChildren("renderer")) {
            assertInstanceOf(DataValueRendererFactory.class,
                renderer.createExecutableExtension("rendererFactoryClass"));
        }
    }

    @Test
    void portsHaveTypesOfTheirOwn() {
        assertEquals(EncoderPortObject.class, EncoderPortObject.TYPE.getPortObjectClass());
        assertEquals(RecipePortObject.class,
            PortTypeRegistry.getInstance().getPortType(RecipePortObject.class).getPortObjectClass());
    }

    @Test
    void iconsAreInTheBundle() {
        for (IConfigurationElement category : ours("org.knime.workbench.repository.categories")) {
            assertNotNull(BUNDLE.getEntry(category.getAttribute("icon")), category.getAttribute("icon"));
        }
    }

    @Test
    void theLearningProcessStartsFromTheBundleAndTheFragment(@TempDir Path folder) throws Exception {
        Path signals = folder.resolve("signals");
        float[][] signal = new float[12][1000];
        signal[1][500] = 1;
        try (FileChannel channel =
            FileChannel.open(signals, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            SignalBlock.append(channel, signal);
        }
        List<String> leads = Lead.TWELVE.stream().map(Lead::name).toList();
        Path records = folder.resolve("records.jsonl");
        Json.writeLines(records,
            List.of(new RecordReference(signals.toString(), 0, "float32", leads, 1000, 100, "someone", "r")));
        PretrainOptions options = new PretrainOptions(PretrainOptions.Method.NONE, PretrainOptions.EncoderPreset.TINY,
            new Preprocessing(leads, 100, 5, FilterPreset.NONE, "record z-score"),
            Contrast.DEFAULT, Reconstruction.NONE, Training.of(1, 2, 1));
        Path encoder = folder.resolve("encoder.safetensors");
        try (WorkerClient worker = new WorkerClient(WorkerLocation.find())) {
            worker.run(new WorkerRequest.Pretrain(options, "cpu", records.toString(), null, List.of(), "", null,
                null, encoder.toString()), new Machine("cpu", 1, 256), Progress.NONE);
        }
        assertTrue(Files.size(encoder) > 100_000, "the weights of the encoder");
    }
}

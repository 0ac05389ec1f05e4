package org.physioclr.knime.nodes.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.embedder.EcgEmbedderFactory;
import org.physioclr.torch.protocol.GpuOptions;
import org.physioclr.torch.protocol.Machine;

/** The settings of the computer, which three nodes share. */
class MachineChoiceTest {

    @TempDir
    private Path folder;

    @Test
    void settingsReachTheLearningProcess() {
        assertEquals(new Machine("auto", 0, 1024, GpuOptions.DEFAULT), new MachineChoice().toMachine());
        MachineChoice choice = new MachineChoice();
        choice.device = "cuda:1";
        choice.threads = 3;
        choice.heapMegabytes = 512;
        choice.libtorchFolder = " /opt/torch\n";
        choice.downloadCuda = true;
        choice.tf32 = true;
        assertEquals(new Machine("cuda:1", 3, 512, new GpuOptions("/opt/torch", true, true)), choice.toMachine());
    }

    @Test
    void aFolderThatIsNotPyTorchsFailsEachNodeWithTheSettingToChange() throws IOException {
        BufferedDataTable ecgs = Ecgs.synthetic(folder, 4, 2);
        Path none = Files.createDirectory(folder.resolve("none"));
        NodeRun embedder = Learning.node(EcgEmbedderFactory.class.getName(), folder)
            .input(Learning.randomEncoder(folder, ecgs), ecgs);
        NodeRun pretrain = Learning.pretrain(folder, "NONE").input(ecgs);
        for (NodeRun node : List.of(embedder, pretrain)) {
            assertEquals("PyTorch's libraries in " + none
                + " (setting \"Folder of PyTorch's libraries\") can't be used: there is no libtorch.so in it or its "
                + "lib. Name the folder torch/lib of PyTorch 2.7.1, of its CPU build or its build for CUDA 12.8 "
                + "(2.7.1+cu128), or none.", node.set("machine/libtorchFolder", none.toString()).execute().failure());
        }
    }

    @Test
    void aGpuThatIsAskedForByNameFailsTheNodeWithTheRemedyWhereTheLibrariesAreTheCpuBuild() throws IOException {
        BufferedDataTable ecgs = Ecgs.synthetic(folder, 4, 2);
        String failure = Learning.pretrain(folder, "NONE").set("machine/device", "cuda:0").input(ecgs).execute()
            .failure();
        assertTrue(failure.startsWith("The device cuda:0 can't be used: "), failure);
        assertTrue(failure.endsWith(". Choose the device auto or cpu, or name the folder of PyTorch 2.7.1+cu128 in the "
            + "setting \"Folder of PyTorch's libraries\" or the environment variable PHYSIOCLR_LIBTORCH."), failure);
    }

    @Test
    void autoWithTheCpuBuildGoesOnWithTheCpuAndSaysWhy() throws IOException {
        List<String> messages = new ArrayList<>();
        NodeResult result = Learning.pretrain(folder, "NONE").set("machine/device", "auto")
            .onProgress((fraction, message) -> messages.add(String.valueOf(message)))
            .input(Ecgs.synthetic(folder, 4, 2)).execute();
        String warning = String.join("\n", result.warnings());
        assertTrue(warning.startsWith("No usable GPU: "), warning);
        assertTrue(warning.endsWith(". Training ran on the CPU."), warning);
        assertTrue(messages.stream().anyMatch(message -> message.startsWith("Loading PyTorch 2.7.1 in ")),
            "the Java property names the libraries of this build: " + messages);
    }
}

package org.physioclr.knime.nodes.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TestTable;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.cell.EcgCell;
import org.physioclr.knime.nodes.cell.EcgCellWriter;
import org.physioclr.knime.nodes.port.EncoderPortObjectSpec;
import org.physioclr.torch.protocol.EncoderCard;

/**
 * The ends of the learning process as a node sees them: killed, cancelled, starved. None leaves a process or a file.
 */
@Timeout(60)
class LearningProcessTest {

    @TempDir
    private Path folder;

    @AfterEach
    void noProcessIsLeft() {
        assertEquals(List.of(), workers());
    }

    /** The learning processes of this JVM. The system's own list is asked: Java cuts long command lines off. */
    private static List<ProcessHandle> workers() {
        return ProcessHandle.current().descendants().filter(process -> {
            try {
                return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).contains("WorkerMain");
            } catch (IOException e) {
                return false; // it has just ended
            }
        }).toList();
    }

    /** Where a process works: the client's temporary folder. */
    private static Path folderOf(ProcessHandle worker) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + worker.pid() + "/cwd"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A training that would take days, in another thread. */
    private static final class Training {
        private final CompletableFuture<String> begun = new CompletableFuture<>();
        private final NodeRun node;
        private final CompletableFuture<NodeResult> result;
        private final ProcessHandle worker;
        private final Path temporary;

        Training(Path folder) throws Exception {
            BufferedDataTable ecgs = Ecgs.synthetic(folder, 10, 2);
            node = Learning.pretrain(folder, "CMSC").set("training/epochs", 100_000).input(ecgs);
            node.onProgress((fraction, message) -> {
                if (message != null && message.startsWith("Epoch")) {
                    begun.complete(message);
                }
            });
            result = CompletableFuture.supplyAsync(node::execute);
            begun.get(40, TimeUnit.SECONDS);
            assertEquals(1, workers().size());
            worker = workers().get(0);
            temporary = folderOf(worker);
            assertTrue(temporary.getFileName().toString().startsWith("physioclr-worker-"), temporary.toString());
        }
    }

    @Test
    void aKilledProcessFailsTheNodeWithinFiveSecondsWithItsExitStatusAndARemedy() throws Exception {
        Training training = new Training(folder);
        training.worker.destroyForcibly();
        String message = training.result.get(5, TimeUnit.SECONDS).failure();
        assertTrue(message.startsWith("The learning process ended with exit status 137 (killed, as the system does "
            + "when memory runs out)"), message);
        assertTrue(message.endsWith(" If the machine ran out of memory, use a smaller batch or fewer threads; else "
            + "report these lines."), message);
        assertFalse(Files.exists(training.temporary), "the temporary folder");
    }

    @Test
    void aKilledTrainingGoesOnFromItsCheckpointFolderWhenTheNodeIsExecutedAgain() throws Exception {
        BufferedDataTable ecgs = Ecgs.synthetic(folder, 10, 2);
        EncoderCard undisturbed = card(checkpointed(ecgs, "").execute());
        CompletableFuture<String> third = new CompletableFuture<>();
        NodeRun node = checkpointed(ecgs, folder.resolve("kept").toString());
        node.onProgress((fraction, message) -> {
            if (message != null && message.matches("Epoch (3[0-9]|[4-9][0-9])/400 .*")) {
                third.complete(message);
            }
        });
        CompletableFuture<NodeResult> killed = CompletableFuture.supplyAsync(node::execute);
        third.get(40, TimeUnit.SECONDS);
        workers().forEach(ProcessHandle::destroyForcibly);
        assertTrue(killed.get(5, TimeUnit.SECONDS).failure().contains("exit status 137"));
        List<String> epochs = new ArrayList<>();
        NodeResult resumed = checkpointed(ecgs, folder.resolve("kept").toString())
            .onProgress((fraction, message) -> epochs.add(String.valueOf(message))).execute();
        assertEquals(undisturbed, card(resumed));
        assertTrue(epochs.stream().noneMatch(message -> message.startsWith("Epoch 1/")), "it does not begin anew");
    }

    private NodeRun checkpointed(BufferedDataTable ecgs, String kept) {
        return Learning.pretrain(folder, "CMSC").set("training/epochs", 400).set("signal/rateHz", 50.0)
            .set("checkpoints/folder", kept).set("checkpoints/everyEpochs", 2).input(ecgs);
    }

    private static EncoderCard card(NodeResult result) {
        return ((EncoderPortObjectSpec) result.spec("Encoder")).card().orElseThrow();
    }

    @Test
    void cancelledTrainingIsGoneWithinTwoSeconds() throws Exception {
        Training training = new Training(folder);
        long start = System.nanoTime();
        training.node.cancel();
        assertTrue(training.result.get(10, TimeUnit.SECONDS).isCancelled());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 2, seconds + " s");
        assertFalse(training.worker.isAlive());
        assertFalse(Files.exists(training.temporary), "the temporary folder");
    }

    @Test
    void aHeapThatIsTooSmallIsNamedAsTheSettingToChange() throws IOException {
        float[][] fiftyMinutes = new float[12][];
        Arrays.fill(fiftyMinutes, new float[3_000_000]); // 144 MB once each lead is read
        NodeExecution execution = new NodeExecution(folder, (fraction, message) -> { }, () -> false);
        TestTable table = new TestTable(folder).column("ECG", EcgCell.TYPE);
        try (EcgCellWriter writer = new EcgCellWriter(execution.context())) {
            table.row("r", writer.write(new EcgRecord("r", "p", 1000, Lead.TWELVE, fiftyMinutes)));
        }
        String message = Learning.pretrain(folder, "NONE").set("machine/heapMegabytes", 128).input(table.make())
            .execute().failure();
        assertTrue(message.startsWith("The learning process ended with exit status 3"), message);
        assertTrue(message.contains("OutOfMemoryError"), message);
        assertTrue(message.endsWith(" Give it more memory (setting Memory [MB]) or a smaller batch."), message);
    }
}

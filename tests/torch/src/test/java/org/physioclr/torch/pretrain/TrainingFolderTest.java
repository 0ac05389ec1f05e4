package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.torch.protocol.Checkpoints;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/** The checkpoint folder in every state that a killed process, a full disk or a user can leave it in. */
class TrainingFolderTest {

    private static final TrainingIdentity IDENTITY =
        new TrainingIdentity(Json.tree(Map.of("seed", 1)), "", "signals", "people", "", "");
    private static final Map<String, String> PROVENANCE = Map.of("threads", "2");

    @TempDir
    private Path folder;

    private TrainingFolder open() throws IOException {
        return open(IDENTITY, PROVENANCE);
    }

    private TrainingFolder open(TrainingIdentity identity, Map<String, String> provenance) throws IOException {
        return TrainingFolder.open(new Checkpoints(folder.toString(), 2, true), identity, provenance);
    }

    private static TrainingState state(int epochs) {
        TrainingState state = TrainingState.START;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            state = state.after(new EpochMetrics(epoch, 3 * epoch, 2, 2, Double.NaN, Double.NaN, 1.0 / epoch, 0.01, 1),
                new PairingFigures(epoch, 0.1, 0));
        }
        return state;
    }

    private static Map<String, Safetensors.Source> arrays(float value) {
        return Map.of("encoder.a", new Safetensors.Source(new long[] {2}, () -> new float[] {value, Float.MIN_VALUE}));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).sorted()
                .toList();
        }
    }

    @Test
    void theNewestCheckpointComesBackAndIsTheOnlyOne() throws IOException {
        try (TrainingFolder open = open()) {
            assertNull(open.newest());
            assertTrue(open.isDue(4) && !open.isDue(5));
            open.write(state(2), arrays(2));
            open.write(state(4), arrays(4));
        }
        assertEquals(List.of("training-000004.json", "training-000004.safetensors"), names());
        try (TrainingFolder open = open()) {
            assertEquals(state(4), open.newest().state());
            assertEquals(Map.of("encoder.a", new Tensor(new long[] {2}, new float[] {4, Float.MIN_VALUE})),
                open.newest().network());
            assertNull(open.newest().best());
            assertEquals(List.of(), open.warnings(open.newest()));
        }
    }

    @Test
    void aProcessKilledWhileWritingLeavesTheCheckpointBefore() throws IOException {
        try (TrainingFolder open = open()) {
            open.write(state(2), arrays(2));
            Files.writeString(folder.resolve("training-000004.safetensors.part"), "half");
            assertEquals(2, open.newest().state().epoch());
            Files.writeString(folder.resolve("training-000004.safetensors"), "whole, but its card is not there yet");
            assertEquals(2, open.newest().state().epoch());
            open.write(state(6), arrays(6));
        }
        assertEquals(List.of("training-000006.json", "training-000006.safetensors"), names());
    }

    @Test
    void aDamagedCheckpointIsRefusedAndNotTakenForNone() throws IOException {
        try (TrainingFolder open = open()) {
            open.write(state(2), arrays(2));
            Path file = folder.resolve("training-000002.safetensors");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            assertMessage("The checkpoint " + folder.resolve("training-000002.json") + " can't be used: "
                + "training-000002.safetensors beside it is missing or another one. Choose another checkpoint folder, "
                + "or switch Resume off to begin anew.", open);
            Files.writeString(folder.resolve("training-000002.json"), "{\"formatVersion\": 1}");
            assertMessage("The checkpoint " + folder.resolve("training-000002.json") + " can't be used: sha256 is "
                + "missing. Choose another checkpoint folder, or switch Resume off to begin anew.", open);
        }
    }

    @Test
    void allThatDiffersIsNamed() throws IOException {
        try (TrainingFolder open = open()) {
            open.write(state(2), arrays(2));
        }
        TrainingIdentity other = new TrainingIdentity(Json.tree(Map.of("seed", 2, "more", true)), "powerline",
            "signals", "others", "", "an encoder");
        try (TrainingFolder open = open(other, PROVENANCE)) {
            String message = assertThrows(IOException.class, open::newest).getMessage();
            for (String part : List.of("seed was \"1\" and is \"2\"", "more was \"absent\" and is \"true\"",
                "augmentation recipe was \"\" and is \"powerline\"", "the ECGs' names or patients have changed",
                "the encoder to continue from has changed")) {
                assertTrue(message.contains(part), message);
            }
            assertTrue(!message.contains("signals"), message);
        }
    }

    @Test
    void anotherMachineMayGoOnWithAWarning() throws IOException {
        try (TrainingFolder open = open()) {
            open.write(state(2), arrays(2));
        }
        try (TrainingFolder open = open(IDENTITY, Map.of("threads", "4"))) {
            String warning = "Training went on from its checkpoint on another ground (threads 2 before, 4 now): the "
                + "encoder may differ in the last bits from one trained at a stretch.";
            assertEquals(List.of(warning), open.warnings(open.newest()));
        }
    }

    @Test
    void twoTrainingsCanNotShareAFolder() throws IOException {
        try (TrainingFolder open = open()) {
            assertEquals("Another training is at work in the checkpoint folder " + folder + ". Choose another one, or "
                + "wait until that one has ended.", assertThrows(IOException.class, this::open).getMessage());
        }
        open().close();
    }

    @Test
    void aFolderThatCanNotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        String message = assertThrows(IOException.class, () -> TrainingFolder.open(
            new Checkpoints(file.resolve("below").toString(), 1, true), IDENTITY, PROVENANCE)).getMessage();
        assertTrue(message.startsWith("The checkpoint folder " + file.resolve("below") + " can't be made or written to "
            + "(") && message.endsWith("). Choose another one."), message);
    }

    @Test
    void onlyAnAbsoluteFolderIsTaken() {
        for (String wrong : List.of("", "relative/folder", "knime://knime.workflow/x")) {
            String message = assertThrows(IllegalArgumentException.class, () -> new Checkpoints(wrong, 1, true))
                .getMessage();
            assertEquals("Checkpoint folder must be an absolute path of a local folder, not \"" + wrong + "\"",
                message);
        }
    }

    private static void assertMessage(String message, TrainingFolder open) {
        assertEquals(message, assertThrows(IOException.class, open::newest).getMessage());
    }
}

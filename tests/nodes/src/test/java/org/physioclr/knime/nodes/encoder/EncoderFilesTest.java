package org.physioclr.knime.nodes.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.Safetensors;

/** The Encoder Writer and the Encoder Reader: two files that belong together, or none. */
class EncoderFilesTest {

    @TempDir
    private static Path tables;
    private static EncoderPortObject encoder;

    @TempDir
    private Path folder;
    private Path weights;
    private Path card;

    @BeforeAll
    static void makeEncoder() {
        encoder = Learning.randomEncoder(tables, Ecgs.synthetic(tables, 3, 1));
    }

    @BeforeEach
    void nameFiles() {
        weights = folder.resolve("my encoder.safetensors");
        card = folder.resolve("my encoder.json");
    }

    private NodeRun writer(Path target) {
        return new NodeRun(EncoderWriterFactory.class.getName(), tables).set("target/file", target).input(encoder);
    }

    private NodeRun reader(Path source) {
        return new NodeRun(EncoderReaderFactory.class.getName(), tables).set("source/file", source);
    }

    private void write() {
        assertEquals(List.of(), writer(weights).execute().warnings());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void anEncoderIsTwoFiles() throws IOException {
        write();
        assertEquals(List.of(card, weights), files());
        EncoderCard read = EncoderCard.read(weights);
        assertEquals(encoder.getSpec().card().orElseThrow(), read);
        assertEquals(read.embeddingLength(), Safetensors.read(weights).values().stream()
            .mapToInt(tensor -> tensor.length(0)).max().orElseThrow(), "the last block's channels");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        write();
        NodeResult read = reader(weights).execute();
        EncoderPortObject port = (EncoderPortObject) read.output("Encoder");
        assertEquals(encoder.getSpec().card(), port.getSpec().card());
        assertEquals(encoder.getSummary(), port.getSummary());
        Path copy = folder.resolve("copy.safetensors");
        assertEquals(List.of(), writer(copy).input(port).execute().warnings());
        assertArrayEquals(Files.readAllBytes(weights), Files.readAllBytes(copy));
        assertArrayEquals(Files.readAllBytes(card), Files.readAllBytes(folder.resolve("copy.json")));
    }

    @Test
    void theEncoderStaysWhenItsFilesAreGone() throws IOException {
        write();
        NodeResult read = reader(weights).execute();
        Files.delete(weights);
        Files.delete(card);
        assertEquals(List.of(), writer(weights).input(read.output("Encoder")).execute().warnings());
        assertEquals(List.of(card, weights), files());
    }

    @Test
    void whatIsThereIsReplacedOnlyIfAllowed() throws IOException {
        Files.writeString(weights, "old");
        assertEquals(weights + " is there already. Choose another name, or allow to overwrite it.",
            writer(weights).execute().failure());
        Files.delete(weights);
        Files.writeString(card, "old");
        assertEquals(card + " is there already. Choose another name, or allow to overwrite it.",
            writer(weights).execute().failure());
        assertEquals("old", Files.readString(card));
        assertEquals(List.of(card), files());
        assertEquals(List.of(), writer(weights).set("overwrite", true).execute().warnings());
        assertEquals(encoder.getSpec().card(), ((EncoderPortObject) reader(weights).execute().output(0)).getSpec()
            .card());
    }

    @Test
    void aFailureLeavesNothingHalfWritten() throws IOException {
        Files.createDirectories(card.resolve("something"));
        assertEquals(card + " is a folder. Choose another name.",
            writer(weights).set("overwrite", true).execute().failure());
        assertEquals(List.of(card), files());
        Path nowhere = folder.resolve("nowhere").resolve("e.safetensors");
        assertEquals("There is no folder " + nowhere.getParent() + ". Make it, or choose another one.",
            writer(nowhere).execute().failure());
        assertEquals(List.of(card), files());
    }

    @Test
    void aFailureLeavesTheEncoderThatIsThere() throws IOException {
        write();
        byte[] before = Files.readAllBytes(weights);
        Files.createDirectories(folder.resolve(".my encoder.json.part").resolve("in the way"));
        assertTrue(writer(weights).set("overwrite", true).execute().isFailed());
        assertArrayEquals(before, Files.readAllBytes(weights));
        assertEquals(encoder.getSpec().card(), ((EncoderPortObject) reader(weights).execute().output(0)).getSpec()
            .card());
    }

    @Test
    void changedWeightsAreRefused() throws IOException {
        write();
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertEquals("The encoder " + weights + " and its card do not belong together: the hash differs. Copy both "
            + "files again from where they were written.", reader(weights).execute().failure());
    }

    @Test
    void aChangedCardIsRefused() throws IOException {
        write();
        String text = Files.readString(card);
        Files.writeString(card, text.substring(0, text.length() / 2));
        assertRefused(card + " is no encoder card: ");
        Files.writeString(card, text.replace("\"rateHz\": 100.0", "\"rateHz\": 5.0"));
        assertRefused(card + " is no encoder card: Sampling rate [Hz] must be between 20 and 2000, not 5.");
        Files.writeString(card, text.replace("\"recipe\":", "\"receipt\":"));
        assertRefused(card + " is no encoder card: recipe is missing.");
        Files.writeString(card, "{}");
        assertRefused(card + " is no encoder card: formatVersion is missing.");
        Files.writeString(card, text.replace("\"formatVersion\": \"1.1\"", "\"formatVersion\": \"2.0\""));
        assertEquals(card + " has the format 2.0, this release reads 1.x. Update the PhysioCLR extension.",
            reader(weights).execute().failure());
    }

    private void assertRefused(String cause) {
        String message = reader(weights).execute().failure();
        assertTrue(message.startsWith(cause), message);
        assertTrue(message.endsWith(" Copy both files again from where they were written."), message);
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        assertEquals("There is no encoder " + weights + ". Choose another file.", reader(weights).execute().failure());
        write();
        Files.delete(card);
        assertEquals("The encoder " + weights + " has no card: my encoder.json is missing beside it. Copy both files "
            + "together.", reader(weights).execute().failure());
        Files.delete(weights);
        write();
        Files.delete(weights);
        assertEquals("The encoder's weights " + weights + " are missing. Copy both of its files together.",
            reader(weights).execute().failure());
    }

    @Test
    void withoutAFileItSaysWhatToChoose() {
        assertEquals("No file to write is chosen. Name a .safetensors file in the dialog.",
            writer(Path.of("")).configure().failure());
        assertEquals("No encoder file is chosen. Choose a .safetensors file in the dialog.",
            reader(Path.of("")).configure().failure());
        assertNull(reader(weights).configure().spec("Encoder"), "which encoder it is, the file says");
    }
}

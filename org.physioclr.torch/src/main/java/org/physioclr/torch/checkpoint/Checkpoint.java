package org.physioclr.torch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/**
 * An encoder on disk: a safetensors file of weights under PyTorch's names, and a card beside it that holds the file's
 * hash. Either both are there and belong together, or reading fails.
 *
 * @param card what is to be known of it
 * @param weights by name
 */
public record Checkpoint(EncoderCard card, Map<String, Tensor> weights) {

    /**
     * Writes an encoder under temporary names and renames both files when they are whole.
     *
     * @param file the weights' file
     * @param card its hash is replaced by that of the weights
     * @param weights by name
     * @return the checkpoint as written
     */
    public static Checkpoint write(Path file, EncoderCard card, Map<String, Tensor> weights) throws IOException {
        Path cardFile = EncoderCard.beside(file);
        Path newWeights = temporary(file);
        Path newCard = temporary(cardFile);
        try {
            Safetensors.write(newWeights, weights);
            EncoderCard hashed = new EncoderCard(EncoderCard.FORMAT_VERSION, sha256(newWeights), card.encoder(),
                card.embeddingLength(), card.options(), card.recipe(), card.features(), card.data(), card.provenance(),
                card.curve());
            Files.writeString(newCard, Json.pretty(hashed) + "\n");
            Files.move(newWeights, file, StandardCopyOption.REPLACE_EXISTING);
            Files.move(newCard, cardFile, StandardCopyOption.REPLACE_EXISTING);
            return new Checkpoint(hashed, weights);
        } finally {
            Files.deleteIfExists(newWeights);
            Files.deleteIfExists(newCard);
        }
    }

    /**
     * Reads an encoder.
     *
     * @throws IOException if a file is missing or damaged, or the two do not belong together
     */
    public static Checkpoint read(Path file) throws IOException {
        EncoderCard card = EncoderCard.read(file);
        if (!sha256(file).equals(card.sha256())) {
            throw new IOException("The encoder " + file + " and its card do not belong together: the hash differs. "
                + "Copy both files again from where they were written.");
        }
        return new Checkpoint(card, Safetensors.read(file));
    }

    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream stream =
            new DigestInputStream(open(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The encoder's weights " + file + " are missing. Copy both of its files together.");
        }
        return Files.newInputStream(file);
    }
}

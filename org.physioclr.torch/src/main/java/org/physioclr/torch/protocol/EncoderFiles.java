package org.physioclr.torch.protocol;

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
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The two files of an encoder, weights and card: either both are there and belong together, or reading fails. */
public final class EncoderFiles {

    /** How many arrays a message names. */
    private static final int NAMED = 10;

    private EncoderFiles() {
    }

    /** Makes a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Writes both files under temporary names and renames them when they are whole.
     *
     * @param weights the weights' file; one that is there is replaced, and so is its card
     * @param content makes the weights
     * @param card gives the card's JSON for the weights' hash
     */
    public static void write(Path weights, Content content, UnaryOperator<String> card) throws IOException {
        Path cardFile = EncoderCard.beside(weights);
        Path newWeights = temporary(weights);
        Path newCard = temporary(cardFile);
        try {
            content.writeTo(newWeights);
            Files.writeString(newCard, card.apply(sha256(newWeights)));
            Files.move(newWeights, weights, StandardCopyOption.REPLACE_EXISTING);
            Files.move(newCard, cardFile, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(newWeights);
            Files.deleteIfExists(newCard);
        }
    }

    /**
     * Reads the card and makes sure that the weights are the ones it tells of.
     *
     * @throws IOException if a file is missing or damaged, or the two do not belong together
     */
    public static EncoderCard read(Path weights) throws IOException {
        EncoderCard card = EncoderCard.read(weights);
        if (!sha256(weights).equals(card.sha256())) {
            throw new IOException("The encoder " + weights + " and its card do not belong together: the hash differs. "
                + "Copy both files again from where they were written.");
        }
        check(weights, card.architecture(), Safetensors.shapes(weights));
        return card;
    }

    /**
     * Makes sure that a file has the arrays of an architecture.
     *
     * @throws IOException if it has not, naming what is missing, surplus or of another shape
     */
    static void check(Path weights, EncoderArchitecture architecture, Map<String, long[]> shapes) throws IOException {
        List<String> misfits = EncoderArrays.misfits(architecture, shapes);
        if (!misfits.isEmpty()) {
            String more = misfits.size() > NAMED ? " and " + (misfits.size() - NAMED) + " more" : "";
            throw new IOException("The arrays of " + weights + " are not those of the encoder: "
                + String.join("; ", misfits.subList(0, Math.min(NAMED, misfits.size()))) + more
                + ". Choose weights of this very architecture.");
        }
    }

    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    static String sha256(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The encoder's weights " + file + " are missing. Copy both of its files together.");
        }
        try (InputStream bytes = Files.newInputStream(file);
            DigestInputStream stream = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

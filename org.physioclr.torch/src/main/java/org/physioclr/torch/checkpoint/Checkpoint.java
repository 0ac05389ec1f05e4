package org.physioclr.torch.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EncoderFiles;
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
        EncoderCard[] hashed = new EncoderCard[1];
        EncoderFiles.write(file, target -> Safetensors.write(target, weights), sha256 -> {
            hashed[0] = new EncoderCard(EncoderCard.FORMAT_VERSION, sha256, card.architecture(),
                card.preprocessing(), card.options(), card.recipe(), card.features(), card.data(), card.provenance(),
                card.curve());
            return Json.pretty(hashed[0]) + "\n";
        });
        return new Checkpoint(hashed[0], weights);
    }

    /**
     * Reads an encoder.
     *
     * @throws IOException if a file is missing or damaged, or the two do not belong together
     */
    public static Checkpoint read(Path file) throws IOException {
        return new Checkpoint(EncoderFiles.read(file), Safetensors.read(file));
    }
}

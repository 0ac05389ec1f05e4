package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/**
 * A checkpoint: all that the rest of a training depends on. Its arrays stay in the file until they are asked for.
 *
 * @param provenance what computed
 * @param state where the training stands
 * @param file the arrays by name: the network's, the optimiser's and, with early stopping, the best encoder's
 */
record SavedTraining(Map<String, String> provenance, TrainingState state, Path file) {

    private static final String BEST = "best.";

    /** All arrays in one map, to be written. */
    static Map<String, Safetensors.Source> sources(Map<String, Safetensors.Source> network,
            Map<String, Safetensors.Source> optimiser, Map<String, Tensor> best) {
        Map<String, Safetensors.Source> sources = new LinkedHashMap<>(network);
        sources.putAll(optimiser);
        if (best != null) {
            best.forEach((name, tensor) ->
                sources.put(BEST + name, new Safetensors.Source(tensor.shape(), tensor::values)));
        }
        return sources;
    }

    /** The arrays whose names are wanted. */
    Map<String, Tensor> read(Predicate<String> wanted) throws IOException {
        return Safetensors.read(file, wanted);
    }

    /** The arrays of the whole network. */
    Map<String, Tensor> network() throws IOException {
        return read(name -> !name.startsWith(AdamW.PREFIX) && !name.startsWith(BEST));
    }

    /** The best encoder's arrays; null if there is no such thing. */
    Map<String, Tensor> best() throws IOException {
        Map<String, Tensor> best = new LinkedHashMap<>();
        read(name -> name.startsWith(BEST)).forEach((name, tensor) -> best.put(name.substring(BEST.length()), tensor));
        return best.isEmpty() ? null : best;
    }
}

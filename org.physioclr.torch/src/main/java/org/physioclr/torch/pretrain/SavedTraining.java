package org.physioclr.torch.pretrain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.physioclr.torch.protocol.Tensor;

/**
 * A checkpoint: all that the rest of a training depends on.
 *
 * @param provenance what computed
 * @param state where the training stands
 * @param arrays by name: the network's, the optimiser's and, with early stopping, the best encoder's
 */
record SavedTraining(Map<String, String> provenance, TrainingState state, Map<String, Tensor> arrays) {

    private static final String BEST = "best.";

    /** All arrays in one map. */
    static Map<String, Tensor> arrays(Map<String, Tensor> network, Map<String, Tensor> optimiser,
            Map<String, Tensor> best) {
        Map<String, Tensor> arrays = new LinkedHashMap<>(network);
        arrays.putAll(optimiser);
        if (best != null) {
            best.forEach((name, tensor) -> arrays.put(BEST + name, tensor));
        }
        return arrays;
    }

    /** The arrays of the whole network. */
    Map<String, Tensor> network() {
        return select(name -> !name.startsWith(AdamW.PREFIX) && !name.startsWith(BEST), 0);
    }

    /** The best encoder's arrays; null if there is no such thing. */
    Map<String, Tensor> best() {
        Map<String, Tensor> best = select(name -> name.startsWith(BEST), BEST.length());
        return best.isEmpty() ? null : best;
    }

    private Map<String, Tensor> select(Predicate<String> wanted, int dropped) {
        Map<String, Tensor> selected = new LinkedHashMap<>();
        arrays.forEach((name, tensor) -> {
            if (wanted.test(name)) {
                selected.put(name.substring(dropped), tensor);
            }
        });
        return selected;
    }
}

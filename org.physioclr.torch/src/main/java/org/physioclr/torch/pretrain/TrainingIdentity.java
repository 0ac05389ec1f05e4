package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.physioclr.torch.data.Fingerprints;
import org.physioclr.torch.data.PreparedRecord;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;

import com.google.gson.JsonElement;

/**
 * What a training is of. A checkpoint is gone on from only if all of this is equal.
 *
 * @param options all settings but the time limit, which does not change what is learnt in an epoch
 * @param recipe the augmentation recipe's text
 * @param signals a hash of the signals in their order
 * @param people a hash of the records' names and patients in their order
 * @param features names and a hash of the feature columns, empty without
 * @param initial a hash of the weights to begin with, empty if they are random
 */
record TrainingIdentity(JsonElement options, String recipe, String signals, String people, String features,
        String initial) {

    private static final String TIME_LIMIT = "maxMinutes";

    TrainingIdentity {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(recipe, "recipe");
    }

    /** What a request and its prepared ECGs make a training of. */
    static TrainingIdentity of(Pretrain request, PreparedRecords records) throws IOException {
        JsonElement settings = Json.tree(request.options());
        settings.getAsJsonObject().getAsJsonObject("training").remove(TIME_LIMIT);
        MessageDigest people = Fingerprints.start();
        for (int index = 0; index < records.count(); index++) {
            PreparedRecord record = records.get(index);
            people.update((record.id() + '\n' + record.patient() + '\n').getBytes(StandardCharsets.UTF_8));
        }
        String features = request.features() == null ? ""
            : String.join(", ", request.featureNames()) + " " + Fingerprints.of(Path.of(request.features()));
        return new TrainingIdentity(settings, request.recipe(), records.fingerprint(), Fingerprints.text(people),
            features, request.initial() == null ? "" : Fingerprints.of(Path.of(request.initial())));
    }

    /** In what another one, there before, differs from this one; phrases for people, none if they are equal. */
    List<String> differencesFrom(TrainingIdentity before) {
        List<String> phrases = new ArrayList<>();
        Map<String, String> here = new LinkedHashMap<>();
        Map<String, String> there = new LinkedHashMap<>();
        flatten("", options, here);
        flatten("", before.options, there);
        here.put("augmentation recipe", recipe);
        there.put("augmentation recipe", before.recipe);
        there.forEach((name, value) -> here.putIfAbsent(name, "absent"));
        here.forEach((name, value) -> {
            String old = there.getOrDefault(name, "absent");
            if (!old.equals(value)) {
                phrases.add(name + " was \"" + old + "\" and is \"" + value + "\"");
            }
        });
        compare("the ECGs' signals or their order have changed", signals, before.signals, phrases);
        compare("the ECGs' names or patients have changed", people, before.people, phrases);
        compare("the feature columns have changed", features, before.features, phrases);
        compare("the encoder to continue from has changed", initial, before.initial, phrases);
        return phrases;
    }

    private static void compare(String change, String here, String there, List<String> phrases) {
        if (!Objects.equals(here, there)) {
            phrases.add(change);
        }
    }

    private static void flatten(String name, JsonElement tree, Map<String, String> leaves) {
        if (tree.isJsonObject()) {
            String prefix = name.isEmpty() ? "" : name + ".";
            tree.getAsJsonObject().entrySet()
                .forEach(entry -> flatten(prefix + entry.getKey(), entry.getValue(), leaves));
        } else {
            leaves.put(name, tree.isJsonPrimitive() ? tree.getAsString() : tree.toString());
        }
    }
}

package org.physioclr.torch.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the user should know of how views were paired, from an epoch's figures. */
final class TrainingWarnings {

    private static final double FEWEST_POSITIVES = 1;
    private static final double GREATEST_SHARE = 0.5;

    private TrainingWarnings() {
    }

    /** Sentences; none if all is well. */
    static List<String> of(PairingFigures first) {
        List<String> texts = new ArrayList<>();
        if (first.positivesPerView() < FEWEST_POSITIVES) {
            texts.add(String.format(Locale.ROOT, "A view had only %.2f positives on average: there is little to be "
                + "alike. Lower \"Positive above similarity\", use longer records, or switch on more views.",
                first.positivesPerView()));
        }
        if (first.positiveShare() > GREATEST_SHARE) {
            texts.add(String.format(Locale.ROOT, "%.0f %% of a batch were positives of a view: nearly everything is "
                + "pulled together. Raise \"Positive above similarity\" or the batch size.",
                100 * first.positiveShare()));
        }
        if (first.withoutNegatives() > 0) {
            texts.add(String.format(Locale.ROOT, "%.1f %% of the views had no negative in their batch: nothing "
                + "pushes them away from the others. Raise the batch size or \"Positive above similarity\".",
                100 * first.withoutNegatives()));
        }
        return texts;
    }
}

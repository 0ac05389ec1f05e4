package org.physioclr.torch.pretrain;

import java.util.ArrayList;
import java.util.List;

import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.Objective;

/** What an ECG is shown as to the encoder while it learns. */
enum View {

    /** A segment at a random place. */
    SEGMENT,
    /** The segment before or after it. */
    NEIGHBOUR,
    /** The segment with its heartbeats in another order. */
    SHUFFLED,
    /** The segment, augmented another time. */
    COPY;

    /** The views that a method compares; at least two, or none if nothing is learnt. */
    static List<View> of(PretrainOptions options) {
        return switch (options.method()) {
            case PHYSIOCLR -> physioClr(options.objective());
            case CMSC -> List.of(SEGMENT, NEIGHBOUR);
            case SIMCLR -> List.of(SEGMENT, COPY);
            case NONE -> List.of();
        };
    }

    /** With every view switched off a second copy remains, so that there is something to be alike. */
    private static List<View> physioClr(Objective objective) {
        List<View> views = new ArrayList<>(List.of(SEGMENT));
        if (objective.neighbour()) {
            views.add(NEIGHBOUR);
        }
        if (objective.beatShuffle()) {
            views.add(SHUFFLED);
        }
        if (views.size() == 1) {
            views.add(COPY);
        }
        return List.copyOf(views);
    }
}

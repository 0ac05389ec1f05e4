package org.physioclr.torch.pretrain;

import java.util.ArrayList;
import java.util.List;

import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.PretrainOptions;

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

    /** The views that a method shows; none if nothing is learnt. */
    static List<View> of(PretrainOptions options) {
        return switch (options.method()) {
            case PHYSIOCLR -> physioClr(options.contrast());
            case CMSC -> List.of(SEGMENT, NEIGHBOUR);
            case SIMCLR -> List.of(SEGMENT, COPY);
            case NONE -> List.of();
        };
    }

    /** With every view switched off a second copy remains, so that there is something to be alike. */
    private static List<View> physioClr(Contrast contrast) {
        if (!contrast.on()) {
            return List.of(SEGMENT);
        }
        List<View> views = new ArrayList<>(List.of(SEGMENT));
        boolean published = contrast.form() == Contrast.Form.AS_PUBLISHED;
        if (contrast.neighbour() && !published) { // there the next ECG of the batch passes for the neighbour
            views.add(NEIGHBOUR);
        }
        if (contrast.beatShuffle()) {
            views.add(SHUFFLED);
        }
        if (views.size() == 1 && !published) {
            views.add(COPY);
        }
        return List.copyOf(views);
    }
}

package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;

import java.util.Objects;

/**
 * The contrastive branch: views of ECGs that belong together are pulled together, others are pushed apart. CMSC and
 * SimCLR have views of their own; of the following they take temperature and lead masking.
 *
 * @param on whether there is this branch
 * @param form of the loss
 * @param neighbour whether the neighbouring segment of a record is a view
 * @param beatShuffle whether a copy with shuffled heartbeats is a view
 * @param features which ECGs of other patients are positives
 * @param temperature τ, which divides similarities; 0.01 to 10
 * @param leadMasking the probability that a lead of a view is masked where no recipe says otherwise; 0 to 1
 */
public record Contrast(boolean on, Form form, boolean neighbour, boolean beatShuffle, FeaturePositives features,
        double temperature, double leadMasking) {

    /** Forms of the loss. */
    public enum Form {
        /** Weighted SupCon: bounded below, no view its own positive, neighbours of the same record. */
        CORRECTED,
        /**
         * What the published code computes, only to compare with: each ECG is its own positive, the neighbour is the
         * next ECG of the batch, positives are absent from the denominator, so that the loss has no lower bound. It
         * takes one similarity δ⁺, and no weights.
         */
        AS_PUBLISHED
    }

    /** Two views at the method's temperature, without physiology. */
    public static final Contrast DEFAULT =
        new Contrast(true, Form.CORRECTED, true, true, FeaturePositives.NONE, 0.1, 0.25);

    public Contrast {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(features, "features");
        check("Temperature", temperature, 0.01, 10);
        check("Lead masking", leadMasking, 0, 1);
    }

    /** The same branch with other feature positives. */
    public Contrast with(FeaturePositives others) {
        return new Contrast(on, form, neighbour, beatShuffle, others, temperature, leadMasking);
    }
}

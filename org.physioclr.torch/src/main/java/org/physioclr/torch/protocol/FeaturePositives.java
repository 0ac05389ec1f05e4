package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;
import static org.physioclr.core.run.Range.checkPositive;

import java.util.Objects;

/**
 * When ECGs of different patients are positives of each other: when their physiology is alike, by the cosine similarity
 * of their standardised features.
 *
 * @param on whether they ever are; if not, all other patients are negatives
 * @param rule what similar means
 * @param positiveSimilarity δ⁺: from this similarity on, two ECGs are positives; -1 to 1. With {@code THRESHOLD}
 * @param negativeSimilarity δ⁻ ≤ δ⁺: below it they are negatives, in between they are neither. With {@code THRESHOLD}
 * @param topPercent q: this share of a batch's pairs are positives, the most similar ones; above 0 to 100. With
 *     {@code TOP_SHARE}
 * @param greyPercent the share of the pairs next in similarity that are neither; 0 to 100. With {@code TOP_SHARE}
 * @param weight λ of such positives, the other views of the same patient having 1; 0 to 10
 * @param soft whether λ is multiplied by the similarity
 */
public record FeaturePositives(boolean on, Rule rule, double positiveSimilarity, double negativeSimilarity,
        double topPercent, double greyPercent, double weight, boolean soft) {

    /** What similar means. */
    public enum Rule {
        /** A fixed similarity. */
        THRESHOLD,
        /** A rank among the pairs of a batch, which does not depend on how features are scaled. */
        TOP_SHARE
    }

    /** None: other patients are negatives. */
    public static final FeaturePositives NONE =
        new FeaturePositives(false, Rule.THRESHOLD, 0.5, 0.5, 10, 0, 0.5, false);

    public FeaturePositives {
        Objects.requireNonNull(rule, "rule");
        check("Positive above similarity", positiveSimilarity, -1, 1);
        check("Negative below similarity", negativeSimilarity, -1, positiveSimilarity);
        checkPositive("Most similar pairs [%]", topPercent);
        check("Most similar pairs [%]", topPercent, 0, 100);
        check("Pairs left out [%]", greyPercent, 0, 100);
        check("Weight of feature positives", weight, 0, 10);
    }

    /** Those from one similarity on, the others being negatives. */
    public static FeaturePositives above(double similarity, double weight) {
        return new FeaturePositives(true, Rule.THRESHOLD, similarity, similarity, 10, 0, weight, false);
    }
}

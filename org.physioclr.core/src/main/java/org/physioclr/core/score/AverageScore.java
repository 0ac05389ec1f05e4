package org.physioclr.core.score;

import java.util.List;

/**
 * An average over labels, named as what it is.
 *
 * @param kind which average
 * @param estimate its value with the interval of the patient bootstrap
 * @param labels the labels it covers: those with both outcomes
 */
public record AverageScore(Kind kind, Estimate estimate, List<String> labels) {

    /** The averages. */
    public enum Kind {
        /** The mean of the labels' AUROCs. */
        MACRO_AUROC("Macro AUROC"),
        /** The mean weighted by the number of positives. */
        WEIGHTED_AUROC("Weighted AUROC"),
        /** The AUROC of all labels' rows in one pool; rewards knowing which labels are common. */
        MICRO_AUROC("Micro AUROC"),
        /** The mean of the labels' average precisions. */
        MACRO_AVERAGE_PRECISION("Macro average precision");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The name for people. */
        public String title() {
            return title;
        }
    }

    public AverageScore {
        labels = List.copyOf(labels);
    }
}

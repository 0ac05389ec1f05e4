package org.physioclr.core.score;

import java.util.List;

/**
 * All figures of one set of predictions.
 *
 * @param labels one a label, in the table's order
 * @param averages one a kind, in the order of {@link AverageScore.Kind}
 * @param challenge the CinC 2021 challenge score, undefined with the reason if it can't be had
 * @param rows the table's
 * @param patients how many patients the rows belong to, unknown ones counted each
 * @param affectedReplicates bootstrap replicates that lost all positives or all negatives of at least one label and had
 *     to draw that label by outcome
 * @param warnings what a reader of the figures must know
 */
public record Scores(List<LabelScore> labels, List<AverageScore> averages, Estimate challenge, int rows, int patients,
    int affectedReplicates, List<String> warnings) {

    public Scores {
        labels = List.copyOf(labels);
        averages = List.copyOf(averages);
        warnings = List.copyOf(warnings);
    }

    /** An average's estimate. */
    public Estimate average(AverageScore.Kind kind) {
        return averages.get(kind.ordinal()).estimate();
    }
}

package org.physioclr.core.score;

import java.util.List;

/**
 * Two sets of predictions compared on the same rows. Neither test knows how another training run would have come out;
 * several seeds or draws do, see {@link DrawSummary}.
 *
 * @param labels one a label that either set has
 * @param macroFirst the mean AUROC of the first set over the labels of {@code macroLabels}; NaN if there are none
 * @param macroSecond that of the second set
 * @param macroDifference first minus second, with the interval of the paired patient bootstrap
 * @param macroP the bootstrap's two-sided probability of no difference; NaN if undefined
 * @param macroLabels the labels of the macro averages: those defined in both sets
 * @param rows how many rows both have
 * @param onlyInFirst rows left out because the second set lacks them
 * @param onlyInSecond rows left out because the first set lacks them
 * @param affectedReplicates as in {@link Scores}
 */
public record Comparison(List<LabelComparison> labels, double macroFirst, double macroSecond, Estimate macroDifference,
    double macroP, List<String> macroLabels, int rows, int onlyInFirst, int onlyInSecond, int affectedReplicates) {

    public Comparison {
        labels = List.copyOf(labels);
        macroLabels = List.copyOf(macroLabels);
    }
}

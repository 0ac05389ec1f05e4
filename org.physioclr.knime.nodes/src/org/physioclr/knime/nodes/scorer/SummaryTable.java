package org.physioclr.knime.nodes.scorer;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.physioclr.core.score.AverageScore;
import org.physioclr.core.score.Estimate;
import org.physioclr.core.score.Scores;

/** The output "Summary": the averages over labels, named as what they are, and the challenge score. */
final class SummaryTable {

    static final String CHALLENGE = "CinC 2021 challenge score";

    static final DataTableSpec SPEC = Columns.ofBlock().text("Figure").estimate("Value")
        .integer("Labels", "Rows", "Patients", "Replicates with a lost label").text("Labels covered", "Reason").spec();

    private SummaryTable() {
    }

    static void add(BlockScores block, boolean withChallenge, OutputTable table) {
        Scores scores = block.scores();
        for (AverageScore average : scores.averages()) {
            add(block, average.kind().title(), average.estimate(), average.labels(), table);
        }
        if (withChallenge) {
            add(block, CHALLENGE, scores.challenge(), List.of(), table);
        }
    }

    private static void add(BlockScores block, String figure, Estimate estimate, List<String> labels,
        OutputTable table) {
        boolean isAverage = !figure.equals(CHALLENGE);
        table.cells(block.key().cells()).text(figure).estimate(estimate);
        if (isAverage) {
            table.integer(labels.size());
        } else {
            table.missing("it covers the classes of the reward matrix");
        }
        table.integer(block.scores().rows()).integer(block.scores().patients());
        if (isAverage) {
            table.integer(block.scores().affectedReplicates()).text(String.join(", ", labels));
        } else {
            table.missing("it has no interval").missing("it covers the classes of the reward matrix");
        }
        table.text(estimate.reason()).endRow();
    }
}

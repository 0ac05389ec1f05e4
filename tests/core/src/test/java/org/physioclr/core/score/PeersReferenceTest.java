package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.testing.TestData;

/** All cases that scikit-learn 1.2.1 was asked for, awkward ones too; the averages through the whole scoring. */
class PeersReferenceTest {

    private static final int MACRO = 6;
    private static final int SK_MACRO = 7;
    private static final int SK_MICRO = 8;
    private static final int SK_WEIGHTED = 9;

    @Test
    void everyLabelAndAverageAgrees() throws IOException {
        Path reference = TestData.path("reference/roc_expected.csv");
        List<String> lines = Files.readAllLines(reference);
        int cases = 0;
        int averages = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
            ScoreTable table = table(Files.readAllLines(reference.resolveSibling("roc").resolve(fields[0] + ".csv")),
                Integer.parseInt(fields[3]));
            Scores scores = Scoring.score(table, new double[table.labels().size()], Optional.empty(),
                new ScoringOptions(IntervalMethod.NEWCOMBE, false, 0.95, 100, new Seed(1), 10), Progress.NONE);
            for (int label = 0; label < table.labels().size(); label++) {
                LabelScore score = scores.labels().get(label);
                check(fields[0], fields[4].split("\\|")[label], score.auroc(), 1e-12);
                // scikit-learn gives 1 for a label without negatives; here no curve means no average precision.
                if (score.auroc().isDefined()) {
                    check(fields[0], fields[5].split("\\|")[label], score.averagePrecision(), 1e-10);
                }
            }
            check(fields[0], fields[MACRO], scores.average(AverageScore.Kind.MACRO_AUROC), 1e-12);
            if (!fields[SK_MACRO].isEmpty() && !fields[SK_MACRO].startsWith("ERROR")) {
                check(fields[0], fields[SK_MACRO], scores.average(AverageScore.Kind.MACRO_AUROC), 1e-12);
                check(fields[0], fields[SK_MICRO], scores.average(AverageScore.Kind.MICRO_AUROC), 1e-12);
                check(fields[0], fields[SK_WEIGHTED], scores.average(AverageScore.Kind.WEIGHTED_AUROC), 1e-12);
                averages++;
            }
            cases++;
        }
        assertEquals(17, cases);
        assertTrue(averages > 0, "no case with scikit-learn's averages");
    }

    private static void check(String name, String expected, Estimate estimate, double tolerance) {
        if (expected.startsWith("UNDEFINED")) {
            assertTrue(Double.isNaN(estimate.value()), name);
            assertFalse(estimate.reason().isEmpty(), name);
        } else {
            assertEquals(Double.parseDouble(expected), estimate.value(), tolerance, name);
        }
    }

    private static ScoreTable table(List<String> lines, int labels) {
        int rows = lines.size() - 1;
        byte[][] truth = new byte[labels][rows];
        double[][] scores = new double[labels][rows];
        for (int row = 0; row < rows; row++) {
            String[] fields = lines.get(row + 1).split(",");
            for (int label = 0; label < labels; label++) {
                truth[label][row] = Byte.parseByte(fields[label]);
                scores[label][row] = Double.parseDouble(fields[labels + label]);
            }
        }
        List<String> names = IntStream.range(0, rows).mapToObj(row -> "r" + row).toList();
        return new ScoreTable(IntStream.range(0, labels).mapToObj(label -> "L" + label).toList(), names,
            names.stream().map(name -> "").toList(), truth, scores);
    }
}

package org.physioclr.knime.nodes.scorer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.physioclr.core.run.Progress;
import org.physioclr.core.score.Calibration;
import org.physioclr.core.score.Comparison;
import org.physioclr.core.score.LabelScore;
import org.physioclr.core.score.RewardMatrix;
import org.physioclr.core.score.Scores;
import org.physioclr.core.score.Scoring;
import org.physioclr.core.score.ScoringOptions;

/** Scores the blocks of tables of predictions and compares those of the first table with those of the others. */
final class ScorerRun {

    private final ScoringOptions options;
    private final Optional<RewardMatrix> rewards;
    private final Warnings warnings = new Warnings();
    private final List<BlockScores> scored = new ArrayList<>();
    private final List<BlockPair> pairs = new ArrayList<>();

    ScorerRun(AurocScorerParameters parameters) throws IOException {
        options = parameters.toOptions();
        rewards = parameters.rewardMatrix();
    }

    /**
     * Scores tables and compares.
     *
     * @param tables the one to compare, and those to compare it with, if any
     */
    void run(List<BufferedDataTable> tables, Progress progress) throws InvalidSettingsException {
        List<Block> blocks = new ArrayList<>();
        int ofFirst = 0;
        for (int i = 0; i < tables.size(); i++) {
            List<Block> read = read(tables.get(i), tableName(i, tables.size()), progress);
            Set<String> taken = blocks.stream().map(block -> block.key().encoder()).collect(Collectors.toSet());
            for (Block block : read) {
                blocks.add(taken.contains(block.key().encoder()) ? block.ofTable(i + 1) : block);
            }
            ofFirst = i == 0 ? blocks.size() : ofFirst;
        }
        score(blocks, progress.child(0, tables.size() == 1 ? 1 : 0.5));
        if (tables.size() > 1) {
            compare(blocks.subList(0, ofFirst), blocks.subList(ofFirst, blocks.size()), progress.child(0.5, 1));
        }
    }

    /** What messages call an input table. */
    static String tableName(int index, int tables) {
        return index == 0 ? AurocScorerFactory.PREDICTIONS
            : AurocScorerFactory.COMPARED + (tables == 2 ? "" : " " + index);
    }

    private List<Block> read(BufferedDataTable table, String name, Progress progress) throws InvalidSettingsException {
        progress.report(Double.NaN, "Reading " + name);
        BlockReader reader = new BlockReader(PredictionColumns.of(table.getDataTableSpec(), name), name);
        List<Block> blocks = reader.read(table, progress);
        warnings.addAll(reader.warnings());
        if (table.size() == 0) {
            warnings.addAll(List.of(name + ": there are no rows, so nothing can be estimated"));
        }
        return blocks;
    }

    private void score(List<Block> blocks, Progress progress) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Scores scores = Scoring.score(block.table(), block.thresholds(), rewards, options,
                part(progress, i, blocks.size(), block.key().title()));
            scores.warnings().forEach(warning -> warnings.add(block.key().title(), warning));
            warnAboutProbabilities(block.key(), scores);
            scored.add(new BlockScores(block.key(), scores));
        }
    }

    private void warnAboutProbabilities(Block.Key key, Scores scores) {
        List<String> labels = scores.labels().stream().filter(score -> !isCalibrated(score)).map(LabelScore::label)
            .toList();
        if (!labels.isEmpty()) {
            warnings.add(key.title(), "Scores outside [0, 1] are no probabilities, so calibration is missing for "
                + String.join(", ", labels));
        }
    }

    private static boolean isCalibrated(LabelScore score) {
        Calibration calibration = score.calibration();
        return calibration.rows() > 0 || score.positives() + score.negatives() == 0;
    }

    private void compare(List<Block> blocks, List<Block> others, Progress progress) {
        List<Block[]> matches = new ArrayList<>();
        for (Block block : blocks) {
            for (Block other : others) {
                if (block.key().sharesTraining(other.key())) {
                    matches.add(new Block[] {block, other});
                }
            }
        }
        if (matches.isEmpty()) {
            warnings.addAll(List.of("Nothing was compared: the tables have no label fraction and draw in common"));
        }
        for (int i = 0; i < matches.size(); i++) {
            compare(matches.get(i)[0], matches.get(i)[1], part(progress, i, matches.size(), "Comparison"));
        }
    }

    private void compare(Block block, Block other, Progress progress) {
        Comparison comparison = Scoring.compare(block.table(), other.table(), options, progress);
        BlockPair pair = new BlockPair(block.key(), other.key(), comparison);
        if (comparison.onlyInFirst() + comparison.onlyInSecond() > 0) {
            warnings.add(pair.title(), "Compared on " + comparison.rows() + " common records; left out were "
                + comparison.onlyInFirst() + " that only the first table has and " + comparison.onlyInSecond()
                + " that only the second has");
        }
        pairs.add(pair);
    }

    /** The progress of one of several equal parts, its messages named after the part. */
    private static Progress part(Progress progress, int index, int count, String title) {
        return progress.child((double) index / count, (index + 1.0) / count)
            .of(title + " (" + (index + 1) + "/" + count + ")");
    }

    ScoringOptions options() {
        return options;
    }

    boolean hasChallenge() {
        return rewards.isPresent();
    }

    List<BlockScores> scored() {
        return scored;
    }

    List<BlockPair> pairs() {
        return pairs;
    }

    List<String> warnings() {
        return warnings.lines();
    }
}

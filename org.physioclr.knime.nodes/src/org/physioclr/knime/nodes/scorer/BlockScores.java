package org.physioclr.knime.nodes.scorer;

import org.physioclr.core.score.Scores;

/** The figures of one block. */
record BlockScores(Block.Key key, Scores scores) {
}

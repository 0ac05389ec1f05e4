package org.physioclr.knime.nodes.scorer;

import java.math.BigDecimal;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.def.IntCell;
import org.physioclr.core.score.ScoreTable;
import org.physioclr.knime.nodes.bridge.Cells;

/**
 * The predictions of one fitted probe: they are scored together and never pooled with others.
 *
 * @param key what the probe was fitted on
 * @param table the predictions beside the truth
 * @param thresholds {@code [label]}; NaN for none
 */
record Block(Key key, ScoreTable table, double[] thresholds) {

    /** This block under a name that says which table it is of. */
    Block ofTable(int number) {
        String encoder = key.encoder().isEmpty() ? "Table " + number : key.encoder() + " (" + number + ")";
        return new Block(new Key(encoder, key.fractionPercent(), key.draw()), table, thresholds);
    }

    /**
     * What a probe was fitted on.
     *
     * @param encoder empty if not stated
     * @param fractionPercent the share of training labels; NaN if not stated
     * @param draw which draw of that share; -1 if not stated
     */
    record Key(String encoder, double fractionPercent, int draw) {

        /** The cells that every output table begins with. */
        List<DataCell> cells() {
            return List.of(Cells.of(encoder), Cells.of(fractionPercent),
                draw < 0 ? Cells.missing("unknown") : new IntCell(draw));
        }

        /** Whether both may be fitted on the same training labels; what is not stated stands in nobody's way. */
        boolean sharesTraining(Key other) {
            boolean sameFraction = Double.isNaN(fractionPercent) || Double.isNaN(other.fractionPercent)
                || fractionPercent == other.fractionPercent;
            return sameFraction && (draw < 0 || other.draw < 0 || draw == other.draw);
        }

        /** For people, such as {@code "Pretrained · 10 % · draw 2"}; "All rows" if nothing is stated. */
        String title() {
            String title = encoder;
            if (!Double.isNaN(fractionPercent)) {
                title += (title.isEmpty() ? "" : " · ") + plain(fractionPercent) + " %";
            }
            if (draw >= 0) {
                title += (title.isEmpty() ? "" : " · ") + "draw " + draw;
            }
            return title.isEmpty() ? "All rows" : title;
        }

        /** Without the ".0" that Java adds to whole numbers. */
        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }
}

package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.run.Progress;
import org.physioclr.core.score.Truth;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.RowTally;

/** Reads a table of predictions into its blocks, in the order of their first rows. */
final class BlockReader {

    private static final Block.Key UNSTATED = new Block.Key("", Double.NaN, -1);

    private final PredictionColumns columns;
    private final String table;
    private final Map<Block.Key, BlockBuilder> builders = new LinkedHashMap<>();
    private final RowTally strangers = new RowTally();
    private final RowTally repeated = new RowTally();

    BlockReader(PredictionColumns columns, String table) {
        this.columns = columns;
        this.table = table;
    }

    /**
     * Reads all rows; a table without rows is one block without rows.
     *
     * @throws IllegalArgumentException naming table, column and row if a value can't be used
     */
    List<Block> read(BufferedDataTable rows, Progress progress) {
        try (CloseableRowIterator iterator = rows.iterator()) {
            while (iterator.hasNext()) {
                progress.checkCancelled();
                add(iterator.next());
            }
        }
        if (builders.isEmpty()) {
            builders.put(UNSTATED, new BlockBuilder(columns.labels()));
        }
        List<Block> blocks = new ArrayList<>();
        builders.forEach((key, builder) -> blocks.add(builder.build(key, table)));
        return blocks;
    }

    /** What a user should know about the table. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!columns.withoutTruth().isEmpty()) {
            warnings.add(table + ": not scored, as there is no column with the truth: "
                + String.join(", ", columns.withoutTruth()));
        }
        if (columns.patient() < 0) {
            warnings.add(table + ": there is no column Patient, so every row counts as a patient of its own");
        }
        strangers.warning("row has no known patient and counts as a patient of its own",
            "rows have no known patient and count as patients of their own")
            .ifPresent(warning -> warnings.add(table + ": " + warning));
        String why = " a record with the same truth and scores, as windows of one ECG do; each record counts once";
        repeated.warning("row repeats" + why, "rows repeat" + why)
            .ifPresent(warning -> warnings.add(table + ": " + warning));
        return warnings;
    }

    private void add(DataRow row) {
        String key = row.getKey().getString();
        String patient = text(row, columns.patient());
        if (columns.patient() >= 0 && patient.isEmpty()) {
            strangers.add(key);
        }
        String record = text(row, columns.record());
        BlockBuilder builder = builders.computeIfAbsent(key(row), block -> new BlockBuilder(columns.labels()));
        byte[] truth = new byte[columns.labels().size()];
        double[] scores = new double[truth.length];
        for (int label = 0; label < truth.length; label++) {
            PredictionColumns.LabelColumns at = columns.labels().get(label);
            truth[label] = truth(row, at);
            scores[label] = Cells.number(row.getCell(at.score()));
            if (at.threshold() >= 0) {
                setThreshold(builder, label, row, at);
            }
        }
        int differing = builder.add(record.isEmpty() ? key : record, patient, truth, scores);
        if (differing == BlockBuilder.REPEATED) {
            repeated.add(key);
        } else if (differing >= 0) {
            throw error(columns.labels().get(differing).label(), row, "the record " + record + " has come before with "
                + "another truth or score", "Each record is scored once for each encoder, label fraction and draw; "
                + "remove the duplicates, or average the rows of a record first, if they are windows of it");
        }
    }

    private Block.Key key(DataRow row) {
        double draw = number(row, columns.draw());
        if (draw < 0 || draw != (int) draw && !Double.isNaN(draw)) {
            throw error(PredictionColumns.DRAW, row, "there is the number " + draw, "Draws are counted: 0, 1, 2 …");
        }
        return new Block.Key(text(row, columns.encoder()), number(row, columns.fraction()),
            Double.isNaN(draw) ? -1 : (int) draw);
    }

    private byte truth(DataRow row, PredictionColumns.LabelColumns at) {
        DataCell cell = row.getCell(at.truth());
        if (cell.isMissing()) {
            return Truth.MISSING;
        }
        if (cell instanceof DoubleValue value) {
            double number = value.getDoubleValue();
            if (number == 0 || number == 1) {
                return number == 1 ? Truth.POSITIVE : Truth.NEGATIVE;
            }
        } else if (cell instanceof StringValue value) {
            String text = value.getStringValue();
            if (text.equals("0") || text.equals("1")) {
                return text.equals("1") ? Truth.POSITIVE : Truth.NEGATIVE;
            }
        }
        throw error(at.label(), row, "the truth is \"" + cell + "\"", "It must be 0, 1 or missing");
    }

    private void setThreshold(BlockBuilder builder, int label, DataRow row, PredictionColumns.LabelColumns at) {
        double threshold = Cells.number(row.getCell(at.threshold()));
        if (!Double.isNaN(threshold) && !builder.agreesOnThreshold(label, threshold)) {
            throw error("Threshold (" + at.label() + ")", row, threshold + " differs from the rows before",
                "All rows of one encoder, label fraction and draw have the same threshold");
        }
    }

    private IllegalArgumentException error(String column, DataRow row, String cause, String remedy) {
        return new IllegalArgumentException("Table " + table + ", column " + column + ", row "
            + row.getKey().getString() + ": " + cause + ". " + remedy + ".");
    }

    private static String text(DataRow row, int column) {
        return column < 0 || row.getCell(column).isMissing() ? "" : row.getCell(column).toString();
    }

    private static double number(DataRow row, int column) {
        return column < 0 ? Double.NaN : Cells.number(row.getCell(column));
    }
}

package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.physioclr.knime.nodes.bridge.EcgTable;

/**
 * Where a table of predictions has what. Needed are a truth column {@code L} and a column {@code P (L=1)} for at least
 * one label L; what else the Linear Probe gives may be absent.
 *
 * @param record what a row is a prediction for; -1 if there is no such column, as for the next ones
 * @param patient whose the row is
 * @param encoder what made the prediction
 * @param fraction the share of training labels it was made from, in percent
 * @param draw which draw of that share
 * @param labels one a label, in the order of their score columns
 * @param withoutTruth the score columns that have no truth column
 */
record PredictionColumns(int record, int patient, int encoder, int fraction, int draw, List<LabelColumns> labels,
    List<String> withoutTruth) {

    static final String ENCODER = "Encoder";
    static final String FRACTION = "Label fraction [%]";
    static final String DRAW = "Draw";

    private static final Pattern SCORE = Pattern.compile("P \\((.*)=1\\)");

    /**
     * The columns of a label.
     *
     * @param label its name
     * @param truth the index of the column of that name
     * @param score that of {@code P (L=1)}
     * @param threshold that of {@code Threshold (L)}, -1 if there is none
     */
    record LabelColumns(String label, int truth, int score, int threshold) {
    }

    /**
     * Finds the columns.
     *
     * @param spec the table's
     * @param table how to call it in messages, such as "Predictions"
     * @throws InvalidSettingsException if there is no pair of columns, or a column has the wrong type
     */
    static PredictionColumns of(DataTableSpec spec, String table) throws InvalidSettingsException {
        List<LabelColumns> labels = new ArrayList<>();
        List<String> withoutTruth = new ArrayList<>();
        for (String name : spec.getColumnNames()) {
            Matcher score = SCORE.matcher(name);
            if (score.matches() && spec.containsName(score.group(1))) {
                labels.add(label(spec, score.group(1), name, table));
            } else if (score.matches()) {
                withoutTruth.add(name);
            }
        }
        if (labels.isEmpty()) {
            throw new InvalidSettingsException("The table " + table + " has no pair of columns \"L\" and \"P (L=1)\" "
                + (withoutTruth.isEmpty() ? "" : "(" + withoutTruth.get(0) + " has no truth column) ")
                + "with the truth and the score of a label L. Connect the predictions of the Linear Probe, or rename "
                + "the columns.");
        }
        return new PredictionColumns(spec.findColumnIndex(EcgTable.RECORD), spec.findColumnIndex(EcgTable.PATIENT),
            find(spec, ENCODER, StringValue.class, table).orElse(-1),
            find(spec, FRACTION, DoubleValue.class, table).orElse(-1),
            find(spec, DRAW, DoubleValue.class, table).orElse(-1), labels, withoutTruth);
    }

    private static LabelColumns label(DataTableSpec spec, String label, String score, String table)
        throws InvalidSettingsException {
        int truth = spec.findColumnIndex(label);
        if (!is(spec, truth, StringValue.class) && !is(spec, truth, DoubleValue.class)) {
            throw new InvalidSettingsException("The column \"" + label + "\" of the table " + table
                + " is to hold the truth about a label, but has the type " + spec.getColumnSpec(truth).getType()
                + ". It must hold 0 and 1, as numbers, text or truth values.");
        }
        return new LabelColumns(label, truth, find(spec, score, DoubleValue.class, table).orElseThrow(),
            find(spec, "Threshold (" + label + ")", DoubleValue.class, table).orElse(-1));
    }

    private static Optional<Integer> find(DataTableSpec spec, String name, Class<? extends DataValue> type,
        String table) throws InvalidSettingsException {
        int index = spec.findColumnIndex(name);
        if (index >= 0 && !is(spec, index, type)) {
            throw new InvalidSettingsException("The column \"" + name + "\" of the table " + table + " has the type "
                + spec.getColumnSpec(index).getType() + ". It must hold " + (type == StringValue.class ? "text"
                    : "numbers") + "; convert it, or rename it if it is something else.");
        }
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    private static boolean is(DataTableSpec spec, int index, Class<? extends DataValue> type) {
        return spec.getColumnSpec(index).getType().isCompatible(type);
    }
}

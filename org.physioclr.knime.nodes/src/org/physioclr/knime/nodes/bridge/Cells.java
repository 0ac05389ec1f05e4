package org.physioclr.knime.nodes.bridge;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** Values to cells and back; what is missing in the one is missing in the other. */
public final class Cells {

    private Cells() {
    }

    /** A number; NaN becomes a missing cell. */
    public static DataCell of(double value) {
        return Double.isNaN(value) ? missing("not measurable") : new DoubleCell(value);
    }

    /** A text; null and the empty string become a missing cell. */
    public static DataCell of(String value) {
        return value == null || value.isEmpty() ? missing("unknown") : new StringCell(value);
    }

    public static DataCell of(OptionalInt value) {
        return value.isPresent() ? new IntCell(value.getAsInt()) : missing("unknown");
    }

    public static DataCell of(OptionalDouble value) {
        return value.isPresent() ? new DoubleCell(value.getAsDouble()) : missing("unknown");
    }

    /** A missing cell that says why. */
    public static DataCell missing(String reason) {
        return new MissingCell(reason);
    }

    /** The cell's number, NaN if it is missing. */
    public static double number(DataCell cell) {
        return cell.isMissing() ? Double.NaN : ((DoubleValue) cell).getDoubleValue();
    }

    /** The cell's integer, or {@code absent} if it is missing. */
    public static int integer(DataCell cell, int absent) {
        return cell.isMissing() ? absent : ((IntValue) cell).getIntValue();
    }

    /** The cell's text, empty if it is missing. */
    public static String text(DataCell cell) {
        return cell.isMissing() ? "" : ((StringValue) cell).getStringValue();
    }
}

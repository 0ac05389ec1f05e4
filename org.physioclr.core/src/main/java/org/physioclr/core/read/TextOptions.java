package org.physioclr.core.read;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What to assume of text tables (CSV, TSV), which say less about themselves than other formats.
 *
 * @param rateHz samples a second where neither a time column nor a comment tells; empty to refuse such files
 * @param unit the unit of columns that state none
 * @param firstRow whether names come first
 * @param firstColumn whether it is a signal
 */
public record TextOptions(OptionalDouble rateHz, Unit unit, FirstRow firstRow, FirstColumn firstColumn) {

    /** The unit of columns that state none. */
    public enum Unit {
        /** From the signal's size: an ECG spans about 0.05 to 30 mV. What is taken is remarked in the quality. */
        BY_SIZE(""), MILLIVOLT("mV"), MICROVOLT("uV"), VOLT("V");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** As files write it; empty for {@link #BY_SIZE}. */
        public String symbol() {
            return symbol;
        }
    }

    /** What the first row holds. */
    public enum FirstRow {
        /** Names, if a cell is no number. */
        AUTOMATIC, NAMES, SAMPLES
    }

    /** What the first column holds. */
    public enum FirstColumn {
        /** The time, if it is named so or counts up evenly. */
        AUTOMATIC, SIGNAL
    }

    /** Everything is found out; files that tell no rate are refused. */
    public static final TextOptions DEFAULT = new TextOptions(OptionalDouble.empty(), Unit.BY_SIZE,
        FirstRow.AUTOMATIC, FirstColumn.AUTOMATIC);

    public TextOptions {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(firstRow, "firstRow");
        Objects.requireNonNull(firstColumn, "firstColumn");
        if (rateHz.isPresent() && !(rateHz.getAsDouble() > 0 && rateHz.getAsDouble() <= 1e6)) {
            throw new IllegalArgumentException("The sampling rate of text files must lie between 0 and 1,000,000 Hz, "
                + "not at " + rateHz.getAsDouble() + " Hz");
        }
    }
}

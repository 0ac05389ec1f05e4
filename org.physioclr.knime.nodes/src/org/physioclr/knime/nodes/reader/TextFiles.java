package org.physioclr.knime.nodes.reader;

import java.util.Optional;
import java.util.OptionalDouble;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.physioclr.core.read.TextOptions;

/** What to assume of text files, which say less about themselves than other formats. */
@LoadDefaultsForAbsentFields
public final class TextFiles implements NodeParameters {

    /** The unit of columns that state none. */
    enum Unit {
        @Label("By size")
        BY_SIZE(TextOptions.Unit.BY_SIZE),
        @Label("mV")
        MILLIVOLT(TextOptions.Unit.MILLIVOLT),
        @Label("µV")
        MICROVOLT(TextOptions.Unit.MICROVOLT),
        @Label("V")
        VOLT(TextOptions.Unit.VOLT);

        private final TextOptions.Unit unit;

        Unit(TextOptions.Unit unit) {
            this.unit = unit;
        }
    }

    /** What the first row holds. */
    enum FirstRow {
        @Label("Automatic")
        AUTOMATIC(TextOptions.FirstRow.AUTOMATIC),
        @Label("Names")
        NAMES(TextOptions.FirstRow.NAMES),
        @Label("Samples")
        SAMPLES(TextOptions.FirstRow.SAMPLES);

        private final TextOptions.FirstRow row;

        FirstRow(TextOptions.FirstRow row) {
            this.row = row;
        }
    }

    /** What the first column holds. */
    enum FirstColumn {
        @Label("Automatic")
        AUTOMATIC(TextOptions.FirstColumn.AUTOMATIC),
        @Label("A lead")
        SIGNAL(TextOptions.FirstColumn.SIGNAL);

        private final TextOptions.FirstColumn column;

        FirstColumn(TextOptions.FirstColumn column) {
            this.column = column;
        }
    }

    @Widget(title = "Sampling rate of text files [Hz]", description = """
            For CSV and TSV files that have neither a time column nor a comment with their rate. Left out, such files
            are rejected.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    Optional<Double> rateHz = Optional.empty();

    @Widget(title = "Unit", description = """
            The unit of columns whose name states none, as in I [mV]. By size takes the one in which the signal spans
            what an ECG can, and remarks it in the column Quality.
            """)
    @ValueSwitchWidget
    Unit unit = Unit.BY_SIZE;

    @Widget(title = "First row", description = """
            Whether it holds the names of the leads. Automatic takes it for names if a cell is no number.
            """)
    @ValueSwitchWidget
    FirstRow firstRow = FirstRow.AUTOMATIC;

    @Widget(title = "First column", description = """
            Automatic takes it for the time if it is named so or counts up evenly.
            """)
    @ValueSwitchWidget
    FirstColumn firstColumn = FirstColumn.AUTOMATIC;

    /**
     * The settings as the reader takes them.
     *
     * @throws IllegalArgumentException if the rate is out of range
     */
    TextOptions toOptions() {
        return new TextOptions(rateHz.map(OptionalDouble::of).orElse(OptionalDouble.empty()), unit.unit, firstRow.row,
            firstColumn.column);
    }
}

package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.knime.nodes.bridge.EcgTable;

/** The columns of an output table, in order. */
final class Columns {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    /** The columns that say which block a row is about. */
    static Columns ofBlock() {
        return new Columns().text(PredictionColumns.ENCODER).number(PredictionColumns.FRACTION)
            .integer(PredictionColumns.DRAW);
    }

    Columns text(String... names) {
        return add(StringCell.TYPE, names);
    }

    Columns integer(String... names) {
        return add(IntCell.TYPE, names);
    }

    Columns number(String... names) {
        return add(DoubleCell.TYPE, names);
    }

    /** A figure with the limits of its interval. */
    Columns estimate(String name) {
        return number(name, name + " low", name + " high");
    }

    DataTableSpec spec() {
        return new DataTableSpecCreator().addColumns(columns.toArray(DataColumnSpec[]::new)).createSpec();
    }

    private Columns add(DataType type, String... names) {
        for (String name : names) {
            columns.add(EcgTable.column(name, type));
        }
        return this;
    }
}

package org.physioclr.knime.nodes.reader;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgTable;

/** The diagnoses that any record has, as label columns that are known only after all have been read. */
final class FoundLabels {

    private final Set<String> found = new TreeSet<>();

    void add(Collection<String> diagnoses) {
        found.addAll(diagnoses);
    }

    /** Adds a 0/1 column for every diagnosis. */
    BufferedDataTable appendTo(BufferedDataTable table, ExecutionContext context) throws CanceledExecutionException {
        DataTableSpec spec = table.getDataTableSpec();
        for (String label : found) {
            if (spec.containsName(label)) {
                throw new IllegalArgumentException("A record's diagnosis is \"" + label + "\", which is also the name "
                    + "of a column. Choose the label columns CinC 2021 in the dialog, or correct the record's header.");
            }
        }
        int diagnoses = EcgTable.indexOf(spec, "Diagnoses");
        String[] names = found.toArray(String[]::new);
        DataColumnSpec[] columns = found.stream().map(EcgTable::labelColumn).toArray(DataColumnSpec[]::new);
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(columns) {
            @Override
            public DataCell[] getCells(DataRow row) {
                return labels(row.getCell(diagnoses), names);
            }
        });
        return context.createColumnRearrangeTable(table, rearranger, context.createSubProgress(0));
    }

    private static DataCell[] labels(DataCell diagnoses, String[] names) {
        Set<String> present = new TreeSet<>();
        if (!diagnoses.isMissing()) {
            ((CollectionDataValue) diagnoses).forEach(cell -> present.add(cell.toString()));
        }
        DataCell[] cells = new DataCell[names.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = diagnoses.isMissing() ? Cells.missing("nobody has stated diagnoses")
                : new IntCell(present.contains(names[i]) ? 1 : 0);
        }
        return cells;
    }
}

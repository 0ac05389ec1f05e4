package org.physioclr.knime.nodes.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.core.label.PtbXl;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.knime.nodes.cell.EcgCell;

/** The columns that every table of ECGs from a source has, followed by a 0/1 column for each label. */
public final class EcgTable {

    /** The column with whose ECG a row is. */
    public static final String PATIENT = "Patient";

    /** The column with the record that a row is, or is a window of. */
    public static final String RECORD = "Record";

    /** The column with the fold of the data set's recommended split. */
    public static final String FOLD = "Fold";

    private EcgTable() {
    }

    /**
     * What a row says beside its signal.
     *
     * @param startSeconds where it begins in its record
     * @param ageYears NaN if unknown
     * @param sex empty if unknown
     * @param leads those that have samples
     * @param quality empty if nothing is wrong
     * @param annotated whether the ECG's source states diagnoses, possibly none
     * @param diagnoses the stated ones
     */
    public record About(double startSeconds, double ageYears, String sex, List<Lead> leads, String quality,
        boolean annotated, List<String> diagnoses) {
    }

    /**
     * The columns.
     *
     * @param labels the names of the label columns
     */
    public static DataTableSpec spec(List<String> labels) {
        return spec(false, labels);
    }

    /**
     * The columns.
     *
     * @param hasFolds whether there is a column {@link #FOLD}, which stands before the labels
     * @param labels the names of the label columns
     * @throws IllegalArgumentException if a label is called like another column
     */
    public static DataTableSpec spec(boolean hasFolds, List<String> labels) {
        List<DataColumnSpec> columns = new ArrayList<>(List.of(column("ECG", EcgCell.TYPE),
            column(PATIENT, StringCell.TYPE), column(RECORD, StringCell.TYPE), column("Start [s]", DoubleCell.TYPE),
            column("Age [y]", DoubleCell.TYPE), column("Sex", StringCell.TYPE), column("Rate [Hz]", DoubleCell.TYPE),
            column("Duration [s]", DoubleCell.TYPE), column("Leads", StringCell.TYPE),
            column("Quality", StringCell.TYPE), column("Diagnoses", SetCell.getCollectionType(StringCell.TYPE))));
        if (hasFolds) {
            columns.add(foldColumn());
        }
        Set<String> names = columns.stream().map(DataColumnSpec::getName).collect(Collectors.toSet());
        for (String label : labels) {
            if (!names.add(label)) {
                throw new IllegalArgumentException("A label is called \"" + label + "\", and there is another "
                    + "column of that name. Rename the label in the label file.");
            }
            columns.add(labelColumn(label));
        }
        return new DataTableSpecCreator().addColumns(columns.toArray(DataColumnSpec[]::new)).createSpec();
    }

    /** A column of 0 and 1. */
    public static DataColumnSpec labelColumn(String name) {
        return integerColumn(name, 0, 1);
    }

    /** Its domain keeps it from being taken for a label. */
    private static DataColumnSpec foldColumn() {
        return integerColumn(FOLD, 1, PtbXl.FOLDS);
    }

    private static DataColumnSpec integerColumn(String name, int lowest, int highest) {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(name, IntCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(new IntCell(lowest), new IntCell(highest)).createDomain());
        return creator.createSpec();
    }

    public static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /**
     * A row.
     *
     * @param key the row key
     * @param cell the stored signal
     * @param ecg the same signal; its identifier is the record's name
     * @param about what else there is to say
     * @param integers the fold, if there is a column for it, and the values of the label columns
     */
    public static DataRow row(String key, EcgCell cell, EcgRecord ecg, About about, List<OptionalInt> integers) {
        List<DataCell> cells = new ArrayList<>(List.of(cell, Cells.of(ecg.patient()), Cells.of(ecg.id()),
            Cells.of(about.startSeconds()), Cells.of(about.ageYears()), Cells.of(about.sex()), Cells.of(ecg.rateHz()),
            Cells.of(ecg.durationSeconds()),
            new StringCell(about.leads().stream().map(Lead::name).collect(Collectors.joining(", "))),
            new StringCell(about.quality()), about.annotated()
                ? CollectionCellFactory.createSetCell(about.diagnoses().stream().map(StringCell::new).toList())
                : Cells.missing("nobody has stated diagnoses")));
        integers.forEach(value -> cells.add(Cells.of(value)));
        return new DefaultRow(key, cells);
    }

    /** The names of a table's columns. */
    public static List<String> names(DataTableSpec spec) {
        return spec.stream().map(DataColumnSpec::getName).toList();
    }

    /** The index of a column that must be there. */
    public static int indexOf(DataTableSpec spec, String column) {
        int index = spec.findColumnIndex(column);
        if (index < 0) {
            throw new IllegalArgumentException("The input table has no column \"" + column
                + "\". Keep the columns that the ECG Reader gives.");
        }
        return index;
    }
}

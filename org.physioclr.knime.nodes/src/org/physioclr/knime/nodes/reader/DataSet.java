package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.knime.node.parameters.widget.choices.Label;
import org.physioclr.core.label.DataSetLabels;
import org.physioclr.core.label.KnownDataSet;
import org.physioclr.core.label.PtbXlLabels;

/** The public data sets whose labels and patients are known. */
enum DataSet {
    @Label("PTB-XL (superclasses)")
    PTB_XL(KnownDataSet.PTB_XL, PtbXlLabels.SUPERCLASS),
    @Label("PTB-XL (subclasses)")
    PTB_XL_SUBCLASS(KnownDataSet.PTB_XL, PtbXlLabels.SUBCLASS),
    @Label("PTB-XL (diagnostic statements)")
    PTB_XL_DIAGNOSTIC(KnownDataSet.PTB_XL, PtbXlLabels.DIAGNOSTIC),
    @Label("PTB-XL (statements about the form)")
    PTB_XL_FORM(KnownDataSet.PTB_XL, PtbXlLabels.FORM),
    @Label("PTB-XL (statements about the rhythm)")
    PTB_XL_RHYTHM(KnownDataSet.PTB_XL, PtbXlLabels.RHYTHM),
    @Label("PTB-XL (all statements)")
    PTB_XL_ALL(KnownDataSet.PTB_XL, PtbXlLabels.ALL),
    @Label("Chapman–Shaoxing–Ningbo")
    CHAPMAN_SHAOXING_NINGBO(KnownDataSet.CHAPMAN_SHAOXING_NINGBO, PtbXlLabels.ALL),
    @Label("Georgia")
    GEORGIA(KnownDataSet.GEORGIA, PtbXlLabels.ALL),
    @Label("CPSC 2018")
    CPSC_2018(KnownDataSet.CPSC_2018, PtbXlLabels.ALL),
    @Label("CODE-15%")
    CODE_15(KnownDataSet.CODE_15, PtbXlLabels.ALL),
    @Label("MIMIC-IV-ECG")
    MIMIC_IV_ECG(KnownDataSet.MIMIC_IV_ECG, PtbXlLabels.ALL),
    @Label("MIT-BIH Arrhythmia")
    MIT_BIH(KnownDataSet.MIT_BIH, PtbXlLabels.ALL),
    @Label("LUDB")
    LUDB(KnownDataSet.LUDB, PtbXlLabels.ALL),
    @Label("CinC 2020")
    CINC_2020(KnownDataSet.CINC_2020, PtbXlLabels.ALL),
    @Label("CinC 2021")
    CINC_2021(KnownDataSet.CINC_2021, PtbXlLabels.ALL);

    private final KnownDataSet known;
    private final PtbXlLabels labels;

    DataSet(KnownDataSet known, PtbXlLabels labels) {
        this.known = known;
        this.labels = labels;
    }

    /** The label columns, known before any file is read. */
    List<String> labels() {
        return known.labels(labels);
    }

    /** Whether its table says in which fold of the recommended split a record is. */
    boolean hasFolds() {
        return known.hasFolds();
    }

    /**
     * Opens the data set.
     *
     * @param folder that it was unpacked into, or one within
     * @throws IOException if a table that it needs is not there or can't be read
     */
    DataSetLabels open(Path folder) throws IOException {
        return known.open(folder, labels);
    }
}

package org.physioclr.core.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public data sets whose folders, labels, patients and recommended splits are known. None of them is bundled. */
public enum KnownDataSet {
    PTB_XL("PTB-XL", "https://physionet.org/content/ptb-xl/",
        "statements, patients and folds from ptbxl_database.csv; of both rates the one at 500 Hz is read"),
    CHAPMAN_SHAOXING_NINGBO("Chapman\u2013Shaoxing\u2013Ningbo", "https://physionet.org/content/ecg-arrhythmia/",
        "SNOMED-CT codes from the headers; every record is another patient"),
    GEORGIA("Georgia", "https://physionet.org/content/challenge-2021/",
        "SNOMED-CT codes from the headers; patients are not told"),
    CPSC_2018("CPSC 2018", "http://2018.icbeb.org/Challenge.html",
        "classes from REFERENCE.csv beside the MATLAB files, else SNOMED-CT codes from the headers"),
    CODE_15("CODE-15%", "https://zenodo.org/records/4916206",
        "six diagnoses and patients from exams.csv; its HDF5 files have to be converted to WFDB, record by exam_id"),
    MIMIC_IV_ECG("MIMIC-IV-ECG", "https://physionet.org/content/mimic-iv-ecg/",
        "patients from the folders' names; no labels"),
    MIT_BIH("MIT-BIH Arrhythmia", "https://physionet.org/content/mitdb/",
        "two leads; records 201 and 202 are of one patient; no labels of records"),
    LUDB("LUDB", "https://physionet.org/content/ludb/",
        "diagnoses in words from the headers; every record is another patient"),
    CINC_2020("CinC 2020", "https://physionet.org/content/challenge-2020/",
        "SNOMED-CT codes from the headers; classes that a source does not annotate are missing"),
    CINC_2021("CinC 2021", "https://physionet.org/content/challenge-2021/",
        "SNOMED-CT codes from the headers; classes that a source does not annotate are missing");

    private static final Pattern MIMIC_PATIENT = Pattern.compile("p(\\d{8})");

    private final String title;
    private final String source;
    private final String about;

    KnownDataSet(String title, String source, String about) {
        this.title = title;
        this.source = source;
        this.about = about;
    }

    /** The usual name. */
    public String title() {
        return title;
    }

    /** Where it is downloaded. */
    public String source() {
        return source;
    }

    /** What is taken from where, in a line. */
    public String about() {
        return about;
    }

    /**
     * The label columns, which are the same for every copy of the data set.
     *
     * @param ptbXl which labels PTB-XL has; ignored for the others
     */
    public List<String> labels(PtbXlLabels ptbXl) {
        return this == PTB_XL ? ptbXl.labels() : LabelScheme.CINC_26.fixedLabels();
    }

    /** Whether its table says in which fold of a recommended split a record is. */
    public boolean hasFolds() {
        return this == PTB_XL;
    }

    /**
     * Opens the data set at a folder: the one that it was unpacked into, or one within.
     *
     * @param ptbXl which labels PTB-XL has; ignored for the others
     * @throws IOException if a table that the data set needs is not there or can't be read
     */
    public DataSetLabels open(Path folder, PtbXlLabels ptbXl) throws IOException {
        return switch (this) {
            case PTB_XL -> PtbXl.read(folder, table(folder, PtbXl.TABLE), ptbXl);
            case CODE_15 -> Code15.read(table(folder, Code15.TABLE));
            case CPSC_2018 -> {
                Optional<Path> table = DataSetTable.find(folder, Cpsc2018.TABLE);
                yield table.isPresent() ? Cpsc2018.read(table.get()) : KnownDataSet::fromSource;
            }
            case CHAPMAN_SHAOXING_NINGBO, GEORGIA, CINC_2020, CINC_2021 -> KnownDataSet::fromSource;
            case MIMIC_IV_ECG -> KnownDataSet::mimic;
            case MIT_BIH -> file -> DataSetEntry.ofPatient(mitBihPatient(DataSetLabels.stem(file)));
            case LUDB -> file -> DataSetEntry.NONE;
        };
    }

    private Path table(Path folder, String name) throws IOException {
        return DataSetTable.find(folder, name).orElseThrow(() -> new IOException(title + ": neither " + folder
            + " nor a folder above it holds " + name + ". Choose the folder that the data set was unpacked into; it is "
            + "downloaded at " + source + "."));
    }

    private static DataSetEntry fromSource(Path file) {
        Set<String> unannotated = CincSource.ofRecord(DataSetLabels.stem(file)).map(CincSource::unannotated)
            .orElse(Set.of());
        return DataSetEntry.withUnannotated(unannotated);
    }

    /** Folders are called {@code p<patient>/s<study>}. */
    private static DataSetEntry mimic(Path file) {
        for (Path folder = file.toAbsolutePath().getParent(); folder != null && folder.getFileName() != null;
                folder = folder.getParent()) {
            Matcher matcher = MIMIC_PATIENT.matcher(folder.getFileName().toString());
            if (matcher.matches()) {
                return DataSetEntry.ofPatient(matcher.group(1));
            }
        }
        return DataSetEntry.NONE;
    }

    private static String mitBihPatient(String record) {
        return record.equals("202") ? "201" : record;
    }
}

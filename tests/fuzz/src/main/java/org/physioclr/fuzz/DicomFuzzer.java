package org.physioclr.fuzz;

/** DICOM files. */
public final class DicomFuzzer {

    private DicomFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(DicomFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFolder.read(FuzzFolder.write("r.dcm", data));
    }
}

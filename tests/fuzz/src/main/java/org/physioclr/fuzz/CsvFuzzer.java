package org.physioclr.fuzz;

/** Tables of samples. */
public final class CsvFuzzer {

    private CsvFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(CsvFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFolder.read(FuzzFolder.write("r.csv", data));
    }
}

package org.physioclr.fuzz;

/** EDF, EDF+ and BDF files. */
public final class EdfFuzzer {

    private EdfFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(EdfFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFolder.read(FuzzFolder.write("r.edf", data));
    }
}

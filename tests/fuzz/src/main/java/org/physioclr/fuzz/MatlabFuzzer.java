package org.physioclr.fuzz;

/** MATLAB files of level 5. */
public final class MatlabFuzzer {

    private MatlabFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(MatlabFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFolder.read(FuzzFolder.write("r.mat", data));
    }
}

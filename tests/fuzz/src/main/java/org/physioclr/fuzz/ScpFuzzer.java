package org.physioclr.fuzz;

/** SCP-ECG files. */
public final class ScpFuzzer {

    private ScpFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(ScpFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFolder.read(FuzzFolder.write("r.scp", data));
    }
}

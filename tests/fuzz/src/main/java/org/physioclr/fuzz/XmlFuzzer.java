package org.physioclr.fuzz;

/** HL7 aECG, MUSE, Philips and Schiller XML files. */
public final class XmlFuzzer {

    private XmlFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(XmlFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzFolder.read(FuzzFolder.write("r.xml", data));
    }
}

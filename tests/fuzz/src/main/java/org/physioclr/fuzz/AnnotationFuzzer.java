package org.physioclr.fuzz;

import java.io.IOException;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.wfdb.AnnotationFile;

/** WFDB annotation files. */
public final class AnnotationFuzzer {

    private AnnotationFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(AnnotationFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            AnnotationFile.read(FuzzFolder.write("r.atr", data));
        } catch (ReadException e) {
            // Refused in words.
            return;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

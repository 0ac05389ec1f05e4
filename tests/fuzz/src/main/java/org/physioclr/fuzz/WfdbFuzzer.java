package org.physioclr.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WFDB header with its signal file {@code r.dat} and a segment {@code s.hea} that a multi-segment header may name.
 * The first two pairs of bytes are the lengths of the headers.
 */
public final class WfdbFuzzer {

    private static final int HEAD = 4;

    private WfdbFuzzer() {
    }

    /** Called by Jazzer first. */
    public static void fuzzerInitialize() {
        FuzzFolder.warmUp(WfdbFuzzer::fuzzerTestOneInput);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < HEAD) {
            return;
        }
        int first = Math.min(HEAD + length(data, 0), data.length);
        int second = Math.min(first + length(data, 2), data.length);
        FuzzFolder.write("r.dat", Arrays.copyOfRange(data, second, data.length));
        FuzzFolder.write("s.hea", second == first ? "s 1 250 1\nr.dat 16\n".getBytes(StandardCharsets.US_ASCII)
            : Arrays.copyOfRange(data, first, second));
        FuzzFolder.read(FuzzFolder.write("r.hea", Arrays.copyOfRange(data, HEAD, first)));
    }

    private static int length(byte[] data, int at) {
        return data[at] & 0xFF | (data[at + 1] & 0xFF) << 8;
    }
}

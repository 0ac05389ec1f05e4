package org.physioclr.core.read;

import java.nio.file.Path;
import java.util.Locale;

/** Keeps gaps, which cost memory but nothing on disk, from asking for more than a file is worth. */
public final class MemoryBound {

    /** Bytes of memory for each byte of the file, and at least so many. */
    private static final long MEMORY_PER_BYTE = 256;
    private static final long SMALL_RECORD_BYTES = 64L << 20;

    private MemoryBound() {
    }

    /**
     * Checks what a recording with its gaps would take.
     *
     * @param samples of all channels, gaps included
     * @param fileBytes the size of its files
     * @throws ReadException if that is out of proportion
     */
    public static void check(Path file, double samples, long fileBytes) throws ReadException {
        if (!(8 * samples <= MEMORY_PER_BYTE * fileBytes + SMALL_RECORD_BYTES)) {
            throw new ReadException(file, "", String.format(Locale.ROOT,
                "with its gaps the recording would have %.0f samples, far more than its %d bytes hold", samples,
                fileBytes), "Cut it at the gaps.");
        }
    }
}

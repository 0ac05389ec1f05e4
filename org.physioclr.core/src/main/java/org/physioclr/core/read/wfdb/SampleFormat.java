package org.physioclr.core.read.wfdb;

import java.util.Arrays;
import java.util.Optional;

/** How WFDB signal files store samples (WFDB Applications Guide, signal(5)). */
public enum SampleFormat {
    /** No signal file at all: every sample is missing. */
    NULL(0, 0, 1, 0),
    /** First differences, one byte each; the first sample is the header's initial value. */
    DIFFERENCES_8(8, 1, 1, 0),
    /** Two's complement, low byte first. */
    SIGNED_16(16, 2, 1, -32768),
    SIGNED_24(24, 3, 1, -(1 << 23)),
    SIGNED_32(32, 4, 1, Integer.MIN_VALUE),
    /** Two's complement, high byte first. */
    BIG_ENDIAN_16(61, 2, 1, -32768),
    OFFSET_8(80, 1, 1, -128),
    OFFSET_16(160, 2, 1, -32768),
    /** Two 12-bit samples in three bytes. */
    PACKED_12(212, 3, 2, -2048),
    /** Three 10-bit samples in four bytes, the third spread over the upper bits of two words. */
    PACKED_10_SPLIT(310, 4, 3, -512),
    /** Three 10-bit samples in four bytes, one after the other. */
    PACKED_10(311, 4, 3, -512),
    FLAC_8(508, 0, 1, -128),
    FLAC_16(516, 0, 1, -32768),
    FLAC_24(524, 0, 1, -(1 << 23));

    private final int code;
    private final int groupBytes;
    private final int groupSamples;
    private final int missing;

    SampleFormat(int code, int groupBytes, int groupSamples, int missing) {
        this.code = code;
        this.groupBytes = groupBytes;
        this.groupSamples = groupSamples;
        this.missing = missing;
    }

    /** The format that headers call by this number. */
    public static Optional<SampleFormat> of(int code) {
        return Arrays.stream(values()).filter(format -> format.code == code).findFirst();
    }

    public int code() {
        return code;
    }

    public boolean isFlac() {
        return code >= 500;
    }

    /** The bits of a sample that a FLAC stream of this format holds. */
    public int flacBits() {
        return code - 500;
    }

    /** Whether some value of the format means that a sample is missing. */
    public boolean hasMissing() {
        return missing != 0;
    }

    /** The value that means so. */
    public int missing() {
        return missing;
    }

    /** How many samples so many bytes hold; the last group may be cut after the bytes that its samples need. */
    public long samplesIn(long bytes) {
        if (groupBytes == 0) {
            return Long.MAX_VALUE;
        }
        long rest = bytes % groupBytes;
        long extra = switch (this) {
            case PACKED_12 -> rest / 2;
            case PACKED_10_SPLIT -> rest >= 2 ? 1 : 0;
            case PACKED_10 -> Math.max(0, rest - 1);
            default -> 0;
        };
        return bytes / groupBytes * groupSamples + extra;
    }
}

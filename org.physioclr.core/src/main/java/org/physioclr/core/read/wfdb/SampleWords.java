package org.physioclr.core.read.wfdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The samples of one signal, each within a 16-bit word, at even distances in a file: those of the two common formats in
 * files without skew and with one sample a frame. They are read in one pass, where {@link SampleDecoder} takes two.
 */
final class SampleWords {

    private static final VarHandle LITTLE_16 =
        MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** Where in its word a sample is. */
    private enum Place {
        ALL, LOWER_12, UPPER_12
    }

    private final byte[] data;
    private final int step;
    private final Place place;
    private int at;
    private int sum;
    private int lowest;

    /**
     * The samples of a signal.
     *
     * @param data the file
     * @param offset the byte at which the samples of all signals begin
     * @param signals all signals of the file, for which {@link #fit} holds
     * @param index which of them
     */
    SampleWords(byte[] data, int offset, List<SignalLine> signals, int index) {
        this.data = data;
        if (signals.get(0).format() == SampleFormat.SIGNED_16) {
            this.step = 2 * signals.size();
            this.place = Place.ALL;
            this.at = offset + 2 * index;
        } else {
            boolean upper = index % 2 == 1;
            this.step = 3 * (signals.size() / 2);
            this.place = upper ? Place.UPPER_12 : Place.LOWER_12;
            this.at = offset + 3 * (index / 2) + (upper ? 1 : 0);
        }
    }

    /** Whether the signals of a file can be read so. */
    static boolean fit(List<SignalLine> signals) {
        SampleFormat format = signals.get(0).format();
        return signals.stream().allMatch(line -> line.samplesPerFrame() == 1 && line.skew() == 0)
            && (format == SampleFormat.SIGNED_16 || format == SampleFormat.PACKED_12 && signals.size() % 2 == 0);
    }

    /** Puts the next samples' ADC values into {@code [from, to)}; the caller has checked that the file holds them. */
    void read(double[] out, int from, int to) {
        if (place == Place.UPPER_12) {
            readUpper(out, from, to);
        } else {
            readLower(out, from, to, place == Place.ALL ? 16 : 20);
        }
        at += (to - from) * step;
    }

    private void readLower(double[] out, int from, int to, int shift) {
        int checksum = sum;
        int least = Integer.MAX_VALUE;
        for (int i = from, word = at; i < to; i++, word += step) {
            int value = (short) LITTLE_16.get(data, word) << shift >> shift;
            checksum += value;
            least = Math.min(least, value);
            out[i] = value;
        }
        sum = checksum;
        lowest = least;
    }

    private void readUpper(double[] out, int from, int to) {
        int checksum = sum;
        int least = Integer.MAX_VALUE;
        for (int i = from, word = at; i < to; i++, word += step) {
            int both = (short) LITTLE_16.get(data, word);
            int value = both >> 8 & 0xFF | both << 24 >> 28 << 8;
            checksum += value;
            least = Math.min(least, value);
            out[i] = value;
        }
        sum = checksum;
        lowest = least;
    }

    /** The sum of all values so far, modulo 2^32. */
    int sum() {
        return sum;
    }

    /** The lowest of the values that were read last. */
    int lowest() {
        return lowest;
    }
}

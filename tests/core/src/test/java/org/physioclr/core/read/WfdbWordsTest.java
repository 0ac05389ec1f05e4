package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two common signal formats, of which a sample is in a 16-bit word of its own, on random bytes: every bit pattern
 * occurs, the code for a missing sample too. Expected values are put together bit by bit as signal(5) says.
 */
class WfdbWordsTest {

    private static final int OFFSET = 5;
    private static final int FRAMES = 1501;

    @TempDir
    private Path folder;

    private Recording read(String format, int signals, byte[] data) throws IOException {
        StringBuilder header = new StringBuilder("r " + signals + " 250 " + FRAMES + "\n");
        for (int i = 0; i < signals; i++) {
            header.append("r.dat ").append(format).append("+5 12.5(").append(i - 1).append(")/mV 12 0\n");
        }
        Files.write(folder.resolve("r.dat"), data);
        return RecordReader.readAny(Files.writeString(folder.resolve("r.hea"), header));
    }

    private static byte[] random(int bytes) {
        byte[] data = new byte[OFFSET + bytes];
        new Random(7).nextBytes(data);
        return data;
    }

    private static void assertSamples(Recording recording, int[] units, int missing) {
        List<Channel> channels = recording.channels();
        int absent = 0;
        for (int i = 0; i < units.length; i++) {
            int signal = i % channels.size();
            double expected = units[i] == missing ? Double.NaN : (units[i] - (signal - 1)) / 12.5;
            assertEquals(expected, channels.get(signal).physical()[i / channels.size()], "sample " + i);
            absent += units[i] == missing ? 1 : 0;
        }
        assertTrue(absent > 0, "no sample is missing");
    }

    /** Packed pairs: 12 bits from the lowest on, two samples in three bytes. */
    private static int[] packed(byte[] data, int count) {
        int[] units = new int[count];
        for (int i = 0; i < count; i++) {
            for (int bit = 0; bit < 12; bit++) {
                int pair = OFFSET + i / 2 * 3;
                boolean upper = i % 2 == 1;
                int source = bit < 8 ? 8 * pair + (upper ? 16 : 0) + bit : 8 * pair + 8 + (upper ? 4 : 0) + bit - 8;
                units[i] |= (data[source / 8] >> source % 8 & 1) << bit;
            }
            units[i] = units[i] >= 2048 ? units[i] - 4096 : units[i];
        }
        return units;
    }

    @Test
    void packedPairsOfAnyNumberOfSignalsAreTakenApart() throws IOException {
        for (int signals = 1; signals <= 4; signals++) {
            int count = signals * FRAMES;
            byte[] data = random((count * 3 + 1) / 2);
            data[OFFSET] = 0;
            data[OFFSET + 1] = (byte) 0x88; // the first pair is missing
            data[OFFSET + 2] = 0;
            assertSamples(read("212", signals, data), packed(data, count), -2048);
        }
    }

    @Test
    void wordsOfAnyNumberOfSignalsAreTakenApart() throws IOException {
        for (int signals = 1; signals <= 3; signals++) {
            int count = signals * FRAMES;
            byte[] data = random(2 * count);
            data[OFFSET + 2 * count - 2] = 0;
            data[OFFSET + 2 * count - 1] = (byte) 0x80; // the last sample is missing
            int[] units = IntStream.range(0, count)
                .map(i -> data[OFFSET + 2 * i] & 0xFF | data[OFFSET + 2 * i + 1] << 8).toArray();
            assertSamples(read("16", signals, data), units, -32768);
        }
    }
}

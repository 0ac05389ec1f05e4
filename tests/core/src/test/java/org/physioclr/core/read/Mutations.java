package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** Damages a good file in many ways: whatever is done to it, it is read or refused in one line, and quickly. */
final class Mutations {

    private static final int CUTS = 300;
    private static final int CHANGES = 3000;
    private static final byte[] EXTREMES = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF, '-', '9', ' '};

    private Mutations() {
    }

    /**
     * Reads cut and changed copies of a file.
     *
     * @param file where the copies are written, its ending included
     * @param good the content of a file that can be read
     */
    static void check(Path file, byte[] good) {
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int i = 0; i < CUTS; i++) {
                read(file, Arrays.copyOf(good, (int) ((long) good.length * i / CUTS)));
            }
            Random random = new Random(20261123);
            for (int i = 0; i < CHANGES; i++) {
                byte[] changed = good.clone();
                for (int k = random.nextInt(4); k >= 0; k--) {
                    // Headers lie at the beginning, so most changes do.
                    int at = random.nextInt(random.nextInt(3) == 0 ? good.length : Math.min(good.length, 2048));
                    changed[at] = random.nextBoolean() ? EXTREMES[random.nextInt(EXTREMES.length)]
                        : (byte) random.nextInt();
                }
                read(file, changed);
            }
        });
    }

    private static void read(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        try {
            RecordReader.readAny(file);
        } catch (ReadException e) {
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
        }
    }
}

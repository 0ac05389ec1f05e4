package org.physioclr.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class OrderedPoolTest {

    @Test
    void handsOverInOrderAndPassesFailuresOn() throws IOException {
        List<Integer> taken = new ArrayList<>();
        try (OrderedPool<Integer> pool = new OrderedPool<>(4, 8, taken::add)) {
            for (int i = 0; i < 50; i++) {
                int number = i;
                pool.submit(() -> {
                    Thread.sleep(number % 5);
                    return number;
                });
                assertTrue(taken.size() >= i - 8, "only a few wait");
            }
            pool.finish();
        }
        assertEquals(IntStream.range(0, 50).boxed().toList(), taken);
        try (OrderedPool<Integer> pool = new OrderedPool<>(1, 1, taken::add)) {
            pool.submit(() -> {
                throw new CancellationException("stop");
            });
            assertThrows(CancellationException.class, pool::finish);
        }
        assertFalse(taken.contains(50));
    }
}

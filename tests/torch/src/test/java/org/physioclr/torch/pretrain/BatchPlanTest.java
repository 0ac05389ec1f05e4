package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Seed;

class BatchPlanTest {

    @Test
    void batchesDifferByOneEcgAtMostAndMissNone() {
        int[] order = IntStream.range(100, 133).toArray();
        BatchPlan plan = new BatchPlan(33, 16, 2);
        assertEquals(3, plan.batches());
        int[] joined = IntStream.range(0, 3).mapToObj(i -> plan.batch(order, i)).flatMapToInt(Arrays::stream).toArray();
        assertArrayEquals(order, joined);
        assertTrue(IntStream.range(0, 3).allMatch(i -> plan.batch(order, i).length == 11));
    }

    @Test
    void theLastStepMayHaveFewerBatches() {
        BatchPlan plan = new BatchPlan(70, 10, 3);
        assertEquals(3, plan.steps(), "7 batches are 3, 3 and 1");
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1, 2}, IntStream.range(0, 7).map(plan::stepOf).toArray());
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2, 0}, IntStream.range(0, 7).map(plan::placeOf).toArray());
        assertArrayEquals(new int[] {3, 3, 3, 3, 3, 3, 1}, IntStream.range(0, 7).map(plan::partsOf).toArray());
    }

    @Test
    void ordersFollowFromTheSeedAlone() {
        int[] ecgs = IntStream.range(0, 50).toArray();
        int[] order = BatchPlan.shuffled(ecgs, new Seed(1));
        assertArrayEquals(order, BatchPlan.shuffled(ecgs, new Seed(1)));
        assertTrue(!Arrays.equals(order, BatchPlan.shuffled(ecgs, new Seed(2))));
        assertArrayEquals(ecgs, Arrays.stream(order).sorted().toArray());
    }
}

package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.physioclr.torch.protocol.Training.Schedule;

class TrainingProgressTest {

    @Test
    void saysHowFastItIsAndWhenItEnds() {
        List<String> heard = new ArrayList<>();
        long[] now = {0};
        TrainingProgress progress =
            new TrainingProgress((fraction, text) -> heard.add(text), 50, 0, "cpu", 0, () -> now[0]);
        now[0] = 10_000_000_000L;
        progress.step(12, 0.05, 0.21349, 4100);
        now[0] += 1000;
        progress.step(12, 0.051, 0.2, 64);
        now[0] = 7_200_000_000_000L;
        progress.step(20, 0.4, 1, 0);
        assertEquals(List.of("Epoch 12/50 · loss 0.213 · 410 ECGs/s · cpu · about 3 min left",
            "Epoch 20/50 · loss 1.000 · 1 ECGs/s · cpu · about 3.0 h left"), heard, "not told more often than needed");
        assertEquals(120, progress.minutes());
    }

    @Test
    void timeLimitShortensWhatIsLeft() {
        List<String> heard = new ArrayList<>();
        long[] now = {0};
        TrainingProgress progress =
            new TrainingProgress((fraction, text) -> heard.add(text), 50, 1, "cuda:0", 0, () -> now[0]);
        now[0] = 20_000_000_000L;
        progress.step(1, 0.01, 2, 20);
        assertEquals(List.of("Epoch 1/50 · loss 2.000 · 1 ECGs/s · cuda:0 · about 40 s left"), heard);
    }

    /** Ten steps, four of them warm-up, highest rate 8. */
    @Test
    void learningRateRisesLinearlyAndFallsAsACosine() {
        LearningRate rate = new LearningRate(8, Schedule.COSINE, 4, 10);
        assertEquals(2, rate.at(0));
        assertEquals(8, rate.at(3));
        assertEquals(8, rate.at(4));
        assertEquals(4, rate.at(7), 1e-12, "half-way down");
        assertEquals(0, rate.at(10), 1e-12);
        assertEquals(8, new LearningRate(8, Schedule.COSINE, 0, 10).at(0), "no warm-up");
        LearningRate constant = new LearningRate(8, Schedule.CONSTANT, 4, 10);
        assertEquals(2, constant.at(0));
        assertEquals(8, constant.at(4));
        assertEquals(8, constant.at(9));
    }
}

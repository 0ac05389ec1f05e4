package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.PretrainOptions.Objective;
import org.physioclr.torch.protocol.PretrainOptions.Training;
import org.physioclr.torch.protocol.RecordReference;

/** Signals whose every sample tells its place, so that a view's place can be read off it. */
class ViewMakerTest {

    private static final int SEGMENT = 100;

    @TempDir
    private Path folder;

    private static PretrainOptions options(Method method, double leadMasking) {
        return new PretrainOptions(method, EncoderPreset.TINY,
            new Preprocessing(List.of("V1", "V2", "V3"), 100, 1, FilterPreset.NONE, "none"),
            new Objective(false, 0, 0.5, 0.5, false, true, 0.1, leadMasking, 0, 0),
            new Training(1, 2, 0.003, 0, 0, 0, 0, 0, 0, 1));
    }

    /** Three ECGs of the given records and lengths; sample i of ECG e is 10,000 (e + 1) + i. */
    private PreparedRecords records(PretrainOptions options, String[] ids, int... lengths) throws IOException {
        List<RecordReference> references = new ArrayList<>();
        Path file = folder.resolve("signals");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int e = 0; e < ids.length; e++) {
                float[][] signal = new float[3][lengths[e]];
                for (float[] lead : signal) {
                    for (int i = 0; i < lead.length; i++) {
                        lead[i] = 10_000 * (e + 1) + i;
                    }
                }
                references.add(new RecordReference(file.toString(), SignalBlock.append(channel, signal), "float32",
                    List.of("V1", "V2", "V3"), lengths[e], 100, "", ids[e]));
            }
        }
        Path list = folder.resolve("list");
        Json.writeLines(list, references);
        return PreparedRecords.prepare(list, options.preprocessing(), folder, Progress.NONE);
    }

    private static List<ViewMaker.Made> make(ViewMaker maker, int index, long seed) throws IOException {
        return maker.make(index, new Seed(seed).generator());
    }

    @Test
    void neighboursTouchAndStayWithinTheRecord() throws IOException {
        PretrainOptions options = options(Method.CMSC, 0);
        try (PreparedRecords records = records(options, new String[] {"a", "b"}, 250, 199)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            for (int seed = 0; seed < 50; seed++) {
                List<ViewMaker.Made> views = make(maker, 0, seed);
                float first = views.get(0).signal()[0][0] - 10_000;
                float second = views.get(1).signal()[0][0] - 10_000;
                assertEquals(SEGMENT, Math.abs(first - second));
                assertTrue(Math.min(first, second) >= 0 && Math.max(first, second) <= 150);
                assertEquals(1, make(maker, 1, seed).size(), "too short for a neighbour");
            }
            assertTrue(maker.hasNeighbour(0));
            assertFalse(maker.hasNeighbour(1));
        }
    }

    @Test
    void windowsOfARecordAreNeighbours() throws IOException {
        PretrainOptions options = options(Method.CMSC, 0);
        try (PreparedRecords records = records(options, new String[] {"a", "b", "b"}, 100, 100, 100)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            assertEquals(1, make(maker, 0, 1).size());
            assertEquals(30_000, make(maker, 1, 1).get(1).signal()[0][0]);
            assertEquals(20_000, make(maker, 2, 1).get(1).signal()[0][0]);
        }
    }

    @Test
    void masksLeadsButNeverAllAndKeepsTheTarget() throws IOException {
        PretrainOptions options = options(Method.SIMCLR, 0.9);
        try (PreparedRecords records = records(options, new String[] {"a"}, 100)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            int masked = 0;
            for (int seed = 0; seed < 100; seed++) {
                ViewMaker.Made view = make(maker, 0, seed).get(0);
                int missing = 0;
                for (int lead = 0; lead < 3; lead++) {
                    missing += view.signal()[lead][0] == 0 ? 1 : 0;
                    assertEquals(10_000, view.target()[lead][0]);
                }
                assertTrue(missing < 3);
                masked += missing;
            }
            // One of three leads is kept, the others are masked with probability 0.9: 1.8 expected, sd of the sum 4.2.
            assertEquals(180, masked, 5 * 4.2);
        }
    }

    @Test
    void equalSeedsDrawAlike() throws IOException {
        PretrainOptions options = options(Method.SIMCLR, 0.5);
        try (PreparedRecords records = records(options, new String[] {"a"}, 400)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            assertArrayEquals(make(maker, 0, 5).get(1).signal(), make(maker, 0, 5).get(1).signal());
        }
    }
}

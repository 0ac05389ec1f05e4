package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.RecordReference;
import org.physioclr.torch.protocol.Training;

/** Signals whose every sample tells its place, so that a view's place can be read off it. */
class ViewMakerTest {

    private static final int SEGMENT = 100;

    @TempDir
    private Path folder;

    private static PretrainOptions options(Method method, double leadMasking) {
        return new PretrainOptions(method, EncoderPreset.TINY,
            new Preprocessing(List.of("V1", "V2", "V3"), 100, 1, FilterPreset.NONE, "none"),
            new Contrast(true, Contrast.Form.CORRECTED, true, false, FeaturePositives.NONE, 0.1, leadMasking),
            Reconstruction.NONE, Training.of(1, 2, 1));
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
    void masksLeadsButNeverAll() throws IOException {
        PretrainOptions options = options(Method.SIMCLR, 0.9);
        try (PreparedRecords records = records(options, new String[] {"a"}, 100)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            int masked = 0;
            for (int seed = 0; seed < 100; seed++) {
                ViewMaker.Made view = make(maker, 0, seed).get(0);
                int missing = 0;
                for (int lead = 0; lead < 3; lead++) {
                    missing += view.signal()[lead][0] == 0 ? 1 : 0;
                }
                assertTrue(missing < 3);
                masked += missing;
            }
            // One of three leads is kept, the others are masked with probability 0.9: 1.8 expected, sd of the sum 4.2.
            assertEquals(180, masked, 5 * 4.2);
        }
    }

    /** Sixteen patches of 60 ms and one of 40 ms; samples are far from 0 before they are masked. */
    @Test
    void theAutoencoderSeesAnExactShareOfLeadsAndPatchesAndIsJudgedByTheRest() throws IOException {
        PretrainOptions options = new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            options(Method.CMSC, 0).preprocessing(), new Contrast(false, Contrast.Form.CORRECTED, true, true,
                FeaturePositives.NONE, 0.1, 0),
            new Reconstruction(1, 0, Reconstruction.Peaks.AROUND_R, 0.3, 0.5, 0.06, true), Training.of(1, 2, 1));
        try (PreparedRecords records = records(options, new String[] {"a"}, 100)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            int[] hidden = new int[3];
            for (int seed = 0; seed < 30; seed++) {
                List<ViewMaker.Made> views = make(maker, 0, seed);
                assertEquals(1, views.size(), "without the contrastive branch there is nothing to compare");
                int leads = 0;
                int patches = 0;
                for (int lead = 0; lead < 3; lead++) {
                    boolean wholeLead = true;
                    for (int i = 0; i < SEGMENT; i++) {
                        assertEquals(10_000 + i, views.get(0).target()[lead][i], "the target is whole");
                        boolean masked = views.get(0).signal()[lead][i] == 0;
                        assertEquals(masked, views.get(0).counted()[lead][i]);
                        wholeLead &= masked;
                    }
                    leads += wholeLead ? 1 : 0;
                    hidden[lead] += wholeLead ? 1 : 0;
                }
                for (int patch = 0; patch < 17; patch++) {
                    int at = 6 * patch;
                    patches += views.get(0).signal()[0][at] == 0 && views.get(0).signal()[1][at] == 0
                        && views.get(0).signal()[2][at] == 0 ? 1 : 0;
                }
                assertEquals(1, leads, "0.3 of 3 leads");
                assertEquals(9, patches, "half of 17 patches, rounded");
            }
            for (int lead = 0; lead < 3; lead++) {
                assertTrue(hidden[lead] > 2, "each lead has its turn");
            }
        }
    }

    @Test
    void samplesThatNobodyKnowsAreNotReconstructed() throws IOException {
        PretrainOptions options = new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            options(Method.CMSC, 0).preprocessing(), options(Method.CMSC, 0).contrast(), Reconstruction.of(1, 0),
            Training.of(1, 2, 1));
        try (PreparedRecords records = records(options, new String[] {"long", "short"}, 300, 60)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.EMPTY);
            assertNull(make(maker, 0, 1).get(0).counted(), "all counts");
            boolean[] counted = make(maker, 1, 1).get(0).counted()[2];
            assertTrue(counted[59] && !counted[60], "beyond the record's end there is nothing");
        }
    }

    /** Sample i of the record holds 10,000 + i, so that the shown signal tells how far the shift went. */
    @Test
    void whatIsReconstructedMovesInTimeWithWhatIsShown() throws IOException {
        PretrainOptions options = new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            options(Method.CMSC, 0).preprocessing(), options(Method.CMSC, 0).contrast(), Reconstruction.of(1, 0),
            Training.of(1, 2, 1));
        try (PreparedRecords records = records(options, new String[] {"a"}, 100)) {
            ViewMaker maker = new ViewMaker(records, options, AugmentationRecipe.parse("time shift maxSeconds=0.3"));
            int moved = 0;
            for (int seed = 0; seed < 20; seed++) {
                ViewMaker.Made view = make(maker, 0, seed).get(0);
                int by = 50 - (int) (view.signal()[0][50] - 10_000);
                assertTrue(Math.abs(by) <= 30, by + " samples");
                moved += by == 0 ? 0 : 1;
                for (int i = 0; i < SEGMENT; i++) {
                    boolean known = i - by >= 0 && i - by < SEGMENT;
                    assertEquals(known ? 10_000 + i - by : 0, view.signal()[1][i]);
                    assertEquals(view.signal()[1][i], view.target()[1][i]);
                    assertEquals(known, view.counted() == null || view.counted()[1][i], "what came in is not judged");
                }
            }
            assertTrue(moved > 10, moved + " of 20");
        }
    }

    @Test
    void publishedLossHasNoViewOfTheNeighbour() {
        Contrast published = new Contrast(true, Contrast.Form.AS_PUBLISHED, true, true, FeaturePositives.NONE, 0.1, 0);
        assertEquals(List.of(View.SEGMENT, View.SHUFFLED), View.of(new PretrainOptions(Method.PHYSIOCLR,
            EncoderPreset.TINY, options(Method.CMSC, 0).preprocessing(), published, Reconstruction.NONE,
            Training.of(1, 2, 1))));
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

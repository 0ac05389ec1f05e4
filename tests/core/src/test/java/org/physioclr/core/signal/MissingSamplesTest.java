package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingSamplesTest {

    private static final float NAN = Float.NaN;
    private static final float[] SIGNAL = {NAN, 1, NAN, 3, NAN, NAN, 0, NAN};

    @Test
    void bridgesInnerGapsUpToALength() {
        assertArrayEquals(new float[] {NAN, 1, 2, 3, NAN, NAN, 0, NAN}, MissingSamples.bridge(SIGNAL, 1));
        assertArrayEquals(new float[] {NAN, 1, 2, 3, 2, 1, 0, NAN}, MissingSamples.bridge(SIGNAL, 2), 1e-6f);
    }

    @Test
    void shortMeansATenthOfASecond() {
        EcgRecord record = new EcgRecord("r", "", 10, List.of(Lead.I), new float[][] {SIGNAL});
        assertArrayEquals(MissingSamples.bridge(SIGNAL, 1), MissingSamples.bridgeShortGaps(record).samplesMv()[0]);
    }

    @Test
    void completesEverything() {
        assertArrayEquals(new double[] {1, 1, 2, 3, 2, 1, 0, 0}, MissingSamples.complete(SIGNAL), 1e-12);
        assertArrayEquals(new double[2], MissingSamples.complete(new float[] {NAN, NAN}));
    }

    @Test
    void masksAndCounts() {
        float[][] signal = {{NAN, 2}};
        assertArrayEquals(new boolean[] {false, true}, MissingSamples.mask(signal)[0]);
        assertArrayEquals(new float[] {0, 2}, MissingSamples.zeroed(signal)[0]);
        assertEquals(0.5, MissingSamples.share(signal));
        assertEquals(0, MissingSamples.share(new float[0][]));
    }
}

package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalQualityTest {

    private static float[] wave(double amplitudeMv) {
        float[] wave = new float[1000];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) (amplitudeMv * Math.sin(i / 10.0));
        }
        return wave;
    }

    private static String text(List<Lead> leads, float[]... samples) {
        return SignalQuality.of(new EcgRecord("r", "", 500, leads, samples)).text();
    }

    @Test
    void aGoodRecordHasNoRemark() {
        assertEquals("", text(List.of(Lead.I, Lead.II), wave(1), wave(1.5)));
    }

    @Test
    void namesWhatIsWrong() {
        float[] gap = wave(1);
        Arrays.fill(gap, 0, 250, Float.NaN);
        float[] clipped = wave(3);
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.min(clipped[i], 2);
        }
        String text = text(List.of(Lead.V1, Lead.V2, Lead.V3), gap, new float[1000], clipped);
        assertTrue(text.startsWith("missing: V1 25 %; flat: V2; saturated: V3 "), text);
    }

    @Test
    void aLeadThatIsFlatAtSeveralLevelsIsFlatThroughout() {
        float[] steps = new float[1001];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i / 143 % 2;
        }
        assertEquals("flat: all leads", text(List.of(Lead.V1), steps));
    }

    @Test
    void thousandsOfSaturatedStretchesTakeNoLongerThanOne() {
        float[] square = new float[1_000_000];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 10 % 2 == 0 ? 2 : -2;
        }
        assertTimeout(Duration.ofSeconds(5),
            () -> assertEquals("saturated: all leads", text(List.of(Lead.V1), square)));
    }

    @Test
    void reportsLimbLeadsThatDisagree() {
        assertEquals("I + III - II deviates by 1.00 mV", text(List.of(Lead.I, Lead.II, Lead.III), wave(1), wave(2),
            wave(2)));
    }

    @Test
    void aRecordWithoutSamplesSaysSo() {
        float[] nothing = new float[50];
        Arrays.fill(nothing, Float.NaN);
        assertEquals("missing: all leads", text(List.of(Lead.I, Lead.II), nothing, nothing));
    }
}

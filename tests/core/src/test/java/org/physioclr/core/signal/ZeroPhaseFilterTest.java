package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZeroPhaseFilterTest {

    private static final double RATE_HZ = 250;

    @Test
    void equalsScipysForwardBackwardFilter() throws IOException {
        Map<String, List<Double>> golden = Golden.read("zero-phase.csv");
        assertEquals(6, golden.size());
        for (Map.Entry<String, List<Double>> entry : golden.entrySet()) {
            double[] filtered = filter(entry.getKey()).apply(Golden.input(700, RATE_HZ));
            for (int i = 0; i < entry.getValue().size(); i++) {
                assertEquals(entry.getValue().get(i), filtered[7 * i], 1e-8, entry.getKey() + " at " + 7 * i);
            }
        }
    }

    private static ZeroPhaseFilter filter(String name) {
        String[] words = name.split(" ");
        double[] numbers = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        return switch (words[0]) {
            case "lowPass" -> ZeroPhaseFilter.lowPass((int) numbers[0], numbers[1], RATE_HZ);
            case "highPass" -> ZeroPhaseFilter.highPass((int) numbers[0], numbers[1], RATE_HZ);
            case "bandPass" -> ZeroPhaseFilter.bandPass((int) numbers[0], numbers[1], numbers[2], RATE_HZ);
            default -> ZeroPhaseFilter.notch(numbers[0], numbers[1], RATE_HZ);
        };
    }

    @Test
    void aLowPassKeepsAConstantAndAHighPassRemovesIt() {
        double[] constant = new double[400];
        Arrays.fill(constant, 3.5);
        assertArrayEquals(constant, ZeroPhaseFilter.lowPass(4, 40, RATE_HZ).apply(constant), 1e-10);
        assertArrayEquals(constant, ZeroPhaseFilter.notch(50, 30, RATE_HZ).apply(constant), 1e-10);
        assertArrayEquals(new double[400], ZeroPhaseFilter.highPass(2, 0.05, RATE_HZ).apply(constant), 1e-9);
    }

    @Test
    void aSymmetricWaveStaysWhereItWas() {
        double[] wave = new double[501];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = Math.exp(-Math.pow((i - 250) / 6.0, 2));
        }
        double[] filtered = ZeroPhaseFilter.bandPass(2, 0.5, 40, RATE_HZ).apply(wave);
        for (int i = 0; i <= 250; i++) {
            assertEquals(filtered[i], filtered[500 - i], 1e-4);
        }
        assertTrue(filtered[250] > filtered[249]);
    }

    @Test
    void missingSamplesStayMissingAndPoisonNothing() {
        float[] signal = new float[300];
        Arrays.fill(signal, 1);
        Arrays.fill(signal, 100, 120, Float.NaN);
        signal[0] = Float.NaN;
        float[] filtered = ZeroPhaseFilter.lowPass(2, 20, RATE_HZ).apply(signal);
        for (int i = 0; i < 300; i++) {
            assertEquals(signal[i], filtered[i], 1e-6f, "sample " + i);
        }
        float[] nothing = new float[10];
        Arrays.fill(nothing, Float.NaN);
        assertArrayEquals(nothing, ZeroPhaseFilter.lowPass(2, 20, RATE_HZ).apply(nothing));
    }

    @Test
    void worksOnLeadsShorterThanItsPadding() {
        assertEquals(0, ZeroPhaseFilter.highPass(2, 0.5, RATE_HZ).apply(new double[0]).length);
        assertEquals(2.0, ZeroPhaseFilter.lowPass(2, 20, RATE_HZ).apply(new double[] {2.0})[0], 1e-12);
        assertEquals(2, ZeroPhaseFilter.highPass(2, 0.5, RATE_HZ).padding(3));
    }

    @Test
    void refusesFrequenciesThatTheRateCannotHold() {
        assertThrows(IllegalArgumentException.class, () -> ZeroPhaseFilter.lowPass(2, 125, RATE_HZ));
        assertThrows(IllegalArgumentException.class, () -> ZeroPhaseFilter.bandPass(2, 40, 0.5, RATE_HZ));
        assertThrows(IllegalArgumentException.class, () -> ZeroPhaseFilter.highPass(0, 1, RATE_HZ));
        EcgRecord record = new EcgRecord("r", "", 500, List.of(Lead.I), new float[][] {{1, 2}});
        ZeroPhaseFilter filter = ZeroPhaseFilter.lowPass(2, 20, RATE_HZ);
        assertThrows(IllegalArgumentException.class, () -> filter.apply(record));
    }
}

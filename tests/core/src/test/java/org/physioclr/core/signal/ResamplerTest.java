package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResamplerTest {

    @Test
    void equalsScipysPolyphaseResampling() throws IOException {
        Map<String, List<Double>> golden = Golden.read("resampled.csv");
        assertEquals(5, golden.size());
        for (Map.Entry<String, List<Double>> entry : golden.entrySet()) {
            String[] words = entry.getKey().split(" ");
            double fromHz = Double.parseDouble(words[0]);
            double[] input = Golden.input(Integer.parseInt(words[2]), fromHz);
            double[] output = Resampler.between(fromHz, Double.parseDouble(words[1])).apply(input);
            double[] expected = entry.getValue().stream().mapToDouble(Double::doubleValue).toArray();
            assertArrayEquals(expected, output, 1e-12, entry.getKey());
        }
    }

    @Test
    void findsFractionsInLowestTerms() {
        assertEquals(new RateRatio(5, 18), RateRatio.of(360, 100));
        assertEquals(new RateRatio(250, 257), RateRatio.of(257, 250));
        assertEquals(new RateRatio(1, 1), RateRatio.of(499.99999999999994, 500));
        assertEquals(new RateRatio(39, 10), RateRatio.of(128.2051282051282, 500));
        assertThrows(IllegalArgumentException.class, () -> RateRatio.of(0, 500));
        assertThrows(IllegalArgumentException.class, () -> RateRatio.of(Double.NaN, 500));
    }

    @Test
    void lengthIsRoundedUp() {
        Resampler resampler = Resampler.between(500, 100);
        assertEquals(2, resampler.apply(new double[6]).length);
        assertEquals(1, resampler.apply(new double[5]).length);
        assertEquals(0, resampler.apply(new double[0]).length);
        assertEquals(139, Resampler.between(360, 100).resampledLength(500));
    }

    @Test
    void keepsConstantsAndStraightLines() {
        double[] line = new double[200];
        for (int i = 0; i < line.length; i++) {
            line[i] = 2 + 0.01 * i;
        }
        double[] slower = Resampler.between(500, 360).apply(line);
        for (int k = 0; k < slower.length; k++) {
            assertEquals(2 + 0.01 * k * 500 / 360, slower[k], 1e-12);
        }
    }

    @Test
    void suppressesWhatTheTargetRateCannotHold() {
        double[] hum = new double[2000];
        for (int i = 0; i < hum.length; i++) {
            hum[i] = Math.sin(2 * Math.PI * 90 * i / 500.0);
        }
        double[] slower = Resampler.between(500, 100).apply(hum);
        for (int k = 30; k < slower.length - 30; k++) {
            assertEquals(0, slower[k], 2e-3, "sample " + k);
        }
    }

    @Test
    void aMissingSampleStaysMissingAndPoisonsNoOther() {
        float[] signal = new float[100];
        Arrays.fill(signal, 1);
        signal[50] = Float.NaN;
        float[] faster = Resampler.between(100, 200).apply(signal);
        for (int k = 0; k < faster.length; k++) {
            assertEquals(k >= 99 && k <= 101 ? Float.NaN : 1, faster[k], 1e-6f, "sample " + k);
        }
    }

    @Test
    void changesTheRateOfARecord() {
        EcgRecord record = new EcgRecord("r", "p", 500, List.of(Lead.II), new float[][] {new float[5000]});
        EcgRecord slower = Resampler.resample(record, 100);
        assertEquals(1000, slower.length());
        assertEquals(100, slower.rateHz());
        assertEquals(List.of(Lead.II), slower.leads());
        assertSame(record, Resampler.resample(record, 500));
    }
}

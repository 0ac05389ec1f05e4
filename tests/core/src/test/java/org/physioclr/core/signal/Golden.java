package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values computed by scipy 1.10.1 for the signal that {@link #input} defines. */
final class Golden {

    private Golden() {
    }

    /** Offset, drift, beats and hum; the same formula made the resources' values. */
    static double[] input(int length, double rateHz) {
        double[] input = new double[length];
        for (int i = 0; i < length; i++) {
            double t = i / rateHz;
            input[i] = 0.8 + 0.3 * Math.sin(2 * Math.PI * 0.2 * t)
                + Math.sin(2 * Math.PI * 7 * t) * Math.cos(2 * Math.PI * 0.9 * t)
                + 0.1 * Math.sin(2 * Math.PI * 50 * t) + 0.05 * t;
        }
        return input;
    }

    static Map<String, List<Double>> read(String resource) throws IOException {
        Map<String, List<Double>> cases = new LinkedHashMap<>();
        try (InputStream stream = Golden.class.getResourceAsStream(resource)) {
            assertNotNull(stream, resource);
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                .forEach(cells -> cases.computeIfAbsent(cells[0], key -> new ArrayList<>())
                    .add(Double.parseDouble(cells[2])));
        }
        return cases;
    }
}

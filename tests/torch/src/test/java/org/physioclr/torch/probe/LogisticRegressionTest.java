package org.physioclr.torch.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final int ROWS = 200;
    private static final int COLUMNS = 6;

    private final double[][] rows = new double[ROWS][COLUMNS];
    private final byte[] outcome = new byte[ROWS];

    /** The rows of golden/logistic_regression.py. */
    LogisticRegressionTest() {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                rows[row][column] = Math.sin(1.7 * row * (column + 1) + 0.3 * column * column)
                    + 0.2 * Math.cos(0.11 * row * row);
            }
            double score = rows[row][0] - 0.8 * rows[row][3] + 0.9 * Math.sin(12.9898 * row);
            outcome[row] = (byte) (score > 0.7 ? 1 : 0);
        }
    }

    @Test
    void findsTheCoefficientsOfScikitLearn() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            LogisticRegressionTest.class.getResourceAsStream("logistic_regression.csv"), StandardCharsets.UTF_8))) {
            lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
        assertEquals(6, lines.size());
        for (String line : lines) {
            String[] field = line.split(",");
            LogisticRegression model = LogisticRegression.fit(rows, outcome,
                new LogisticRegression.Options(Double.parseDouble(field[0]), Boolean.parseBoolean(field[1])));
            double[] expected = Arrays.stream(field).skip(2).mapToDouble(Double::parseDouble).toArray();
            assertEquals(expected[0], model.intercept(), 1e-6, line);
            assertArrayEquals(Arrays.copyOfRange(expected, 1, expected.length), model.weights(), 1e-6, line);
        }
    }

    @Test
    void probabilityIsTheLogisticOfTheLogit() {
        LogisticRegression model = new LogisticRegression(new double[] {2, -1}, 0.5);
        assertEquals(2 * 0.3 - 0.7 + 0.5, model.logit(new double[] {0.3, 0.7}), 1e-15);
        assertEquals(0.5, model.probability(new double[] {0, 0.5}), 1e-15);
        assertEquals(0, model.probability(new double[] {-1e9, 0}), 0);
        assertEquals(1, model.probability(new double[] {1e9, 0}), 0);
    }

    @Test
    void separableRowsHaveAFiniteSolution() {
        double[][] separable = {{-2}, {-1}, {1}, {2}};
        LogisticRegression model = LogisticRegression.fit(separable, new byte[] {0, 0, 1, 1},
            new LogisticRegression.Options(1e6, false));
        assertTrue(Double.isFinite(model.weights()[0]) && model.weights()[0] > 5);
    }

    @Test
    void oneOutcomeOnlyIsRefused() {
        LogisticRegression.Options options = new LogisticRegression.Options(1, false);
        assertThrows(IllegalArgumentException.class, () -> LogisticRegression.fit(rows, new byte[ROWS], options));
        assertThrows(IllegalArgumentException.class, () -> new LogisticRegression.Options(0, false));
    }
}

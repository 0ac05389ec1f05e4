package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMediansTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 13, 15, 16, 17, 31, 100})
    void areThoseOfEachColumnWhateverIsMissing(int count) {
        Random random = new Random(count);
        float[][] rows = new float[count][57];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(5) == 0 ? Float.NaN : random.nextInt(9) - 4 + random.nextFloat() / 8;
            }
        }
        float[][] before = new float[count][];
        for (int row = 0; row < count; row++) {
            before[row] = rows[row].clone();
        }
        float[] medians = ColumnMedians.of(rows, 57);
        double[] column = new double[count];
        for (int i = 0; i < 57; i++) {
            for (int row = 0; row < count; row++) {
                assertEquals(before[row][i], rows[row][i]);
                column[row] = rows[row][i];
            }
            assertEquals(Statistics.median(column), medians[i], 1e-6, "column " + i);
        }
    }

    @Test
    void ofNoRowsAreMissing() {
        assertArrayEquals(new float[] {Float.NaN, Float.NaN}, ColumnMedians.of(new float[0][], 2));
    }
}

package org.physioclr.torch.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {

    @TempDir
    private Path folder;

    private Path written(int rows, int columns) throws IOException {
        Path file = folder.resolve("matrix.safetensors");
        try (MatrixWriter writer = new MatrixWriter(file, "m", columns)) {
            for (int row = 0; row < rows; row++) {
                double[] values = new double[columns];
                for (int column = 0; column < columns; column++) {
                    values[column] = column == 1 ? Double.NaN : row * 1000.0 + column;
                }
                writer.add(values);
            }
        }
        return file;
    }

    @Test
    void rowsComeBackWhateverTheirNumber() throws IOException {
        for (int rows : new int[] {0, 1, 20_000}) {
            try (MatrixReader reader = new MatrixReader(written(rows, 3), "m")) {
                assertEquals(rows, reader.rows());
                assertEquals(3, reader.columns());
                for (int row = rows - 1; row >= 0; row--) {
                    assertArrayEquals(new float[] {row * 1000f, Float.NaN, row * 1000f + 2}, reader.row(row));
                }
            }
        }
    }

    @Test
    void theFileIsAnOrdinarySafetensorsFile() throws IOException {
        Path file = written(2, 2);
        Map<String, Tensor> tensors = Safetensors.read(file);
        assertEquals(Tensor.matrix(2, 2, new float[] {0, Float.NaN, 1000, Float.NaN}), tensors.get("m"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(bytes.capacity(), Long.BYTES + bytes.getLong(0) + 2 * 2 * Float.BYTES);
        assertEquals('{', bytes.get(Long.BYTES), "the format asks that the header begin so");
    }

    @Test
    void aMatrixAmongOthersIsReadAlone() throws IOException {
        Path file = folder.resolve("blocks.safetensors");
        Safetensors.write(file, Map.of("a", Tensor.matrix(1, 2, new float[] {1, 2}), "b",
            Tensor.matrix(2, 1, new float[] {3, 4}), "line", new Tensor(new long[] {2}, new float[] {5, 6})));
        assertArrayEquals(new double[][] {{3}, {4}}, MatrixReader.read(file, "b", 2));
        assertTrue(assertThrows(IOException.class, () -> MatrixReader.read(file, "b", 3)).getMessage()
            .contains("of 2 ECGs where there are 3"));
        assertThrows(IOException.class, () -> new MatrixReader(file, "line"), "no matrix");
        assertThrows(IOException.class, () -> new MatrixReader(file, "c"), "no such tensor");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() throws IOException {
        try (MatrixWriter writer = new MatrixWriter(folder.resolve("m.safetensors"), "m", 2)) {
            assertThrows(IllegalArgumentException.class, () -> writer.add(new double[3]));
        }
    }
}

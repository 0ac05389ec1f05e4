package org.physioclr.knime.nodes.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.host.TestTable;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.torch.protocol.RecordReference;

/** ECG cells: what comes back from a table, and what is said when the file behind it is gone or newer. */
class EcgCellTest {

    @TempDir
    private Path folder;
    private NodeExecution execution;

    @BeforeEach
    void begin() {
        execution = new NodeExecution(folder, (fraction, message) -> { }, () -> false);
    }

    private static EcgRecord ecg(String id, String patient, int samples) {
        float[][] signal = new float[2][samples];
        for (int i = 0; i < samples; i++) {
            signal[0][i] = i;
            signal[1][i] = -0.5f * i;
        }
        signal[1][samples - 1] = Float.NaN;
        return new EcgRecord(id, patient, 250, List.of(Lead.II, new Lead("Vx")), signal);
    }

    private List<EcgCell> throughATable(EcgRecord... ecgs) throws IOException {
        TestTable rows = new TestTable(folder).column("ECG", EcgCell.TYPE);
        try (EcgCellWriter writer = new EcgCellWriter(execution.context())) {
            for (int i = 0; i < ecgs.length; i++) {
                rows.row("Row" + i, writer.write(ecgs[i]));
            }
        }
        BufferedDataTable table = rows.make();
        List<EcgCell> cells = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            iterator.forEachRemaining(row -> cells.add((EcgCell) row.getCell(0)));
        }
        return cells;
    }

    @Test
    void whatATableGivesBackIsWhatWasWritten() throws IOException {
        EcgRecord first = ecg("folder/r1", "p1", 20);
        EcgRecord second = ecg("Grüße 心電図", "", 7);
        List<EcgCell> cells = throughATable(first, second);
        for (int i = 0; i < 2; i++) {
            EcgRecord expected = i == 0 ? first : second;
            EcgRecord actual = cells.get(i).ecg();
            assertEquals(expected.id(), actual.id());
            assertEquals(expected.patient(), actual.patient());
            assertEquals(expected.rateHz(), actual.rateHz());
            assertEquals(expected.leads(), actual.leads());
            assertArrayEquals(expected.samplesMv()[0], actual.samplesMv()[0]);
            assertArrayEquals(expected.samplesMv()[1], actual.samplesMv()[1]);
        }
    }

    @Test
    void theReferenceIsWhereTheWorkerFindsTheSignal() throws IOException {
        EcgRecord second = ecg("r2", "p2", 7);
        RecordReference reference = throughATable(ecg("r1", "p1", 20), second).get(1).reference();
        assertEquals(2 * 20 * Float.BYTES, reference.offset());
        assertEquals(List.of("II", "Vx"), reference.leads());
        assertEquals("float32", reference.dtype());
        assertEquals("p2", reference.patient());
        float[][] read = SignalBlock.read(Path.of(reference.file()), reference.offset(), 2, reference.samples());
        assertArrayEquals(second.samplesMv()[1], read[1]);
    }

    @Test
    void cellsAreEqualIfSignalAndOriginAre() throws IOException {
        EcgRecord other = ecg("r1", "p1", 20).withSamples(new float[2][20]);
        List<EcgCell> cells = throughATable(ecg("r1", "p1", 20), ecg("r1", "p1", 20), other, ecg("r2", "p1", 20),
            ecg("r1", "p2", 20), ecg("r1", "p1", 19));
        assertEquals(cells.get(0), cells.get(1));
        assertEquals(cells.get(0).hashCode(), cells.get(1).hashCode());
        for (int i = 2; i < cells.size(); i++) {
            assertNotEquals(cells.get(0), cells.get(i));
        }
        assertNotEquals((DataCell) cells.get(0), new StringCell("r1"));
    }

    @Test
    void theTextSaysWhatItIs() throws IOException {
        assertEquals("2 leads, 0.1 s, 250 Hz", throughATable(ecg("r", "p", 20)).get(0).toString());
    }

    @Test
    void aFileThatWasCutIsNamedWithARemedy() throws IOException {
        EcgCell cell = throughATable(ecg("r1", "p1", 20)).get(0);
        Path file = Path.of(cell.reference().file());
        Files.write(file, new byte[10]);
        String message = assertThrows(UncheckedIOException.class, cell::ecg).getMessage();
        assertTrue(message.startsWith("The ECG r1 can't be read: " + file + " ends before"), message);
        assertTrue(message.endsWith("Run the node that made it again."), message);
        Files.delete(file);
        assertEquals("The ECG r1 can't be read: there is no file " + file + ". Run the node that made it again.",
            assertThrows(UncheckedIOException.class, cell::ecg).getMessage());
    }

    @Test
    void whatANewerReleaseHasWrittenIsRefused() throws IOException {
        byte[] bytes = serialized(throughATable(ecg("r1", "p1", 20)).get(0));
        assertEquals("r1", deserialized(bytes).block().record());
        bytes[0] = 2;
        String message = assertThrows(IOException.class, () -> deserialized(bytes)).getMessage();
        assertTrue(message.contains("newer version") && message.contains("Update the extension"), message);
    }

    @Test
    void impossibleNumbersInATableAreRefused() throws IOException {
        byte[] bytes = serialized(throughATable(ecg("r1", "p1", 20)).get(0));
        bytes[9] = -1; // the first byte of the number of samples: it becomes negative
        String message = assertThrows(IOException.class, () -> deserialized(bytes)).getMessage();
        assertTrue(message.startsWith("The table is damaged"), message);
    }

    private static byte[] serialized(EcgCell cell) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new EcgCellSerializer().serialize(cell, as(DataCellDataOutput.class, new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static EcgCell deserialized(byte[] bytes) throws IOException {
        return new EcgCellSerializer()
            .deserialize(as(DataCellDataInput.class, new DataInputStream(new ByteArrayInputStream(bytes))));
    }

    /** A stream in KNIME's own type, which adds methods that this serializer does not use. */
    private static <T> T as(Class<T> type, Object stream) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
            (proxy, method, arguments) -> stream.getClass().getMethod(method.getName(), method.getParameterTypes())
                .invoke(stream, arguments)));
    }
}

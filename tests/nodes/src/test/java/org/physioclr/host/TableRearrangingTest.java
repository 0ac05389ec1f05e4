package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.physioclr.knime.host.table.FileStores;
import org.physioclr.knime.host.table.Rearrangement;
import org.physioclr.knime.host.table.StoredTable;
import org.physioclr.knime.host.table.TableRearranging;
import org.physioclr.knime.host.table.TableWriter;

/** Rearranged tables, in turn and on several threads, and the files that a node makes. */
class TableRearrangingTest {

    private static final int ROWS = 500;

    @TempDir
    private Path folder;

    /** The square of the first column; the rows that come late are the quick ones. */
    private static class Square extends SingleCellFactory {

        private final Set<String> threads = ConcurrentHashMap.newKeySet();
        private int finished;

        Square(boolean parallel) {
            super(parallel, new DataColumnSpecCreator("square", IntCell.TYPE).createSpec());
        }

        @Override
        public DataCell getCell(DataRow row) {
            threads.add(Thread.currentThread().getName());
            int number = ((IntCell) row.getCell(0)).getIntValue();
            for (int spin = 0; spin < 20_000 * (number % 3); spin++) {
                Thread.onSpinWait();
            }
            return new IntCell(number * number);
        }

        @Override
        public void afterProcessing() {
            finished++;
        }
    }

    private StoredTable numbers() {
        TableWriter writer = new TableWriter(folder.resolve("numbers"),
            new DataTableSpec(new DataColumnSpecCreator("number", IntCell.TYPE).createSpec()));
        for (int i = 0; i < ROWS; i++) {
            writer.add(new DefaultRow("r" + i, List.of(new IntCell(i))));
        }
        return writer.finish();
    }

    private StoredTable rearranged(StoredTable table, SingleCellFactory factory, ExecutionMonitor monitor)
        throws CanceledExecutionException {
        List<Rearrangement.Column> columns = new ArrayList<>(Rearrangement.of(factory));
        columns.addAll(Rearrangement.unchanged(table.spec()));
        Rearrangement rearrangement = new Rearrangement(table.spec(), columns);
        TableWriter writer = new TableWriter(folder.resolve("rearranged"), rearrangement.spec());
        TableRearranging.write(table, rearrangement, writer, monitor);
        return writer.finish();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsKeepTheirOrderAndColumnsTheirPlace(boolean parallel) throws CanceledExecutionException {
        Square square = new Square(parallel);
        StoredTable result = rearranged(numbers(), square, new ExecutionMonitor());
        assertEquals(List.of("square", "number"), result.spec().stream().map(column -> column.getName()).toList());
        int number = 0;
        try (CloseableRowIterator rows = result.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                assertEquals("r" + number, row.getKey().getString());
                assertEquals(new IntCell(number * number), row.getCell(0));
                assertEquals(new IntCell(number), row.getCell(1));
                number++;
            }
        }
        assertEquals(ROWS, number);
        assertEquals(1, square.finished);
        assertEquals(!parallel, square.threads.equals(Set.of(Thread.currentThread().getName())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFaultOfARowIsTheFaultOfTheTable(boolean parallel) {
        IllegalArgumentException fault = new IllegalArgumentException("row 250 is broken");
        Square broken = new Square(parallel) {
            @Override
            public DataCell getCell(DataRow row) {
                if (row.getKey().getString().equals("r250")) {
                    throw fault;
                }
                return super.getCell(row);
            }
        };
        StoredTable table = numbers();
        assertSame(fault, assertThrows(IllegalArgumentException.class,
            () -> rearranged(table, broken, new ExecutionMonitor())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCancelledTableEndsAtOnce(boolean parallel) {
        StoredTable table = numbers();
        Square square = new Square(parallel);
        ExecutionMonitor cancelled = new ExecutionMonitor() {
            @Override
            public void checkCanceled() throws CanceledExecutionException {
                throw new CanceledExecutionException();
            }
        };
        assertThrows(CanceledExecutionException.class, () -> rearranged(table, square, cancelled));
        assertEquals(0, square.finished);
    }

    @Test
    void fileStoresStayInTheirFolderAndHaveOneNameEach() throws IOException {
        FileStores stores = new FileStores(folder.resolve("stores"));
        assertEquals(folder.resolve("stores").resolve("ecgs-1").toFile(), stores.create("ecgs-1").getFile());
        for (String name : List.of("ecgs-1", "../ecgs", "a/b", ".hidden", "", "x".repeat(201))) {
            IOException refused = assertThrows(IOException.class, () -> stores.create(name), name);
            assertTrue(refused.getMessage().contains("\"" + name + "\""), refused.getMessage());
        }
    }
}

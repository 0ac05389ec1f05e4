package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.knime.host.table.StoredTable;
import org.physioclr.knime.host.table.TableWriter;

/** The host's tables: what is written comes back, and what is refused leaves no trace. */
class StoredTableTest {

    @TempDir
    private Path folder;

    private TableWriter writer(DataType... types) {
        DataTableSpec spec = new DataTableSpec(IntStream.range(0, types.length)
            .mapToObj(i -> new DataColumnSpecCreator("c" + i, types[i]).createSpec())
            .toArray(DataColumnSpec[]::new));
        return new TableWriter(folder.resolve("table"), spec);
    }

    private static List<DataRow> rows(StoredTable table) {
        List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void everyKindOfCellComesBack() {
        List<DataCell> cells = List.of(new StringCell("ST-elevation \u2265 0.1 mV\n"), new StringCell(""),
            new StringCell("x".repeat(100_000)), new DoubleCell(-0.0), new DoubleCell(Double.NaN),
            new DoubleCell(Double.MIN_VALUE), new IntCell(Integer.MIN_VALUE), new LongCell(Long.MAX_VALUE),
            BooleanCell.TRUE, BooleanCell.FALSE,
            CollectionCellFactory.createListCell(List.of(new IntCell(2), new IntCell(1), new IntCell(2))),
            CollectionCellFactory.createSetCell(List.of(new StringCell("AF"), new StringCell("PVC"))));
        TableWriter writer = writer(cells.stream().map(DataCell::getType).toArray(DataType[]::new));
        writer.add(new DefaultRow("r", cells));
        DataRow row = rows(writer.finish()).get(0);
        assertEquals("r", row.getKey().getString());
        for (int i = 0; i < cells.size(); i++) {
            assertEquals(cells.get(i), row.getCell(i), "cell " + i);
        }
    }

    @Test
    void aMissingCellKeepsItsReason() {
        TableWriter writer = writer(IntCell.TYPE);
        writer.add(new DefaultRow("r", List.of(new MissingCell("no positives among 3 rows"))));
        assertEquals("no positives among 3 rows", ((MissingCell) rows(writer.finish()).get(0).getCell(0)).getError());
    }

    @Test
    void aRefusedRowLeavesNoTrace() {
        TableWriter writer = writer(IntCell.TYPE, StringCell.TYPE);
        writer.add(new DefaultRow("a", List.of(new IntCell(1), new StringCell("one"))));
        DataRow wrongType = new DefaultRow("b", List.of(new IntCell(2), new DoubleCell(2)));
        String message = assertThrows(IllegalArgumentException.class, () -> writer.add(wrongType)).getMessage();
        assertTrue(message.contains("\"b\"") && message.contains("\"c1\""), message);
        DataRow tooShort = new DefaultRow("b", List.of(new IntCell(2)));
        assertThrows(IllegalArgumentException.class, () -> writer.add(tooShort));
        DataRow twice = new DefaultRow("a", List.of(new IntCell(3), new StringCell("three")));
        message = assertThrows(IllegalArgumentException.class, () -> writer.add(twice)).getMessage();
        assertEquals("Encountered duplicate row ID \"a\" at row number 2", message);
        writer.add(new DefaultRow("b", List.of(new IntCell(4), new StringCell("four"))));
        StoredTable table = writer.finish();
        assertEquals(List.of("a", "b"), rows(table).stream().map(row -> row.getKey().getString()).toList());
        assertEquals(new IntCell(4), rows(table).get(1).getCell(0));
        assertEquals(new IntCell(4), table.spec().getColumnSpec(0).getDomain().getUpperBound());
    }

    @Test
    void domainsAreThoseOfTheValuesWithoutMissingAndNan() {
        TableWriter writer = writer(DoubleCell.TYPE, StringCell.TYPE);
        double[] numbers = {3, Double.NaN, -1, 2};
        for (int i = 0; i < numbers.length; i++) {
            writer.add(new DefaultRow("r" + i, List.of(new DoubleCell(numbers[i]), new StringCell("v" + i % 2))));
        }
        writer.add(new DefaultRow("missing", List.of(new MissingCell(""), new MissingCell(""))));
        DataTableSpec spec = writer.finish().spec();
        assertEquals(new DoubleCell(-1), spec.getColumnSpec(0).getDomain().getLowerBound());
        assertEquals(new DoubleCell(3), spec.getColumnSpec(0).getDomain().getUpperBound());
        assertEquals(Set.of(new StringCell("v0"), new StringCell("v1")),
            spec.getColumnSpec(1).getDomain().getValues());
    }

    @Test
    void moreThanSixtyNamesAreNoDomain() {
        TableWriter writer = writer(StringCell.TYPE);
        for (int i = 0; i < 61; i++) {
            writer.add(new DefaultRow("r" + i, List.of(new StringCell("v" + i))));
        }
        DataColumnDomain domain = writer.finish().spec().getColumnSpec(0).getDomain();
        assertFalse(domain.hasValues());
        assertNull(domain.getValues());
    }

    @Test
    void severalReadersDoNotDisturbEachOtherAndAnEmptyTableHasNoRows() {
        TableWriter writer = writer(IntCell.TYPE);
        for (int i = 0; i < 3; i++) {
            writer.add(new DefaultRow("r" + i, List.of(new IntCell(i))));
        }
        StoredTable table = writer.finish();
        try (CloseableRowIterator first = table.iterator(); CloseableRowIterator second = table.iterator()) {
            first.next();
            assertEquals("r1", first.next().getKey().getString());
            assertEquals("r0", second.next().getKey().getString());
        }
        StoredTable empty = new TableWriter(folder.resolve("empty"), new DataTableSpec()).finish();
        assertEquals(0, empty.size());
        assertFalse(empty.iterator().hasNext());
    }
}

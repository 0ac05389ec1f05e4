package org.physioclr.knime.nodes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.TestTable;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.StoredTable;

/**
 * A changed copy of a table, the ECGs in it shared with the original:
 *
 * <pre>{@code
 * new TableEdit(folder, ecgs).set("subject-00001-1", "ECG", null).without("Sex").make()
 * }</pre>
 */
public final class TableEdit {

    private final Path folder;
    private final DataTableSpec spec;
    private final List<DataRow> rows = new ArrayList<>();
    private final Map<String, Map<String, Object>> replacements = new LinkedHashMap<>();
    private final Map<String, DataType> types = new LinkedHashMap<>();
    private final Map<String, Function<String, Object>> appended = new LinkedHashMap<>();
    private Predicate<String> columns = name -> true;
    private boolean domains = true;

    /**
     * A copy without changes.
     *
     * @param folder where its file goes
     */
    public TableEdit(Path folder, BufferedDataTable table) {
        this.folder = folder;
        spec = table.getDataTableSpec();
        try (CloseableRowIterator iterator = table.iterator()) {
            iterator.forEachRemaining(rows::add);
        }
    }

    /** Replaces a cell; null makes it missing. */
    public TableEdit set(String rowKey, String column, Object value) {
        if (rows.stream().noneMatch(row -> row.getKey().getString().equals(rowKey)) || !spec.containsName(column)) {
            throw new AssertionError("No cell \"" + column + "\" in a row " + rowKey);
        }
        replacements.computeIfAbsent(rowKey, key -> new LinkedHashMap<>()).put(column, value);
        return this;
    }

    /** Replaces all cells of a column; null makes them missing. */
    public TableEdit set(String column, Object value) {
        List.copyOf(rows).forEach(row -> set(row.getKey().getString(), column, value));
        return this;
    }

    /** Appends a column of numbers, or gives an appended one other numbers. */
    public TableEdit with(String name, ToDoubleFunction<String> numberOfRowKey) {
        types.put(name, DoubleCell.TYPE);
        appended.put(name, numberOfRowKey::applyAsDouble);
        return this;
    }

    /** Appends a column of integers. */
    public TableEdit withLabel(String name, ToIntFunction<String> labelOfRowKey) {
        types.put(name, IntCell.TYPE);
        appended.put(name, labelOfRowKey::applyAsInt);
        return this;
    }

    /** Leaves columns out. */
    public TableEdit without(String... names) {
        columns = columns.and(name -> !List.of(names).contains(name));
        return this;
    }

    /** Keeps some rows. */
    public TableEdit where(Predicate<String> rowKey) {
        rows.removeIf(row -> !rowKey.test(row.getKey().getString()));
        return this;
    }

    /** Leaves it open which values the columns have, as KNIME does where nobody has computed it. */
    public TableEdit withoutDomains() {
        domains = false;
        return this;
    }

    /** Turns the order of the rows round. */
    public TableEdit reversed() {
        Collections.reverse(rows);
        return this;
    }

    public BufferedDataTable make() {
        TestTable table = new TestTable(folder);
        int[] kept = IntStream.range(0, spec.getNumColumns())
            .filter(i -> columns.test(spec.getColumnSpec(i).getName())).toArray();
        for (int i : kept) {
            table.column(spec.getColumnSpec(i).getName(), spec.getColumnSpec(i).getType());
        }
        types.forEach(table::column);
        rows.forEach(row -> table.row(row.getKey().getString(),
            Stream.concat(cells(row, kept), appended(row.getKey().getString())).toArray()));
        return domains ? table.make() : withoutDomains(table.make());
    }

    private Stream<Object> cells(DataRow row, int[] kept) {
        Map<String, Object> replaced = replacements.getOrDefault(row.getKey().getString(), Map.of());
        return IntStream.of(kept).mapToObj(i -> {
            String name = spec.getColumnSpec(i).getName();
            return replaced.containsKey(name) ? replaced.get(name) : row.getCell(i);
        });
    }

    private Stream<Object> appended(String rowKey) {
        return appended.values().stream().map(value -> value.apply(rowKey));
    }

    private static BufferedDataTable withoutDomains(BufferedDataTable table) {
        StoredTable stored = HostAccess.stored(table);
        DataColumnSpec[] plain = stored.spec().stream()
            .map(column -> new DataColumnSpecCreator(column.getName(), column.getType()).createSpec())
            .toArray(DataColumnSpec[]::new);
        return HostAccess.table(new StoredTable(stored.file(), new DataTableSpec(plain), stored.size()));
    }
}

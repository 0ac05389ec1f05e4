package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataTableSpec;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.Rearrangement;

/** Says which columns of a table stay and which are computed. */
public class ColumnRearranger {

    static {
        HostAccess.registerRearrangers(rearranger -> new Rearrangement(rearranger.input,
            List.copyOf(rearranger.columns)));
    }

    private final DataTableSpec input;
    private final List<Rearrangement.Column> columns;

    /**
     * Begins with all columns.
     *
     * @param original the structure of the table
     */
    public ColumnRearranger(DataTableSpec original) {
        input = original;
        columns = new ArrayList<>(Rearrangement.unchanged(original));
    }

    /** {@return the number of columns so far} */
    public final int getColumnCount() {
        return columns.size();
    }

    /**
     * {@return the place of a column, -1 if there is none of that name}
     *
     * @param colName its name
     */
    public final int indexOf(String colName) {
        return createSpec().findColumnIndex(colName);
    }

    /**
     * Adds computed columns at the end.
     *
     * @param fac computes them
     */
    public final void append(CellFactory fac) {
        insertAt(columns.size(), fac);
    }

    /**
     * Adds computed columns.
     *
     * @param position where the first of them goes
     * @param fac computes them
     */
    public final void insertAt(int position, CellFactory fac) {
        columns.addAll(position, Rearrangement.of(fac));
    }

    /**
     * Puts a computed column in the place of another.
     *
     * @param newCol computes it
     * @param colName the other's name
     */
    public final void replace(CellFactory newCol, String colName) {
        int index = indexOf(colName);
        if (index < 0) {
            throw new IllegalArgumentException("No column \"" + colName + "\" to replace");
        }
        replace(newCol, index);
    }

    /**
     * Puts computed columns in the places of others.
     *
     * @param fac computes them
     * @param colIndex the others' places, as many as columns are computed
     */
    public final void replace(CellFactory fac, int... colIndex) {
        List<Rearrangement.Column> computed = Rearrangement.of(fac);
        if (computed.size() != colIndex.length) {
            throw new IllegalArgumentException(computed.size() + " columns can't replace " + colIndex.length);
        }
        for (int i = 0; i < colIndex.length; i++) {
            columns.set(colIndex[i], computed.get(i));
        }
    }

    /**
     * Removes columns.
     *
     * @param colIndices their places
     */
    public final void remove(int... colIndices) {
        int[] places = colIndices.clone();
        Arrays.sort(places);
        for (int i = places.length - 1; i >= 0; i--) {
            columns.remove(places[i]);
        }
    }

    /**
     * Removes columns.
     *
     * @param colNames their names
     */
    public final void remove(String... colNames) {
        remove(Arrays.stream(colNames).mapToInt(this::indexOf).toArray());
    }

    /**
     * Removes all columns but some.
     *
     * @param colIndices the places of those that stay
     */
    public final void keepOnly(int... colIndices) {
        Set<Integer> kept = Arrays.stream(colIndices).boxed().collect(Collectors.toSet());
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (!kept.contains(i)) {
                columns.remove(i);
            }
        }
    }

    /** {@return the structure of the result} */
    public final DataTableSpec createSpec() {
        return new Rearrangement(input, columns).spec();
    }
}

package org.physioclr.knime.nodes.bridge;

import java.util.Optional;
import java.util.TreeMap;

/** Counts rows to which something happened, and remembers the first of them for the warning. Safe for many threads. */
public final class RowTally {

    private static final int NAMED = 3;

    private final TreeMap<Long, String> first = new TreeMap<>();
    private long count;

    public synchronized void add(String rowKey) {
        add(count, rowKey);
    }

    /** Adds a row out of turn, as threads do; the warning names those of the lowest indices. */
    public synchronized void add(long rowIndex, String rowKey) {
        first.put(rowIndex, rowKey);
        if (first.size() > NAMED) {
            first.pollLastEntry();
        }
        count++;
    }

    public synchronized long count() {
        return count;
    }

    /**
     * The warning, if there is anything to warn of.
     *
     * @param one what happened to a single row, such as {@code "file was rejected"}
     * @param many what happened to several, such as {@code "files were rejected"}
     * @return for example {@code "12 files were rejected (a, b, c, …)"}
     */
    public synchronized Optional<String> warning(String one, String many) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : many) + " ("
            + String.join(", ", first.values()) + (count > NAMED ? ", …" : "") + ")");
    }
}

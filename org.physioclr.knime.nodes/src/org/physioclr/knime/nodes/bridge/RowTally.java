package org.physioclr.knime.nodes.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts rows to which something happened, and remembers the first of them for the warning. Safe for many threads. */
public final class RowTally {

    private static final int NAMED = 3;

    private final List<String> first = new ArrayList<>(NAMED);
    private long count;

    public synchronized void add(String rowKey) {
        if (first.size() < NAMED) {
            first.add(rowKey);
        }
        count++;
    }

    public synchronized long count() {
        return count;
    }

    /**
     * The warning, if there is anything to warn of.
     *
     * @param what what happened, such as {@code "ECGs have no usable heartbeat"}
     * @return for example {@code "12 ECGs have no usable heartbeat (a, b, c, …)"}
     */
    public synchronized Optional<String> warning(String what) {
        return count == 0 ? Optional.empty()
            : Optional.of(count + " " + what + " (" + String.join(", ", first) + (count > NAMED ? ", …" : "") + ")");
    }
}

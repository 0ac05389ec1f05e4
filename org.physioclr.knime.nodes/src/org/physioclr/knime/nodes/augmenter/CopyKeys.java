package org.physioclr.knime.nodes.augmenter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.run.Progress;

/**
 * The row keys of copies: {@code a|augmented 1}, and {@code a|augmented 2.1} where the table holds copies already,
 * whose keys must not come twice.
 *
 * @param round how often the table was augmented, this time included; from 1
 */
record CopyKeys(int round) {

    private static final Pattern COPY = Pattern.compile("\\|augmented (?:(\\d{1,6})\\.)?\\d+");

    /** The keys of the copies of a table's rows. */
    static CopyKeys of(BufferedDataTable table, Progress progress) {
        int earlier = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                Matcher copy = COPY.matcher(rows.next().getKey().getString());
                while (copy.find()) {
                    earlier = Math.max(earlier, copy.group(1) == null ? 1 : Integer.parseInt(copy.group(1)));
                }
            }
        }
        return new CopyKeys(earlier + 1);
    }

    /** The key of a copy, numbered from 1. */
    RowKey of(String original, int copy) {
        return new RowKey(original + "|augmented " + (round == 1 ? "" : round + ".") + copy);
    }
}

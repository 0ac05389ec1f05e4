package org.physioclr.knime.nodes.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class RowTallyTest {

    private final RowTally tally = new RowTally();

    private Optional<String> warning() {
        return tally.warning("row has none", "rows have none");
    }

    @Test
    void countsInTheGrammarOfOneAndOfMany() {
        assertEquals(Optional.empty(), warning());
        tally.add("a");
        assertEquals(Optional.of("1 row has none (a)"), warning());
        tally.add("b");
        assertEquals(Optional.of("2 rows have none (a, b)"), warning());
    }

    @Test
    void namesTheFirstThreeRowsInWhateverOrderTheyCome() {
        for (int row : new int[] {7, 2, 9, 0, 5}) {
            tally.add(row, "r" + row);
        }
        assertEquals(Optional.of("5 rows have none (r0, r2, r5, …)"), warning());
    }
}

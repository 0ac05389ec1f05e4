package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The harness that tests of nodes are written with, and the host's way to run a single node. */
class NodeRunTest {

    @TempDir
    Path folder;

    private NodeRun numbers() {
        return new NodeRun("org.physioclr.host.nodes.NumbersFactory", folder);
    }

    private NodeRun join() {
        return new NodeRun("org.physioclr.host.nodes.JoinFactory", folder);
    }

    @Test
    void aNodeRunsWithItsDefaults() {
        NodeResult result = numbers().execute();
        assertArrayEquals(new double[] {0, 1, 2}, result.content("Numbers").numbers("Number"));
        assertEquals(List.of("Row0", "Row1", "Row2"), result.content(0).keys());
        assertEquals(List.of(), result.warnings());
        assertEquals(1, result.internal().size());
    }

    @Test
    void settingsOfEveryKindReachTheNode() {
        NodeResult result = numbers().set("count", 2).set("group/step", 0.5).set("group/first", 7)
            .set("group/names", new String[] {"c"}).set("ending", "WARN").set("file", Path.of("there")).execute();
        assertArrayEquals(new double[] {7, 7.5}, result.content(0).numbers("Number"));
        NodeResult without = numbers().set("group/first", 7).set("group/first", Optional.empty()).execute();
        assertEquals(0.0, without.content(0).at("Row0", "Number"));
    }

    @Test
    void aSettingThatDoesNotExistOrHasAnotherTypeFailsTheTest() {
        assertTrue(assertThrows(AssertionError.class, () -> numbers().set("cuont", 2)).getMessage()
            .contains("[count,"));
        assertThrows(AssertionError.class, () -> numbers().set("group/x/y", 2));
        assertThrows(AssertionError.class, () -> numbers().set("count", 2.0));
        assertThrows(AssertionError.class, () -> numbers().set("ending", Path.of("there")));
    }

    @Test
    void warningsOfConfigurationComeFirstAndEachOnce() {
        NodeRun run = numbers().set("ending", "WARN");
        assertEquals(List.of("Only a few"), run.configure().warnings());
        assertEquals(List.of("Only a few", "Only 3"), run.execute().warnings());
    }

    @Test
    void aNodeFailsWithItsOwnMessage() {
        assertEquals("Refused on demand", numbers().set("ending", "REFUSE").configure().failure());
        assertEquals("Refused on demand", numbers().set("ending", "REFUSE").execute().failure());
        assertEquals("Failed on demand", numbers().set("ending", "FAIL").execute().failure());
        assertEquals("Execute failed: Broken on demand", numbers().set("ending", "BREAK").execute().failure());
        assertEquals("Execute failed: The node has set no Table at the output \"Numbers\"",
            numbers().set("ending", "FORGET").execute().failure());
        assertEquals("count must not be negative, it is -1", numbers().set("count", -1).configure().failure());
        assertTrue(numbers().set("ending", "NEVER").configure().failure().contains("NEVER"));
    }

    @Test
    void anOutputOfAFailedNodeFailsTheTestWithTheNodesMessage() {
        NodeResult failed = numbers().set("count", -1).execute();
        assertTrue(assertThrows(AssertionError.class, () -> failed.table("Numbers")).getMessage().contains("negative"));
        assertThrows(AssertionError.class, () -> numbers().execute().failure());
    }

    @Test
    void progressIsHeardAndMayCancel() {
        List<Double> fractions = new ArrayList<>();
        NodeRun run = numbers().set("count", 4);
        assertFalse(run.onProgress((fraction, message) -> fractions.add(fraction)).execute().isCancelled());
        assertEquals(List.of(0.25, 0.5, 0.75, 1.0), fractions);
        run.onProgress((fraction, message) -> run.cancel());
        assertTrue(run.execute().isCancelled());
    }

    @Test
    void outputsOfOneNodeAreInputsOfAnother() {
        NodeResult first = numbers().set("count", 1).execute();
        NodeResult second = numbers().set("count", 1).set("group/first", 5).execute();
        NodeResult joined = join().input(first.table(0), second.table(0)).execute();
        assertArrayEquals(new double[] {0, 5}, joined.content("Joined").numbers("Number"));
    }

    @Test
    void anOptionalPortIsThereOnlyIfConnected() {
        NodeResult first = numbers().execute();
        assertEquals(3, join().input(first.table(0)).execute().content(0).size());
        assertEquals(3, join().input(first.table(0), null).execute().content(0).size());
        assertEquals(6, join().input("First", first.table(0)).input("Second", first.table(0)).execute().content(0)
            .size());
        assertThrows(AssertionError.class, () -> join().execute());
        assertFalse(join().configure(first.spec(0), first.spec(0)).isFailed());
    }

    @Test
    void tablesOfTheTestsOwnHoldWhatTheyWereGiven() {
        TableContent content = TableContent.of(new TestTable(folder).column("Name", StringCell.TYPE)
            .column("Number", DoubleCell.TYPE).row("a", "x", 1.5).row("b", null, null).make());
        assertEquals(List.of("Name", "Number"), content.columns());
        assertEquals(List.of("x", 1.5), content.row("a"));
        assertArrayEquals(new double[] {1.5, Double.NaN}, content.numbers("Number"));
    }

    @Test
    void aViewGetsItsInitialData() {
        NodeResult result = numbers().execute();
        assertEquals("\"3 \\u003c/script\\u003e\"", result.initialData());
        assertTrue(result.viewPage().contains(">" + result.initialData() + "</script>\n</head>"));
    }
}

package org.physioclr.knime.nodes.partitioner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TestTable;

/** The ECG Partitioner on a column of folds. */
class FixedFoldsTest {

    @TempDir
    private Path folder;

    private NodeRun partitioner(BufferedDataTable table, String testFolds) {
        return new NodeRun(EcgPartitionerFactory.class.getName(), folder).input(table).set("splitBy", "FOLDS")
            .set("testFolds", testFolds);
    }

    private TestTable table() {
        return new TestTable(folder).column("Patient", StringCell.TYPE).column("Fold", IntCell.TYPE);
    }

    private TestTable fourPatients() {
        return table().row("a", "p1", 1).row("b", "p2", 9).row("c", "p2", 9).row("d", "p3", 10).row("e", "p4", 10);
    }

    private void assertFails(String message, BufferedDataTable table, String testFolds) {
        String failure = partitioner(table, testFolds).execute().failure();
        assertTrue(failure.contains(message), failure);
    }

    @Test
    void theTestFoldsBecomeTheTestTable() {
        NodeResult split = partitioner(fourPatients().make(), "10").execute();
        assertEquals(List.of("a", "b", "c"), split.content("Training").keys());
        assertEquals(List.of("d", "e"), split.content("Test").keys());
        assertEquals(List.of("a"), partitioner(fourPatients().make(), "9, 10").execute().content("Training").keys());
    }

    @Test
    void foldsMayHaveNames() {
        TestTable named = new TestTable(folder).column("Patient", StringCell.TYPE).column("Fold", StringCell.TYPE)
            .row("a", "p1", "train").row("b", "p2", "test");
        assertEquals(List.of("b"), partitioner(named.make(), "test").execute().content("Test").keys());
    }

    @Test
    void rowsOfUnknownPatientsMayBeOnBothSides() {
        BufferedDataTable table = table().row("a", "", 1).row("b", "", 10).make();
        assertEquals(List.of("b"), partitioner(table, "10").execute().content("Test").keys());
    }

    @Test
    void aPatientOnBothSidesIsRefusedWithTheRow() {
        assertFails("patient p3 on both sides (row f)", fourPatients().row("f", "p3", 1).make(), "10");
    }

    @Test
    void aRowWithoutFoldIsRefused() {
        assertFails("row f has no fold", fourPatients().row("f", "p5", DataType.getMissingCell()).make(), "10");
    }

    @Test
    void aTestFoldThatNoRowHasIsRefusedWithThoseThatThereAre() {
        assertFails("test fold 11 in the column \"Fold\", only 1, 10, 9", fourPatients().make(), "10, 11");
        assertFails("nothing is left to train on", fourPatients().make(), "1, 9, 10");
        assertFails("No test fold is named", fourPatients().make(), " ");
    }

    @Test
    void aMissingColumnIsToldBeforeExecution() {
        BufferedDataTable table = new TestTable(folder).column("Patient", StringCell.TYPE).row("a", "p1").make();
        String failure = partitioner(table, "10").configure().failure();
        assertTrue(failure.contains("no column \"Fold\""), failure);
    }
}

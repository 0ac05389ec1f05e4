package org.physioclr.knime.nodes.partitioner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.host.TestTable;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.TableEdit;

/** The ECG Partitioner. */
class EcgPartitionerTest {

    @TempDir
    private Path folder;

    private NodeRun partitioner(BufferedDataTable table) {
        return new NodeRun(EcgPartitionerFactory.class.getName(), folder).input(table);
    }

    /** The columns Patient, AF and rare. */
    private TestTable table() {
        return new TestTable(folder).column("Patient", StringCell.TYPE).column("AF", IntCell.TYPE)
            .column("rare", IntCell.TYPE);
    }

    /** 100 patients with 1 to 3 rows each, every fourth with AF, every tenth with the rare label. */
    private BufferedDataTable hundredPatients() {
        TestTable table = table();
        for (int patient = 0; patient < 100; patient++) {
            for (int row = 0; row <= patient % 3; row++) {
                table.row("p" + patient + "-" + row, "p" + patient, patient % 4 == 0 ? 1 : 0,
                    patient % 10 == 0 ? 1 : 0);
            }
        }
        return table.make();
    }

    private static Set<Object> patients(TableContent side) {
        return new HashSet<>(side.column("Patient"));
    }

    private static int positives(TableContent side, String label) {
        return Collections.frequency(side.column(label), 1);
    }

    @Test
    void noPatientIsOnBothSides() {
        NodeResult split = partitioner(hundredPatients()).execute();
        assertTrue(Collections.disjoint(patients(split.content("Training")), patients(split.content("Test"))));
        assertEquals(100, patients(split.content("Training")).size() + patients(split.content("Test")).size());
        assertEquals(List.of(), split.warnings());
    }

    @Test
    void everyRowIsOnOneSideInTheInputsOrderAndUnchanged() {
        BufferedDataTable table = hundredPatients();
        TableContent input = TableContent.of(table);
        NodeResult split = partitioner(table).execute();
        List<String> all = new ArrayList<>();
        for (String port : List.of("Training", "Test")) {
            TableContent side = split.content(port);
            assertEquals(input.columns(), side.columns());
            assertEquals(input.keys().stream().filter(side.keys()::contains).toList(), side.keys());
            side.keys().forEach(key -> assertEquals(input.row(key), side.row(key)));
            all.addAll(side.keys());
        }
        assertEquals(input.size(), all.size());
        assertEquals(new HashSet<>(input.keys()), new HashSet<>(all));
    }

    @Test
    void theShareIsMetWithinOnePatientAndLabelsAreAlike() {
        for (double percent : new double[] {50, 70, 90}) {
            NodeResult split = partitioner(hundredPatients()).set("trainingPercent", percent).execute();
            TableContent training = split.content("Training");
            int rows = training.size() + split.content("Test").size();
            assertEquals(percent / 100 * rows, training.size(), 3, "the largest patient has 3 rows");
            for (String label : List.of("AF", "rare")) {
                int there = positives(training, label);
                int all = there + positives(split.content("Test"), label);
                assertEquals(percent / 100 * all, there, 3, label + " at " + percent + " %");
            }
        }
    }

    @Test
    void theSynthesizersTableIsSplitByDefault() {
        NodeResult split = partitioner(Ecgs.synthetic(folder, 40, 2)).execute();
        assertEquals(80, split.content("Training").size() + split.content("Test").size());
        assertEquals(56, split.content("Training").size(), 2);
        assertTrue(Collections.disjoint(patients(split.content("Training")), patients(split.content("Test"))));
        Set<String> keys = Ecgs.of(split.table("Test")).keySet();
        assertEquals(split.content("Test").keys(), List.copyOf(keys));
    }

    @Test
    void rowsWithoutAPatientCountAloneAndAreWarnedOf() {
        TestTable table = table();
        for (int row = 0; row < 40; row++) {
            table.row("r" + row, row == 1 ? "" : null, row % 2, 0);
        }
        NodeResult split = partitioner(table.make()).set("trainingPercent", 50.0).execute();
        assertEquals(20, split.content("Training").size());
        assertEquals(10, positives(split.content("Training"), "AF"));
        assertEquals("""
            40 rows have no patient and count as patients of their own (r0, r1, r2, …)
            1 label has no positive ECG on the training side (rare)
            1 label has no positive ECG on the test side (rare)""", split.warnings().get(0));
    }

    @Test
    void aLabelWithOnePatientIsOnOneSideWithAWarning() {
        TestTable table = table();
        for (int row = 0; row < 20; row++) {
            table.row("r" + row, "p" + row, row % 2, row == 7 ? 1 : 0);
        }
        NodeResult split = partitioner(table.make()).execute();
        assertEquals(1, split.warnings().size());
        String side = positives(split.content("Training"), "rare") == 1 ? "test" : "training";
        assertEquals("1 label has no positive ECG on the " + side + " side (rare)", split.warnings().get(0));
    }

    @Test
    void unknownLabelsCountForNeitherOutcome() {
        TestTable table = table();
        for (int row = 0; row < 40; row++) {
            table.row("r" + row, "p" + row, row < 20 ? null : row % 2, 0);
        }
        NodeResult split = partitioner(table.make()).set("trainingPercent", 50.0).execute();
        assertEquals(5, positives(split.content("Training"), "AF"));
    }

    @Test
    void anyColumnMaySayWhoseAnEcgIs() {
        TestTable table = new TestTable(folder).column("Case", IntCell.TYPE);
        for (int row = 0; row < 30; row++) {
            table.row("r" + row, row / 3);
        }
        NodeResult split = partitioner(table.make()).set("patientColumn", "Case").execute();
        assertTrue(Collections.disjoint(split.content("Training").column("Case"),
            split.content("Test").column("Case")));
        assertEquals(21, split.content("Training").size());
    }

    @Test
    void aWrongPatientColumnIsRefusedBeforeExecution() {
        assertEquals("The input table has no column \"Case\" that says whose ECG a row is. Choose the patient column "
            + "in the dialog.", partitioner(hundredPatients()).set("patientColumn", "Case").configure().failure());
    }

    @Test
    void aLabelThatIsNeither0Nor1NamesRowAndColumn() {
        BufferedDataTable wrong = table().row("a", "p1", 0, 0).row("b", "p2", 2, 1).make();
        BufferedDataTable unknown = new TableEdit(folder, wrong).withoutDomains().make();
        assertEquals("The label column \"AF\" has the value 2 in row b. Labels are 0, 1 or missing; leave this column "
            + "out in the dialog.", partitioner(unknown).execute().failure());
    }

    @Test
    void anIntegerColumnThatIsKnownToHaveOtherValuesIsNoLabel() {
        TestTable table = new TestTable(folder).column("Patient", StringCell.TYPE).column("Beats", IntCell.TYPE);
        table.row("a", "p1", 0).row("b", "p2", 1).row("c", "p3", 2);
        assertEquals(List.of(), partitioner(table.make()).execute().warnings());
    }

    @Test
    void onePatientAloneCantBeSplit() {
        BufferedDataTable one = table().row("a", "p1", 0, 0).row("b", "p1", 1, 0).make();
        assertEquals("The table has ECGs of 1 patient; both sides need one at least. Choose another patient column or "
            + "add ECGs.", partitioner(one).execute().failure());
        assertEquals("The table has no rows. Connect a table of ECGs.",
            partitioner(table().make()).execute().failure());
    }

    @Test
    void aSideThatGetsNobodyIsAFailureNeverAnEmptyTable() {
        BufferedDataTable two = table().row("a", "p1", 0, 0).row("b", "p2", 1, 0).make();
        assertEquals("Nobody is left for the test side, as the table has ECGs of 2 patients only. Choose a training "
            + "share nearer to 50 %, or add ECGs.", partitioner(two).set("trainingPercent", 99.0).execute().failure());
        assertEquals("Nobody is left for the training side, as the table has ECGs of 2 patients only. Choose a "
            + "training share nearer to 50 %, or add ECGs.",
            partitioner(two).set("trainingPercent", 1.0).execute().failure());
        assertEquals(1, partitioner(two).execute().content("Test").size());
    }

    @Test
    void theSeedDecides() {
        BufferedDataTable table = hundredPatients();
        List<String> first = partitioner(table).execute().content("Training").keys();
        assertEquals(first, partitioner(table).execute().content("Training").keys());
        assertNotEquals(first, partitioner(table).set("seed", 2).execute().content("Training").keys());
    }

    @Test
    void aShareOutOfRangeIsRefusedBeforeExecution() {
        for (double percent : new double[] {0, 100, Double.NaN}) {
            String message = partitioner(hundredPatients()).set("trainingPercent", percent).configure().failure();
            assertTrue(message.startsWith("Training share [%] must be between 1 and 99, not "), message);
        }
    }

    @Test
    void bothSpecsAreTheInputs() {
        BufferedDataTable table = hundredPatients();
        NodeResult configured = partitioner(table).configure();
        assertEquals(table.getDataTableSpec(), configured.tableSpec("Training"));
        assertEquals(table.getDataTableSpec(), configured.tableSpec("Test"));
        List<DataType> types = configured.tableSpec("Test").stream().map(column -> column.getType()).toList();
        assertEquals(List.of(StringCell.TYPE, IntCell.TYPE, IntCell.TYPE), types);
    }
}

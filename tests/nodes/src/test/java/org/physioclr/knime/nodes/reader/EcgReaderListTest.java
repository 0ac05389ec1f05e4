package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TestTable;

/** The ECG Reader with a table that lists the files, which the test writes. */
class EcgReaderListTest extends MadeRecords {

    @BeforeEach
    void writeRecords() throws IOException {
        for (String name : List.of("x/a", "x/b", "y/a", "y/unlisted")) {
            files.write(name, 100, "");
        }
    }

    private NodeRun reader(Object... paths) {
        TestTable table = new TestTable(folder.resolve("list")).column("Path", StringCell.TYPE)
            .column("Size", IntCell.TYPE);
        for (int i = 0; i < paths.length; i++) {
            table.row("r" + i, paths[i] instanceof Path path ? path.toString() : paths[i], i);
        }
        BufferedDataTable made = table.make();
        return new NodeRun(EcgReaderFactory.class.getName(), folder.resolve("tables")).input(made);
    }

    @Test
    void theListedFilesAreReadOnceEachInTheirOrder() {
        NodeRun reader = reader(data.resolve("y/a.hea"), null, data.resolve("x/b.hea"), data.resolve("x/gone.hea"),
            data.resolve("x/a.hea"), data.resolve("x/../y/a.hea"));
        assertEquals(37, reader.configure().tableSpec("ECGs").getNumColumns());
        NodeResult read = reader.set("patientSource", "RECORD").execute();
        assertEquals(List.of("y/a", "x/b", "x/a"), read.content("ECGs").keys());
        assertEquals(List.of(data.resolve("x/gone.hea").toString(), "",
            "gone.hea: there is no such file in " + data.resolve("x") + ". Correct its path.")
            .toString(), rejected(read));
        assertEquals(List.of("1 row names no file (r1)\n1 file was rejected, see the second output (gone.hea)"),
            read.warnings());
    }

    private static String rejected(NodeResult read) {
        List<Object> row = new ArrayList<>(read.content("Rejected files").row(0));
        row.replaceAll(cell -> cell == null ? "" : cell);
        return row.toString();
    }

    @Test
    void relativePathsStartFromTheChosenFolder() {
        NodeResult read = reader("x/b.hea", "y/a.hea").set("source/file", data).execute();
        assertEquals(List.of("x/b", "y/a"), read.content("ECGs").keys());
        NodeResult inside = reader("b.hea", "../y/a.hea").set("source/file", data.resolve("x")).execute();
        assertEquals(List.of("x/b", "y/a"), inside.content("ECGs").keys());
        assertEquals("The path \"x/b.hea\" in row r0 is relative. Choose the folder that it starts from in the dialog.",
            reader("x/b.hea").execute().failure());
    }

    @Test
    void aTableThatListsNothingIsRefusedWithARemedy() {
        String noColumn = "The input table has no text column \"%s\". Choose the column with the paths in the dialog.";
        assertEquals(String.format(noColumn, "Size"),
            reader("a").set("pathColumn", "Size").configure().failure());
        assertEquals(String.format(noColumn, "File"), reader("a").set("pathColumn", "File").execute().failure());
        assertEquals("The input table names no file. Choose the column with the paths, or remove the table to read a "
            + "folder.", reader((Object) null).execute().failure());
        assertEquals("The row r0 holds \"a\0b\", which is no path. Choose the column with the paths in the dialog.",
            reader("a\0b").execute().failure());
    }
}

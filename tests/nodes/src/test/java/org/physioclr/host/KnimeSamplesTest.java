package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.knime.host.workflow.Workflow;
import org.physioclr.knime.host.workflow.WorkflowReader;

/**
 * Workflows that KNIME 5.9.0 has written. What they give, KNIME gave with them: see the samples' READMEs in the shared
 * reference.
 */
class KnimeSamplesTest {

    @TempDir
    Path folder;

    private Batch run(Path workflow, Object... options) {
        return Batch.run(folder.resolve("workspace"), Stream.concat(Stream.of("-workflowDir=" + workflow, "-reset",
            "-failonloaderror", "-results=" + folder.resolve("results")), Stream.of(options)).toArray());
    }

    private String table(String name) throws Exception {
        return Files.readString(folder.resolve("results").resolve(name)).replace("\r\n", ";");
    }

    private Path sample(String name) throws Exception {
        return KnimeSample.copy(name, folder.resolve("workflow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal-workflow", "executed-row", "executed-columnar", "variable-override",
        "optional-port/absent", "optional-port/present"})
    void everySampleLoadsAsKnimeWroteIt(String name) throws Exception {
        Workflow workflow = WorkflowReader.read(sample(name));
        assertEquals(Map.of(), workflow.problems());
        assertEquals(0, run(workflow.folder(), "-nosave").status());
    }

    @Test
    void nodesOfExtensionsThatAreNotInstalledAreNamed() throws Exception {
        Path workflow = sample("minimal-workflow");
        WorkflowFolder.edit(workflow.resolve("c/settings.xml"), "org.physioclr.host.nodes.sample.", "local.test.");
        Batch batch = run(workflow);
        assertEquals(3, batch.status());
        assertTrue(batch.err().contains("Node 1, \"Classic Test Source\", is missing")
            && batch.err().contains("local.test.nodes"), batch.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"executed-row", "executed-columnar"})
    void whatKnimeHasExecutedIsLeftAloneUnlessReset(String name) throws Exception {
        Path workflow = sample(name);
        Batch batch = Batch.run(folder.resolve("workspace"), "-workflowDir=" + workflow);
        assertEquals(0, batch.status());
        assertTrue(batch.err().startsWith("Nothing to do"), batch.err());
        assertEquals(0, run(workflow, "-nosave").status());
        assertEquals("Row ID,name,value,scaled,extra;Row0,p0,2.0,5.0,hello;Row1,p1,4.0,10.0,hello;",
            table("2-Out.csv"));
    }

    @Test
    void aSavedCopyOfAnExecutedSampleIsResetAndHoldsNoTables() throws Exception {
        Path copy = folder.resolve("copy");
        assertEquals(0, run(sample("executed-row"), "-destDir=" + copy).status());
        try (Stream<Path> files = Files.walk(copy)) {
            assertEquals("Classic Test Source (#1)/settings.xml, Modern Test Node (#2)/settings.xml, data/base.txt, "
                + "workflow-metadata.xml, workflow.knime, workflowset.meta", files.filter(Files::isRegularFile)
                    .map(file -> copy.relativize(file).toString()).filter(file -> !file.startsWith(".artifacts"))
                    .sorted().collect(Collectors.joining(", ")));
        }
        String settings = Files.readString(copy.resolve("Modern Test Node (#2)/settings.xml"));
        assertTrue(settings.contains("<entry key=\"state\" type=\"xstring\" value=\"CONFIGURED\"/>"), settings);
        assertTrue(settings.contains("<config key=\"ports\"/>") && !settings.contains("internalTables")
            && !settings.contains("3a1f391a-027d-4aed-bc27-245517c622e2"), settings);
        assertTrue(settings.contains("xpassword"), "what the host does not know stays as it is");
    }

    @Test
    void settingsOfASampleCanBeOverwrittenAtEveryDepth() throws Exception {
        assertEquals(0, run(sample("minimal-workflow"), "-nosave", "-option=2,factor,-1,double",
            "-option=2,text,a,b,String", "-option=2,group/gtext,zzz,String", "-option=2,names/0,column,String",
            "-option=2,file/path/file_system_type,CUSTOM_URL,String",
            "-option=2,file/path/path,knime://knime.workflow/data/base.txt,String").status());
        String base = Files.readString(folder.resolve("workflow/data/base.txt")).trim();
        assertEquals("Row ID,name,value,scaled,extra;Row0,p0,2.0,-2.0,\"a,b" + base + "\";Row1,p1,4.0,-4.0,\"a,b"
            + base + "\";", table("2-Out.csv"));
    }

    @Test
    void variablesOverrideSettings() throws Exception {
        assertEquals(0, run(sample("variable-override"), "-nosave").status());
        assertEquals("Row ID,label,value;Row0,from-variable,0.0;Row1,from-variable,1.0;Row2,from-variable,2.0;"
            + "Row3,from-variable,3.0;", table("1-Out.csv"));
    }

    @Test
    void variablesOfTheBatchRunWinAndAreSaved() throws Exception {
        Path copy = folder.resolve("copy");
        assertEquals(0, run(sample("variable-override"), "-workflow.variable=row_count,2,int",
            "-workflow.variable=row_label,from-batch,String", "-destDir=" + copy).status());
        assertEquals("Row ID,label,value;Row0,from-batch,0.0;Row1,from-batch,1.0;", table("1-Out.csv"));
        String saved = Files.readString(copy.resolve("workflow.knime"));
        assertTrue(saved.contains("<entry key=\"value\" type=\"xint\" value=\"2\"/>") && saved.contains("from-batch")
            && saved.contains("row_scale"), saved);
        assertTrue(Files.readString(copy.resolve("Var Source (#1)/settings.xml"))
            .contains("<entry key=\"count\" type=\"xint\" value=\"3\"/>"), "the setting below the variable is kept");
    }

    @Test
    void aVariableOfAnotherTypeFailsTheNode() throws Exception {
        Batch batch = run(sample("variable-override"), "-nosave", "-workflow.variable=row_count,2,String");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("Can't evaluate variable \"row_count\" as xint expression"), batch.err());
        assertTrue(batch.err().contains("STRING"), batch.err());
    }

    @Test
    void aVariableThatIsNotThereFailsTheNodeUntilTheBatchRunGivesIt() throws Exception {
        Path workflow = sample("variable-override");
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), "\"workflow_variables\"", "\"others\"");
        Batch batch = run(workflow, "-nosave");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("Unknown variable \"row_count\""), batch.err());
        assertEquals(0, run(workflow, "-nosave", "-workflow.variable=row_count,6,int",
            "-workflow.variable=row_label,x,String").status());
        assertEquals(8, table("1-Out.csv").split(";", -1).length);
    }

    @Test
    void anOptionalPortTakesAPlaceOnlyWhereItIs() throws Exception {
        assertEquals(0, run(KnimeSample.copy("optional-port/absent", folder.resolve("absent")), "-nosave",
            "-option=2,count,7,int").status());
        assertEquals("Row ID,rows;Input 0,3;Input 1,7;", table("3-Out.csv"));
        assertEquals(0, run(KnimeSample.copy("optional-port/present", folder.resolve("present")), "-nosave",
            "-option=1,count,1,int", "-option=2,count,2,int", "-option=3,count,5,int").status());
        assertEquals("Row ID,rows;Input 0,1;Input 1,5;Input 2,2;", table("4-Out.csv"));
    }

    @Test
    void connectionsOfAPortThatIsNotThereAreNotGuessed() throws Exception {
        Path workflow = sample("optional-port/present");
        WorkflowFolder.edit(workflow.resolve("Optional Port (#4)/settings.xml"), "node_creation_config", "other");
        Batch batch = run(workflow);
        assertEquals(3, batch.status());
        assertTrue(batch.err().contains("2(1) -> 4(3)") && batch.err().contains("workflow.knime"), batch.err());
    }

    @Test
    void anOptionalPortThatIsThereMustBeConnected() throws Exception {
        Path workflow = sample("optional-port/absent");
        WorkflowFolder.edit(workflow.resolve("Optional Port (#3)/settings.xml"), "<config key=\"Annotations\"/>",
            "<config key=\"Annotations\"><config key=\"port_0\"><entry key=\"object_class\" type=\"xstring\" "
                + "value=\"org.knime.core.node.BufferedDataTable\"/></config></config>");
        assertEquals(4, run(workflow, "-nosave").status());
    }
}

package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of a batch run: KNIME's, with KNIME's exit codes, as facts.md of the shared reference lists them. */
class BatchOptionsTest {

    @TempDir
    Path folder;
    private Path workflow;

    @BeforeEach
    void aSourceOfNumbers() throws Exception {
        workflow = new WorkflowFolder(folder.resolve("numbers")).node(1, "NumbersFactory", "count", 3).write();
    }

    private Batch run(Object... options) {
        Object[] all = Stream.concat(Stream.of("-workflowDir=" + workflow, "-reset", "-nosave",
            "-results=" + folder.resolve("results")), Stream.of(options)).toArray();
        return Batch.run(folder.resolve("workspace"), all);
    }

    private String table() throws Exception {
        return Files.readString(folder.resolve("results/1-Numbers.csv")).replace("\r\n", ";");
    }

    @Test
    void withoutArgumentsOrWithHelpTheUsageIsShown() {
        for (Batch batch : new Batch[] {Batch.run(folder), run("-help")}) {
            assertEquals(0, batch.status());
            assertTrue(batch.out().startsWith("Usage:"), batch.out());
        }
        assertFalse(Files.exists(folder.resolve("results")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-resett", "-credentials=name;login;secret", "workflow", "-destDir=", "-destDir", "-option",
        "-option=1", "-option=1,count", "-option=1,count,2", "-option=1,count,2,integer", "-option=1,count,two,int",
        "-option=1,count,3000000000,int", "-option=x,count,2,int", "-option=1,,2,int", "-option=1,flag,yes,boolean",
        "-option=1,count,ab,char", "-workflow.variable=name", "-workflow.variable=name,1", "-workflow.variable=a,x,int",
        "-workflow.variable=a,1,long", "-preferences=/no/such/file.epf", "-preferences", "-credential=",
        "-workflowFile=other.zip", "-workflowDir=other"})
    void aWrongOptionEndsWithTwoAndTheUsageAndNothingIsDone(String option) {
        Batch batch = run(option);
        assertEquals(2, batch.status(), batch.err());
        assertTrue(batch.err().contains("Usage:"), batch.err());
        assertFalse(batch.err().contains("secret"), batch.err());
        assertFalse(Files.exists(folder.resolve("results")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-option=2,count,2,int", "-option=1,cuont,2,int", "-option=1,group/cuont,2,int",
        "-option=1,group,2,int", "-option=1,count/x,2,int", "-option=1,count,2,double", "-option=1,ending,2,int"})
    void anOptionForANodeOrSettingThatIsNotThereOrOfAnotherTypeEndsWithTwo(String option) {
        Batch batch = run(option);
        assertEquals(2, batch.status(), batch.err());
        assertTrue(batch.err().contains("node") && batch.err().contains("Usage:"), batch.err());
        assertFalse(Files.exists(folder.resolve("results")));
    }

    @Test
    void withoutAWorkflowOrWithTwoPlacesToSaveToItEndsWithTwo() {
        assertEquals(2, Batch.run(folder, "-reset").status());
        assertEquals(2, run("-destDir=" + folder.resolve("a"), "-destFile=" + folder.resolve("b.zip")).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-noversioncheck", "-perspective", "-perspective=x", "-showlocation", "-allowdeadlock",
        "-checkforupdates", "-profileList=x", "-profileLocation=x", "-updateLinks", "-masterkey", "-masterkey=x",
        "-credential=name", "-credential=name;login", "-credential=name;login;password"})
    void whatKnimeIgnoresOrThisHostHasNoUseForIsTaken(String option) throws Exception {
        Batch batch = run(option);
        assertEquals(0, batch.status(), batch.err());
        assertEquals("Row ID,Number;Row0,0.0;Row1,1.0;Row2,2.0;", table());
        assertFalse(batch.err().contains("password"), batch.err());
    }

    @Test
    void aPreferencesFileMustExist() throws Exception {
        assertEquals(0, run("-preferences=" + Files.writeString(folder.resolve("a.epf"), "file_export_version=3.0"))
            .status());
    }

    @Test
    void settingsAreOverwrittenAtTheTopAndInside() throws Exception {
        assertEquals(0, run("-option=1,count,2,int", "-option=1,group/step,0.5,double",
            "-option=1,group/first,\"7\",IntCell",
            "-option=1,group/first_is_present,true,boolean", "-option=1,ending,WARN,StringCell").status());
        assertEquals("Row ID,Number;Row0,7.0;Row1,7.5;", table());
    }

    @Test
    void theLastOfTwoOptionsForTheSameSettingCounts() throws Exception {
        assertEquals(0, run("-option=1,count,2,int", "-option=1,count,1,IntCell").status());
        assertEquals("Row ID,Number;Row0,0.0;", table());
    }
}

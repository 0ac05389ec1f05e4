package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.label.KnownDataSet;
import org.physioclr.core.label.LabelFile;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.label.PtbXlLabels;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LengthRule;

class EcgSourceTest {

    @TempDir
    private Path folder;

    /** Two leads, 100 Hz, a ramp of 16-bit samples with 1000 units per mV. */
    private void write(String name, int samples, String comments) throws IOException {
        Path header = folder.resolve(name + ".hea");
        Files.createDirectories(header.getParent());
        String base = header.getFileName().toString().replace(".hea", "");
        Files.writeString(header, base + " 2 100 " + samples + "\n" + base + ".dat 16 1000/mV 16 0 0 0 0 II\n"
            + base + ".dat 16 1/uV 16 0 0 0 0 i\n" + comments);
        byte[] data = new byte[4 * samples];
        for (int i = 0; i < samples; i++) {
            data[4 * i] = (byte) i;
            data[4 * i + 2] = (byte) (i / 2);
        }
        Files.write(folder.resolve(name + ".dat"), data);
    }

    private List<ReadResult> read(boolean recursive, ReaderOptions options) throws IOException {
        List<ReadResult> results = new ArrayList<>();
        try (EcgSource source = EcgSource.open(folder, recursive, options, Progress.NONE)) {
            source.forEachRemaining(results::add);
        }
        return results;
    }

    private static ReadResult.Accepted accepted(ReadResult result) {
        return (ReadResult.Accepted) result;
    }

    @Test
    void readsAFolderInOrderWithTwelveLeads() throws IOException {
        write("b", 100, "#Dx: 164889003\n#Age: 61\n");
        write("a", 100, "");
        write("sub/c", 100, "");
        Files.writeString(folder.resolve("notes.txt"), "nothing of interest");
        List<ReadResult> results = read(true, ReaderOptions.DEFAULT);
        assertEquals(List.of("a", "b", "sub/c"), results.stream().map(r -> accepted(r).record()).toList());
        assertEquals(2, read(false, ReaderOptions.DEFAULT).size());
        ReadResult.Accepted b = accepted(results.get(1));
        assertEquals("WFDB", b.format());
        assertEquals(61, b.patient().ageYears());
        assertEquals(List.of("AF"), b.diagnoses());
        assertEquals(OptionalInt.of(1), b.labels().value("AF"));
        assertEquals(OptionalInt.of(0), b.labels().value("SB"));
        assertEquals(OptionalInt.empty(), accepted(results.get(0)).labels().value("AF"));
        ReadResult.Part part = b.parts().get(0);
        assertEquals("b", part.key());
        assertEquals(Lead.TWELVE, part.ecg().leads());
        assertEquals(Lead.LIMB, part.leads());
        assertEquals(0.010f, part.ecg().samplesMv()[0][20], 1e-7f);
        assertEquals(0.020f, part.ecg().samplesMv()[1][20], 1e-7f);
        assertEquals(0.010f, part.ecg().samplesMv()[2][20], 1e-7f);
        assertTrue(part.quality().startsWith("missing: V1"), part.quality());
    }

    @Test
    void makesWindowsAtAnotherRate() throws IOException {
        write("r", 230, "");
        ReaderOptions options = new ReaderOptions(LeadChoice.ALL, OptionalDouble.of(50), LengthRule.WINDOWS, 1,
            new LabelSource.None(), LabelScheme.CINC_26);
        List<ReadResult.Part> parts = accepted(read(false, options).get(0)).parts();
        assertEquals(List.of("r#0", "r#1"), parts.stream().map(ReadResult.Part::key).toList());
        assertEquals(1.0, parts.get(1).startSeconds());
        assertEquals(50, parts.get(1).ecg().length());
        assertEquals(List.of(Lead.II, Lead.I), parts.get(1).ecg().leads());
        assertEquals("r", parts.get(1).ecg().id());
    }

    @Test
    void aDamagedFileIsRejectedAndStopsNothing() throws IOException {
        write("a", 50, "");
        Files.write(folder.resolve("a.dat"), new byte[7]);
        write("b", 50, "");
        Files.writeString(folder.resolve("c.edf"), "0       " + "x".repeat(300));
        List<ReadResult> results = read(false, ReaderOptions.DEFAULT);
        assertEquals(3, results.size());
        ReadResult.Rejected damaged = (ReadResult.Rejected) results.get(0);
        assertEquals("WFDB", damaged.format());
        assertEquals("a.dat: it ends after 1 of 50 samples. The file is damaged or cut: download it again.",
            damaged.reason());
        assertEquals("c.edf, byte 252: the number of signals \"xxxx\" is not a whole number. Correct the header or "
            + "export the recording again.", ((ReadResult.Rejected) results.get(2)).reason());
    }

    @Test
    void takesLabelsAndPatientsFromAFile() throws IOException {
        write("x/a", 50, "#Dx: 164889003\n");
        Path csv = Files.writeString(folder.resolve("labels.csv"), "record,patient,MI,HYP\na,p7,1,\n");
        ReaderOptions options = new ReaderOptions(LeadChoice.TWELVE, OptionalDouble.empty(), LengthRule.FULL, 0,
            new LabelSource.File(LabelFile.read(csv)), LabelScheme.ALL_FOUND);
        ReadResult.Accepted a = accepted(read(true, options).get(0));
        assertEquals(List.of("MI", "HYP"), options.knownLabels());
        assertEquals("p7", a.patient().id());
        assertEquals("p7", a.parts().get(0).ecg().patient());
        assertEquals(OptionalInt.of(1), a.labels().value("MI"));
        assertEquals(OptionalInt.empty(), a.labels().value("HYP"));
    }

    @Test
    void onlyARecordsHeaderStandsForIt() throws IOException {
        write("seg1", 50, "");
        Files.writeString(folder.resolve("whole.hea"), "whole/2 2 100 100\nseg1 50\n~ 50\n");
        Files.write(folder.resolve("seg1.atr"), new byte[2]);
        List<ReadResult> results = read(false, ReaderOptions.DEFAULT);
        assertEquals(1, results.size());
        assertEquals("whole", accepted(results.get(0)).record());
        assertEquals(100, accepted(results.get(0)).parts().get(0).ecg().length());
        assertTrue(Float.isNaN(accepted(results.get(0)).parts().get(0).ecg().samplesMv()[0][60]));
    }

    @Test
    void linksThatLeadOutAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        write("a", 50, "");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Path outside = Files.writeString(elsewhere.resolve("z.edf"), "0       ");
        Files.createSymbolicLink(folder.resolve("z.edf"), outside);
        assertEquals(1, read(true, ReaderOptions.DEFAULT).size());
    }

    @Test
    void oneFileMayBeChosen() throws IOException {
        write("a", 50, "");
        try (EcgSource source = EcgSource.open(folder.resolve("a.dat"), false, ReaderOptions.DEFAULT, Progress.NONE)) {
            assertEquals("a", accepted(source.next()).record());
        }
        assertThrows(IOException.class,
            () -> EcgSource.open(folder.resolve("none"), false, ReaderOptions.DEFAULT, Progress.NONE));
    }

    @Test
    void stopsWhenTheUserAsks() throws IOException {
        for (int i = 0; i < 5; i++) {
            write("r" + i, 50, "");
        }
        AtomicInteger reports = new AtomicInteger();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {
                reports.incrementAndGet();
            }

            @Override
            public void checkCancelled() {
                if (reports.get() == 2) {
                    throw new CancellationException();
                }
            }
        };
        try (EcgSource source = EcgSource.open(folder, false, ReaderOptions.DEFAULT, progress)) {
            source.next();
            source.next();
            assertThrows(CancellationException.class, source::next);
        }
    }

    @Test
    void theOrderDoesNotDependOnThreads() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 100; i < 160; i++) {
            write("r" + i, i % 7 == 0 ? 20_000 : 10, "");
            expected.add("r" + i);
        }
        assertEquals(expected, read(false, ReaderOptions.DEFAULT).stream().map(r -> accepted(r).record()).toList());
    }

    @Test
    void aMixedFolderGivesEveryEcgOnceAndNamesOnlyTheUnreadableOnes() throws IOException {
        write("w", 50, "#Dx: 164889003\n");
        Files.write(folder.resolve("e.edf"), new EdfFile().signal("ECG II", "mV", "-1", "1", "-100", "100", "50")
            .record(new int[50]).bytes());
        Files.writeString(folder.resolve("t.csv"), "time [s],II [mV]\n0,0.1\n0.01,0.2\n0.02,0.3\n");
        Files.write(folder.resolve("s.scp"), new ScpFile().leads(false, 1, 3)
            .samples(6, 1000, 2000, 0, false, ScpFile.plain(1, 2, 3)).bytes());
        Files.writeString(folder.resolve("labels.csv"), "record,AF\nw,1\n");
        Files.writeString(folder.resolve("README.txt"), "Recorded in 12 wards");
        Files.writeString(folder.resolve("notes.pdf"), "%PDF-1.4");
        Files.writeString(folder.resolve("index.html"), "<html></html>");
        Files.write(folder.resolve("w.atr"), new byte[2]);
        Files.writeString(folder.resolve("d.dcm"), "hello");
        Files.writeString(folder.resolve("x.xml"), "<foo/>");
        Files.writeString(folder.resolve("ragged.csv"), "I,II\n1,2\n1\n");
        Files.write(folder.resolve("lost.dat"), new byte[4]);
        List<ReadResult> results = read(true, ReaderOptions.DEFAULT);
        assertEquals(List.of("e", "s", "t", "w"), results.stream().filter(r -> r instanceof ReadResult.Accepted)
            .map(r -> accepted(r).record()).toList());
        assertEquals(List.of("d.dcm", "lost.dat", "ragged.csv", "x.xml"),
            results.stream().filter(r -> r instanceof ReadResult.Rejected)
                .map(r -> r.file().getFileName().toString()).toList());
    }

    @Test
    void recordsThatDifferInTheirEndingAloneKeepIt() throws IOException {
        write("a", 50, "");
        Files.writeString(folder.resolve("b.csv"), "time [s],II [mV]\n0,0.1\n0.01,0.2\n");
        Files.writeString(folder.resolve("b.tsv"), "time [s]\tII [mV]\n0\t0.1\n0.01\t0.2\n");
        Files.writeString(folder.resolve("b.txt"), "a note");
        assertEquals(List.of("a", "b.csv", "b.tsv"), read(true, ReaderOptions.DEFAULT).stream()
            .map(r -> accepted(r).record()).toList());
        List<Path> files = List.of(folder.resolve("b.csv"), folder.resolve("a.hea"), folder.resolve("b.tsv"));
        List<String> keys = new ArrayList<>();
        try (EcgSource source = EcgSource.open(files, folder, ReaderOptions.DEFAULT, Progress.NONE)) {
            source.forEachRemaining(result -> keys.add(accepted(result).record()));
        }
        assertEquals(List.of("b.csv", "a", "b.tsv"), keys);
    }

    @Test
    void aKnownDataSetGivesLabelsPatientsAndFolds() throws IOException {
        write("records500/00000/00001_hr", 50, "");
        write("records100/00000/00001_lr", 50, "");
        Files.writeString(folder.resolve("ptbxl_database.csv"), "ecg_id,patient_id,age,sex,scp_codes,strat_fold\n"
            + "1,15709.0,56.0,1,\"{'NORM': 100.0, 'LVOLT': 0.0, 'SR': 0.0}\",3\n");
        LabelSource known = new LabelSource.Known(KnownDataSet.PTB_XL.open(folder, PtbXlLabels.SUPERCLASS));
        ReaderOptions options = new ReaderOptions(LeadChoice.TWELVE, OptionalDouble.empty(), LengthRule.FULL, 0, known,
            LabelScheme.CINC_26);
        List<ReadResult> results = read(true, options);
        assertEquals(1, results.size());
        ReadResult.Accepted first = accepted(results.get(0));
        assertEquals("records500/00000/00001_hr", first.record());
        assertEquals(new Patient("15709", 56, Sex.FEMALE), first.patient());
        assertEquals(OptionalInt.of(3), first.fold());
        assertTrue(first.stated());
        assertEquals(List.of("NORM", "LVOLT", "SR"), first.diagnoses());
        assertEquals(OptionalInt.of(1), first.labels().value("NORM"));
        assertEquals(OptionalInt.of(0), first.labels().value("MI"));
        assertEquals(List.of("NORM", "MI", "STTC", "HYP", "CD").stream().sorted().toList(),
            options.knownLabels().stream().sorted().toList());
    }

    @Test
    void aClassThatTheDataSetDoesNotAnnotateIsMissing() throws IOException {
        write("E00001", 50, "#Dx: 164889003\n");
        LabelSource known = new LabelSource.Known(KnownDataSet.GEORGIA.open(folder, PtbXlLabels.ALL));
        ReadResult.Accepted record = accepted(read(true, new ReaderOptions(LeadChoice.TWELVE, OptionalDouble.empty(),
            LengthRule.FULL, 0, known, LabelScheme.CINC_26)).get(0));
        assertEquals(OptionalInt.of(1), record.labels().value("AF"));
        assertEquals(OptionalInt.of(0), record.labels().value("SB"));
        assertEquals(OptionalInt.empty(), record.labels().value("PRWP"));
    }
}

package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.cell.EcgCell;

/** The rows and signals that the ECG Reader gives, on files that the test writes. */
class EcgReaderTest extends MadeRecords {

    static final List<String> CINC_26 = List.of("AF", "AFL", "BBB", "Brady", "LBBB", "RBBB", "IAVB", "IRBBB",
        "LAD", "LAnFB", "LPR", "LQRSV", "LQT", "NSIVCB", "NSR", "PAC", "PR", "PRWP", "PVC", "QAb", "RAD", "SA", "SB",
        "STach", "TAb", "TInv");

    @Test
    void theColumnsAreKnownBeforeAnythingIsRead() throws IOException {
        files.write("a", 100, "");
        DataTableSpec spec = reader().configure().tableSpec("ECGs");
        List<String> about = List.of("ECG", "Patient", "Record", "Start [s]", "Age [y]", "Sex", "Rate [Hz]",
            "Duration [s]", "Leads", "Quality", "Diagnoses");
        assertEquals(about, spec.stream().limit(11).map(column -> column.getName()).toList());
        List<DataType> types = List.of(EcgCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, StringCell.TYPE, StringCell.TYPE,
            SetCell.getCollectionType(StringCell.TYPE));
        assertEquals(types, spec.stream().limit(11).map(column -> column.getType()).toList());
        assertEquals(CINC_26, spec.stream().skip(11).map(column -> column.getName()).toList());
        assertTrue(spec.stream().skip(11).allMatch(column -> column.getType().equals(IntCell.TYPE)));
        NodeResult read = reader().execute();
        assertEquals(spec.stream().map(column -> column.getName()).toList(), read.content("ECGs").columns());
        assertEquals(List.of("File", "Format", "Reason"), read.content("Rejected files").columns());
    }

    @Test
    void aRowSaysWhatTheFileSays() throws IOException {
        files.write("sub/a", 250, "#Age: 61\n#Sex: Female\n#Dx: 164889003,59118001\n");
        TableContent ecgs = reader().execute().content("ECGs");
        assertEquals(List.of("sub/a"), ecgs.keys());
        Map<String, Object> expected = Map.of("Record", "sub/a", "Start [s]", 0.0, "Age [y]", 61.0, "Sex", "female",
            "Rate [Hz]", 100.0, "Duration [s]", 2.5, "Leads", "I, II, III, aVR, aVL, aVF", "Diagnoses",
            List.of("AF", "RBBB"));
        expected.forEach((column, value) -> assertEquals(value, ecgs.at(0, column), column));
        assertNull(ecgs.at(0, "Patient"));
        assertTrue(((String) ecgs.at(0, "Quality")).startsWith("missing: V1, V2"), (String) ecgs.at(0, "Quality"));
        for (String label : CINC_26) {
            assertEquals(List.of("AF", "RBBB").contains(label) ? 1 : 0, ecgs.at(0, label), label);
        }
    }

    @Test
    void theCellHoldsTheSignalInMillivolts() throws IOException {
        files.write("a", 250, "");
        EcgRecord ecg = Ecgs.of(reader().execute().table("ECGs")).get("a");
        assertEquals(Lead.TWELVE, ecg.leads());
        assertEquals(100, ecg.rateHz());
        assertEquals("a", ecg.id());
        for (int i = 0; i < 250; i++) {
            float two = WfdbFiles.units(0, i) / 1000f;
            float one = WfdbFiles.units(1, i) / 1000f;
            assertEquals(one, ecg.samplesMv()[0][i], 1e-6f);
            assertEquals(two, ecg.samplesMv()[1][i], 1e-6f);
            assertEquals(two - one, ecg.samplesMv()[2][i], 1e-6f); // Einthoven: III = II - I
            assertTrue(Float.isNaN(ecg.samplesMv()[6][i]), "V1 was not recorded");
        }
    }

    @Test
    void asRecordedKeepsTheFilesLeads() throws IOException {
        files.write("a", 100, "");
        NodeResult read = reader().set("leads", "AS_RECORDED").execute();
        assertEquals(List.of(Lead.II, Lead.I), Ecgs.of(read.table("ECGs")).get("a").leads());
        assertEquals("II, I", read.content("ECGs").at(0, "Leads"));
    }

    @Test
    void windowsAreRowsOfTheirOwnThatNameTheirRecord() throws IOException {
        files.write("r", 640, "#Dx: 164889003\n");
        files.write("s", 530, "");
        NodeResult read = reader().set("length", "WINDOWS").set("lengthSeconds", 2.0).execute();
        TableContent ecgs = read.content("ECGs");
        // r: 3 windows and a rest of 0.4 s; s: 2 windows and a rest of 1.3 s, which covers half a window and is
        // filled up
        assertEquals(List.of("r#0", "r#1", "r#2", "s#0", "s#1", "s#2"), ecgs.keys());
        assertEquals(List.of("r", "r", "r", "s", "s", "s"), ecgs.column("Record"));
        assertEquals(List.of(0.0, 2.0, 4.0, 0.0, 2.0, 4.0), ecgs.column("Start [s]"));
        assertEquals(Collections.nCopies(6, 2.0), ecgs.column("Duration [s]"));
        assertEquals(1, ecgs.at("r#2", "AF"));
        Map<String, EcgRecord> signals = Ecgs.of(read.table("ECGs"));
        assertEquals("r", signals.get("r#1").id());
        assertEquals(WfdbFiles.units(1, 405) / 1000f, signals.get("r#2").samplesMv()[0][5], 1e-6f);
        float[] last = signals.get("s#2").samplesMv()[0];
        assertEquals(WfdbFiles.units(1, 529) / 1000f, last[129], 1e-6f);
        assertTrue(Float.isNaN(last[130]) && Float.isNaN(last[199]));
    }

    @Test
    void cropOrPadGivesAllTheSameLength() throws IOException {
        files.write("long", 300, "");
        files.write("short", 100, "");
        NodeResult read = reader().set("length", "CROP_OR_PAD").set("lengthSeconds", 2.0).execute();
        assertEquals(List.of("long", "short"), read.content("ECGs").keys());
        Map<String, EcgRecord> ecgs = Ecgs.of(read.table("ECGs"));
        assertEquals(200, ecgs.get("long").length());
        assertEquals(200, ecgs.get("short").length());
        assertEquals(WfdbFiles.units(0, 199) / 1000f, ecgs.get("long").samplesMv()[1][199], 1e-6f);
        assertEquals(WfdbFiles.units(0, 99) / 1000f, ecgs.get("short").samplesMv()[1][99], 1e-6f);
        assertTrue(Float.isNaN(ecgs.get("short").samplesMv()[1][100]));
    }

    @Test
    void everyRecordIsResampledToTheRate() throws IOException {
        files.write("a", 300, "");
        NodeResult read = reader().set("rateHz", 50.0).execute();
        assertEquals(50.0, read.content("ECGs").at("a", "Rate [Hz]"));
        assertEquals(3.0, read.content("ECGs").at("a", "Duration [s]"));
        assertEquals(150, Ecgs.of(read.table("ECGs")).get("a").length());
    }
}

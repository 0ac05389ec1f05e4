package org.physioclr.knime.nodes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.host.NodeRun;
import org.physioclr.knime.nodes.cell.EcgValue;
import org.physioclr.knime.nodes.synthesizer.EcgSynthesizerFactory;

/** Tables of ECGs for the tests of nodes. */
public final class Ecgs {

    private Ecgs() {
    }

    /** Made-up ECGs of 5 s at 100 Hz: small, yet each with several heartbeats. */
    public static BufferedDataTable synthetic(Path folder, int subjects, int recordsPerSubject) {
        return synthesizer(folder, subjects, recordsPerSubject).execute().table("ECGs");
    }

    /** The node that makes them. */
    public static NodeRun synthesizer(Path folder, int subjects, int recordsPerSubject) {
        return new NodeRun(EcgSynthesizerFactory.class.getName(), folder).set("subjects", subjects)
            .set("recordsPerSubject", recordsPerSubject).set("durationSeconds", 5.0).set("rateHz", 100.0);
    }

    /** The ECGs of a table's column ECG by row key, in the table's order; null where the cell is missing. */
    public static Map<String, EcgRecord> of(BufferedDataTable table) {
        Map<String, EcgRecord> ecgs = new LinkedHashMap<>();
        int column = table.getDataTableSpec().findColumnIndex("ECG");
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                ecgs.put(row.getKey().getString(),
                    row.getCell(column).isMissing() ? null : ((EcgValue) row.getCell(column)).ecg());
            }
        }
        return ecgs;
    }
}

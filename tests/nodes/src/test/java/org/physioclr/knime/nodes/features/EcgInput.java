package org.physioclr.knime.nodes.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;

import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.synth.SynthesisOptions;
import org.physioclr.core.synth.VcgSynthesizer;
import org.physioclr.host.TestTable;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.nodes.cell.EcgCell;
import org.physioclr.knime.nodes.cell.EcgCellWriter;

/** Input tables with one ECG column, and ECGs to put in. */
final class EcgInput {

    private final Path folder;
    private final Map<String, EcgRecord> rows = new LinkedHashMap<>();

    EcgInput(Path folder) {
        this.folder = folder;
    }

    /** Adds a row; a null ECG gives a missing cell. */
    EcgInput row(String key, EcgRecord ecg) {
        rows.put(key, ecg);
        return this;
    }

    BufferedDataTable table() {
        TestTable table = new TestTable(folder).column("ECG", EcgCell.TYPE);
        NodeExecution execution =
            new NodeExecution(folder.resolve("ecgs-" + UUID.randomUUID()), (fraction, message) -> { }, () -> false);
        try (EcgCellWriter cells = new EcgCellWriter(execution.context())) {
            for (Map.Entry<String, EcgRecord> row : rows.entrySet()) {
                table.row(row.getKey(), row.getValue() == null ? (Object) null : cells.write(row.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.make();
    }

    /** A person in sinus rhythm without premature beats, ten seconds at 500 Hz, no noise. */
    static EcgRecord sinus() {
        VcgSynthesizer synthesizer = new VcgSynthesizer(new SynthesisOptions(100, 1, 10, 500, 0, 1));
        for (int subject = 0; subject < 100; subject++) {
            if (synthesizer.record(subject, 0).diagnoses().toString().equals("[NSR]")) {
                return synthesizer.record(subject, 0).ecg();
            }
        }
        throw new AssertionError("No person of 100 is healthy");
    }

    /** The same samples of all leads, from [from, to) seconds. */
    static EcgRecord cut(EcgRecord record, double from, double to) {
        int first = (int) Math.round(from * record.rateHz());
        int last = (int) Math.round(to * record.rateHz());
        return record.withSamples(Arrays.stream(record.samplesMv()).map(lead -> Arrays.copyOfRange(lead, first, last))
            .toArray(float[][]::new));
    }

    /** Still before and after a stretch of samples, at the height of its ends. */
    static EcgRecord held(EcgRecord record, int from, int to) {
        float[][] samples = new float[record.leads().size()][record.length()];
        for (int lead = 0; lead < samples.length; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = record.samplesMv()[lead][Math.max(from, Math.min(to, i))];
            }
        }
        return record.withSamples(samples);
    }

    /** Each sample of each lead replaced. */
    static EcgRecord mapped(EcgRecord record, DoubleUnaryOperator change) {
        float[][] samples = new float[record.leads().size()][record.length()];
        for (int lead = 0; lead < samples.length; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = (float) change.applyAsDouble(record.samplesMv()[lead][i]);
            }
        }
        return record.withSamples(samples);
    }
}

package org.physioclr.knime.nodes.synthesizer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.read.Sex;
import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Progress;
import org.physioclr.core.synth.Diagnosis;
import org.physioclr.core.synth.SynthesisOptions;
import org.physioclr.core.synth.SyntheticBeat;
import org.physioclr.core.synth.SyntheticEcg;
import org.physioclr.core.synth.VcgSynthesizer;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.cell.EcgCellWriter;

/** One run of the ECG Synthesizer, on all cores and with a few ECGs in memory at a time. */
final class Synthesis {

    static final List<String> LABELS = Arrays.stream(Diagnosis.values()).map(Diagnosis::label).toList();

    private final SynthesisOptions options;
    private final Progress progress;
    private final EcgCellWriter cells;
    private final BufferedDataContainer ecgs;
    private final BufferedDataContainer beats;
    private int done;

    Synthesis(SynthesisOptions options, ExecutionContext context, Progress progress) {
        this.options = options;
        this.progress = progress;
        cells = new EcgCellWriter(context);
        ecgs = context.createDataContainer(EcgSynthesizerFactory.ECGS);
        beats = context.createDataContainer(EcgSynthesizerFactory.BEATS);
    }

    void run(ExecuteOutput output) throws IOException {
        VcgSynthesizer synthesizer = new VcgSynthesizer(options);
        int cores = Runtime.getRuntime().availableProcessors();
        try (cells; OrderedPool<SyntheticEcg> pool = new OrderedPool<>(cores, 4 * cores, this::add)) {
            for (int i = 0; i < options.subjects(); i++) {
                for (int k = 0; k < options.recordsPerSubject(); k++) {
                    int subject = i;
                    int number = k;
                    pool.submit(() -> synthesizer.record(subject, number));
                }
            }
            pool.finish();
        }
        ecgs.close();
        beats.close();
        output.setOutData(ecgs.getTable(), beats.getTable());
    }

    private void add(SyntheticEcg made) throws IOException {
        List<String> diagnoses = made.diagnoses().stream().map(Diagnosis::label).toList();
        EcgTable.About about = new EcgTable.About(0, made.ageYears(), (made.female() ? Sex.FEMALE : Sex.MALE).text(),
            made.ecg().leads(), "", true, diagnoses);
        String record = made.ecg().id();
        ecgs.addRowToTable(EcgTable.row(record, cells.write(made.ecg()), made.ecg(), about,
            LABELS.stream().map(label -> OptionalInt.of(diagnoses.contains(label) ? 1 : 0)).toList()));
        for (int beat = 0; beat < made.beats().size(); beat++) {
            beats.addRowToTable(new DefaultRow(record + "#" + beat, cells(record, made.beats().get(beat))));
        }
        done++;
        int all = options.subjects() * options.recordsPerSubject();
        progress.report((double) done / all, "ECG " + done + " of " + all);
    }

    private static DataCell[] cells(String record, SyntheticBeat beat) {
        DataCell[] times = DoubleStream.of(beat.pOnset(), beat.pPeak(), beat.pOffset(), beat.qrsOnset(), beat.rPeak(),
            beat.qrsOffset(), beat.tPeak(), beat.tOffset()).mapToObj(Cells::of).toArray(DataCell[]::new);
        DataCell[] cells = new DataCell[2 + times.length];
        cells[0] = new StringCell(record);
        cells[1] = new StringCell(beat.type().code());
        System.arraycopy(times, 0, cells, 2, times.length);
        return cells;
    }
}

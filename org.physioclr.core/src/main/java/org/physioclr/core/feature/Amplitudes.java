package org.physioclr.core.feature;

import java.util.List;
import java.util.Map;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Wave;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalQuality;

/** The features of the median beat: amplitudes, ST levels, axis and voltage indices. */
final class Amplitudes {

    private static final double J_SECONDS = 0.06;

    /** An R wave's peak lies farther from the ends of QRS. */
    private static final double MARGIN_SECONDS = 0.008;

    private static final List<Lead> CHEST = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    private final EcgRecord record;
    private final BeatWindows windows;
    private final Wave p;
    private final Wave qrs;
    private final Wave t;
    private final Electrodes electrodes;

    private Amplitudes(EcgRecord record, SignalQuality signal, BeatWindows windows, List<Beat> beats) {
        this.record = record;
        this.windows = windows;
        p = windows.usual(beats, Beat::p);
        qrs = windows.usual(beats, Beat::qrs);
        t = windows.usual(beats, Beat::t);
        electrodes = Electrodes.of(record, signal, windows.median(), p, qrs, t);
    }

    /** Puts the features; what is returned says of which leads there are none. */
    static Electrodes put(EcgRecord record, SignalQuality signal, BeatWindows windows, List<Beat> beats,
        Map<Feature, Double> values) {
        Amplitudes amplitudes = new Amplitudes(record, signal, windows, beats);
        SegmentFeatures.R_LEADS.forEach(lead -> values.put(SegmentFeatures.r(lead), amplitudes.r(lead)));
        SegmentFeatures.S_LEADS.forEach(lead -> values.put(SegmentFeatures.s(lead), amplitudes.s(lead)));
        SegmentFeatures.P_LEADS
            .forEach(lead -> values.put(SegmentFeatures.p(lead), amplitudes.signed(lead, amplitudes.p)));
        SegmentFeatures.T_LEADS
            .forEach(lead -> values.put(SegmentFeatures.t(lead), amplitudes.signed(lead, amplitudes.t)));
        SegmentFeatures.ST_LEADS.forEach(lead -> values.put(SegmentFeatures.st(lead), amplitudes.st(lead)));
        double areaI = amplitudes.area(Lead.I);
        double areaAvf = amplitudes.area(Lead.AVF);
        values.put(SegmentFeatures.AREA_I, areaI);
        values.put(SegmentFeatures.AREA_AVF, areaAvf);
        // Goldberger's leads are smaller than Einthoven's by 2 / sqrt(3)
        values.put(SegmentFeatures.AXIS, Math.toDegrees(Math.atan2(2 * areaAvf / Math.sqrt(3), areaI)));
        values.put(SegmentFeatures.R_PROGRESSION, amplitudes.rProgression());
        values.put(SegmentFeatures.SOKOLOW,
            amplitudes.s(Lead.V1) + Math.max(amplitudes.r(Lead.V5), amplitudes.r(Lead.V6)));
        values.put(SegmentFeatures.CORNELL, amplitudes.r(Lead.AVL) + amplitudes.s(Lead.V3));
        return amplitudes.electrodes;
    }

    private float[] lead(Lead lead) {
        int index = record.indexOf(lead);
        return index < 0 || !electrodes.areBelieved(lead) ? null : windows.median()[index];
    }

    private double r(Lead lead) {
        float[] beat = lead(lead);
        if (beat == null || Double.isNaN(Extremes.highest(beat, qrs))) {
            return Double.NaN;
        }
        int peak = Extremes.rWave(beat, qrs, margin());
        return peak < 0 ? 0 : beat[peak];
    }

    private double s(Lead lead) {
        float[] beat = lead(lead);
        return beat == null ? Double.NaN : Extremes.sDepth(beat, qrs, margin());
    }

    /** Where along V1 to V6 the complex begins to rise higher than it falls, a QS counting as an S. */
    private double rProgression() {
        double before = Double.NaN;
        for (int k = 0; k < CHEST.size(); k++) {
            float[] beat = lead(CHEST.get(k));
            double excess = beat == null ? Double.NaN : Extremes.highest(beat, qrs) + Extremes.lowest(beat, qrs);
            if (Double.isNaN(excess)) {
                return Double.NaN;
            }
            if (excess > 0) {
                return k == 0 ? 1 : k + before / (before - excess);
            }
            before = excess;
        }
        return CHEST.size() + 1;
    }

    private int margin() {
        return (int) Math.ceil(MARGIN_SECONDS * record.rateHz());
    }

    private double signed(Lead lead, Wave wave) {
        float[] beat = lead(lead);
        return beat == null ? Double.NaN : Extremes.signed(beat, wave, 0);
    }

    private double st(Lead lead) {
        float[] beat = lead(lead);
        int at = qrs.offset() + (int) Math.round(J_SECONDS * record.rateHz());
        return beat == null || !qrs.isPresent() || at >= beat.length ? Double.NaN : beat[at];
    }

    private double area(Lead lead) {
        float[] beat = lead(lead);
        if (beat == null || !qrs.isPresent()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = qrs.onset(); i <= qrs.offset(); i++) {
            sum += beat[i];
        }
        return sum * 1000 / record.rateHz();
    }
}

package org.physioclr.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.physioclr.core.beat.Wave;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalQuality;

/**
 * Which leads' amplitudes are not to be believed: saturated ones, and the limb leads when the arm electrodes look
 * exchanged. That shows in lead I, where P, QRS and T are all negative, which the heart alone brings about only if it
 * lies on the right side; then V6 would be small and negative, too.
 *
 * @param saturated the leads at the recorder's limit
 * @param armsExchanged whether the arm electrodes look exchanged
 */
record Electrodes(List<Lead> saturated, boolean armsExchanged) {

    /** As many samples at the limit cut off peaks. */
    private static final double SATURATED_SHARE = 0.001;
    private static final double CLEARLY_MV = 0.03;

    static Electrodes of(EcgRecord record, SignalQuality signal, float[][] medianBeat, Wave p, Wave qrs, Wave t) {
        List<Lead> saturated = new ArrayList<>();
        for (int lead = 0; lead < record.leads().size(); lead++) {
            if (signal.saturated()[lead] > SATURATED_SHARE) {
                saturated.add(record.leads().get(lead));
            }
        }
        int one = record.indexOf(Lead.I);
        int six = record.indexOf(Lead.V6);
        boolean exchanged = one >= 0 && six >= 0 && Extremes.signed(medianBeat[one], p, 0) < -CLEARLY_MV
            && mean(medianBeat[one], qrs) < -CLEARLY_MV && Extremes.signed(medianBeat[one], t, 0) < -CLEARLY_MV
            && mean(medianBeat[six], qrs) > CLEARLY_MV;
        return new Electrodes(List.copyOf(saturated), exchanged);
    }

    private static double mean(float[] lead, Wave wave) {
        double sum = 0;
        for (int i = wave.onset(); wave.isPresent() && i <= wave.offset(); i++) {
            sum += lead[i];
        }
        return wave.isPresent() ? sum / (wave.offset() - wave.onset() + 1) : Double.NaN;
    }

    boolean areBelieved(Lead lead) {
        return !saturated.contains(lead) && !(armsExchanged && Lead.LIMB.contains(lead));
    }

    /** What is missing for it, for a person to read. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (armsExchanged) {
            reasons.add("arm electrodes look exchanged: no limb lead amplitudes");
        }
        if (!saturated.isEmpty()) {
            reasons.add(String.format(Locale.ROOT, "saturated: no amplitudes in %s",
                String.join(", ", saturated.stream().map(Lead::name).toList())));
        }
        return reasons;
    }
}

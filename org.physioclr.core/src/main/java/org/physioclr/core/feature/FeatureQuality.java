package org.physioclr.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Wave;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalQuality;

/** Says in one line why features of a record are missing. */
final class FeatureQuality {

    private FeatureQuality() {
    }

    /**
     * The reasons, separated by semicolons; empty if nothing stands in the way.
     *
     * @param record as it was recorded
     * @param signal its quality
     * @param beats what was found in it
     * @param doubts about its leads
     */
    static String text(EcgRecord record, SignalQuality signal, List<Beat> beats, List<String> doubts) {
        List<String> reasons = new ArrayList<>();
        beatReasons(record, beats, reasons);
        leadReasons(record, reasons);
        reasons.addAll(doubts);
        if (!signal.text().isEmpty()) {
            reasons.add(signal.text());
        }
        return String.join("; ", reasons);
    }

    private static void beatReasons(EcgRecord record, List<Beat> beats, List<String> reasons) {
        if (beats.isEmpty()) {
            reasons.add(String.format(Locale.ROOT, "no heartbeat found in %.1f s", record.durationSeconds()));
            return;
        }
        if (beats.size() == 1) {
            reasons.add("one heartbeat only");
        }
        int paced = PacingSpikes.pacedBeats(record, beats.stream().mapToInt(Beat::rPeak).toArray());
        if (paced > 0) {
            reasons.add("pacing spikes before " + paced + " of " + beats.size() + " beats");
        }
        waveReason("P", beats, Beat::p, reasons);
        waveReason("QRS", beats, Beat::qrs, reasons);
        waveReason("T", beats, Beat::t, reasons);
    }

    private static void waveReason(String name, List<Beat> beats, Function<Beat, Wave> wave, List<String> reasons) {
        if (beats.stream().map(wave).noneMatch(Wave::isPresent)) {
            reasons.add("no " + name + " wave found");
        }
    }

    private static void leadReasons(EcgRecord record, List<String> reasons) {
        List<String> absent = Lead.TWELVE.stream().filter(lead -> record.indexOf(lead) < 0).map(Lead::name).toList();
        if (!absent.isEmpty()) {
            reasons.add("no lead " + String.join(", ", absent));
        }
    }
}

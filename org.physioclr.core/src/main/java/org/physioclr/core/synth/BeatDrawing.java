package org.physioclr.core.synth;

import java.util.List;
import java.util.random.RandomGenerator;

/** Adds the waves of a beat to the heart's vector. */
final class BeatDrawing {

    private static final double BREATHING_SD = 0.02;

    private BeatDrawing() {
    }

    static SyntheticBeat draw(Subject person, BeatTimes.Timed time, double[][] vector, double rateHz,
        RandomGenerator random) {
        double size = 1 + BREATHING_SD * random.nextGaussian();
        return time.type() == SyntheticBeat.Type.VENTRICULAR_PREMATURE
            ? ventricular(person.heart(), time, size, vector, rateHz)
            : supraventricular(person, time, size, vector, rateHz);
    }

    private static SyntheticBeat supraventricular(Subject person, BeatTimes.Timed time, double size, double[][] vector,
        double rateHz) {
        HeartShape heart = person.heart();
        double qrsOnset = heart.qrs().stream().mapToDouble(Bump::begin).min().orElseThrow();
        double qrsOffset = heart.qrs().stream().mapToDouble(Bump::end).max().orElseThrow();
        heart.qrs().forEach(bump -> bump.times(size).addTo(vector, time.rPeak(), rateHz));
        double tEnd = qrsOnset + heart.qtcSeconds() * Math.sqrt(Math.min(1.5, time.rrBefore()));
        double tPeak = recover(heart.t(), tEnd, qrsOffset, size, time.rPeak(), vector, rateHz);
        if (heart.st() != null) {
            heart.st().times(size).addTo(vector, time.rPeak() + qrsOffset - 0.05, rateHz);
        }
        double onset = Double.NaN;
        double peak = Double.NaN;
        double offset = Double.NaN;
        if (!person.diagnoses().contains(Diagnosis.AF)) {
            boolean early = time.type() == SyntheticBeat.Type.ATRIAL_PREMATURE;
            double start = qrsOnset - heart.prSeconds();
            Bump p = heart.p();
            Bump wave = new Bump(start + p.centre(), p.sigma(), early ? -0.5 * p.x() : p.x(),
                early ? 0.4 * p.y() : p.y(), p.z());
            wave.times(size).addTo(vector, time.rPeak(), rateHz);
            onset = time.rPeak() + wave.begin();
            peak = time.rPeak() + wave.centre();
            offset = time.rPeak() + wave.end();
        }
        return new SyntheticBeat(time.type(), onset, peak, offset, time.rPeak() + qrsOnset, time.rPeak(),
            time.rPeak() + qrsOffset, time.rPeak() + tPeak, time.rPeak() + tEnd);
    }

    /** A wide complex in another direction, with a T wave against it and no P wave. */
    private static SyntheticBeat ventricular(HeartShape heart, BeatTimes.Timed time, double size, double[][] vector,
        double rateHz) {
        Bump qrs = new Bump(0, 0.026, 1.1 * heart.qrs().get(0).z() - 0.5, 0.9, -0.7).times(size);
        Bump end = new Bump(0.055, 0.022, -0.4 * qrs.x(), -0.3 * qrs.y(), -0.4 * qrs.z());
        double tEnd = qrs.begin() + 0.46;
        Bump t = new Bump(tEnd - 0.12, 0.048, -0.35 * qrs.x(), -0.35 * qrs.y(), -0.35 * qrs.z());
        List.of(qrs, end, t).forEach(bump -> bump.addTo(vector, time.rPeak(), rateHz));
        return new SyntheticBeat(time.type(), Double.NaN, Double.NaN, Double.NaN, time.rPeak() + qrs.begin(),
            time.rPeak(), time.rPeak() + end.end(), time.rPeak() + t.centre(), time.rPeak() + t.end());
    }

    /** The T wave, narrower where the rate leaves it less time; the time of its main peak after R. */
    private static double recover(List<Bump> t, double tEnd, double qrsOffset, double size, double rPeak,
        double[][] vector, double rateHz) {
        double room = Math.min(1, (tEnd - qrsOffset) / 0.32);
        double peak = 0;
        for (Bump bump : t) {
            Bump placed = new Bump(tEnd + bump.centre() * room, bump.sigma() * room, bump.x(), bump.y(), bump.z());
            placed.times(size).addTo(vector, rPeak, rateHz);
            peak = placed.centre();
        }
        return peak;
    }
}

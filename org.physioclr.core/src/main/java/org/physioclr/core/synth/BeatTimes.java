package org.physioclr.core.synth;

import static org.physioclr.core.synth.Subject.between;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** When the beats of a record come. */
final class BeatTimes {

    private static final double PREMATURE_SHARE = 0.16;
    private static final double SHORTEST_RR_SECONDS = 0.3;

    private BeatTimes() {
    }

    /**
     * A beat.
     *
     * @param rPeak seconds from the record's start
     * @param type where it comes from
     * @param rrBefore seconds since the R peak before
     */
    record Timed(double rPeak, SyntheticBeat.Type type, double rrBefore) {
    }

    /** The beats from before the record's start to after its end. */
    static List<Timed> draw(Set<Diagnosis> diagnoses, double perMinute, double durationSeconds,
        RandomGenerator random) {
        double usualRr = 60 / (perMinute * (1 + 0.05 * random.nextGaussian()));
        boolean fibrillates = diagnoses.contains(Diagnosis.AF);
        double variation = fibrillates ? between(0.15, 0.3, random) : 0.01;
        double breathingHz = between(0.2, 0.35, random);
        double breathing = between(0.005, 0.03, random);
        double slow = between(0.005, 0.02, random);
        double phase = between(0, 2 * Math.PI, random);
        List<Timed> beats = new ArrayList<>();
        double time = -between(1, 2, random);
        double last = usualRr;
        double pause = 0;
        while (time < durationSeconds + 1.5) {
            SyntheticBeat.Type type = type(diagnoses, beats, random);
            double rhythm = fibrillates ? Math.exp(variation * random.nextGaussian() - variation * variation / 2)
                : 1 + breathing * Math.sin(2 * Math.PI * breathingHz * time)
                + slow * Math.sin(0.2 * Math.PI * time + phase)
                    + variation * random.nextGaussian();
            double rr = usualRr * rhythm;
            double next = switch (type) {
                case NORMAL -> rr + pause;
                case ATRIAL_PREMATURE -> rr * between(0.6, 0.8, random);
                case VENTRICULAR_PREMATURE -> rr * between(0.55, 0.75, random);
            };
            // after a ventricular beat the sinus node keeps its time: both intervals together are two cycles
            pause = type == SyntheticBeat.Type.VENTRICULAR_PREMATURE ? rr - next : 0;
            last = Math.max(SHORTEST_RR_SECONDS, next);
            time += last;
            beats.add(new Timed(time, type, last));
        }
        return beats;
    }

    private static SyntheticBeat.Type type(Set<Diagnosis> diagnoses, List<Timed> beats, RandomGenerator random) {
        boolean possible = !beats.isEmpty() && beats.get(beats.size() - 1).type() == SyntheticBeat.Type.NORMAL;
        double draw = random.nextDouble();
        if (possible && diagnoses.contains(Diagnosis.PVC) && draw < PREMATURE_SHARE) {
            return SyntheticBeat.Type.VENTRICULAR_PREMATURE;
        }
        return possible && diagnoses.contains(Diagnosis.PAC) && draw > 1 - PREMATURE_SHARE
            ? SyntheticBeat.Type.ATRIAL_PREMATURE : SyntheticBeat.Type.NORMAL;
    }
}

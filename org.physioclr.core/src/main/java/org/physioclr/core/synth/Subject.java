package org.physioclr.core.synth;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.physioclr.core.signal.Rotation;

/**
 * What all records of a person share.
 *
 * @param diagnoses the lasting ones; premature beats as a tendency
 * @param rhythm the rhythm's own rate
 * @param heart the shape of the beats
 * @param axis the heart's position
 * @param chestGains of V1 to V6
 * @param ageYears 18 to 90
 * @param female whether a woman
 */
record Subject(Set<Diagnosis> diagnoses, double rhythm, HeartShape heart, Rotation axis, double[] chestGains,
        int ageYears, boolean female) {

    private static final double[] AXIS_SD_DEGREES = {12, 12, 18};
    private static final double CHEST_GAIN_SD = 0.15;

    static Subject draw(RandomGenerator random) {
        Set<Diagnosis> diagnoses = diagnoses(random);
        double perMinute = diagnoses.contains(Diagnosis.SB) ? between(38, 57, random)
            : diagnoses.contains(Diagnosis.STACH) ? between(104, 150, random)
                : diagnoses.contains(Diagnosis.AF) ? between(60, 140, random) : between(61, 99, random);
        HeartShape heart = HeartShape.draw(diagnoses, random);
        Rotation axis = Rotation.of(degrees(0, random), degrees(1, random), degrees(2, random));
        double[] gains = new double[6];
        for (int lead = 0; lead < gains.length; lead++) {
            gains[lead] = Math.exp(CHEST_GAIN_SD * random.nextGaussian());
        }
        return new Subject(diagnoses, perMinute, heart, axis, gains, 18 + random.nextInt(73), random.nextBoolean());
    }

    private static Set<Diagnosis> diagnoses(RandomGenerator random) {
        Set<Diagnosis> diagnoses = EnumSet.noneOf(Diagnosis.class);
        double rhythm = random.nextDouble();
        diagnoses.add(rhythm < 0.5 ? Diagnosis.NSR : rhythm < 0.65 ? Diagnosis.SB
            : rhythm < 0.8 ? Diagnosis.STACH : Diagnosis.AF);
        boolean sinus = !diagnoses.contains(Diagnosis.AF);
        add(diagnoses, Diagnosis.IAVB, sinus ? 0.14 : 0, random);
        add(diagnoses, Diagnosis.PAC, sinus ? 0.12 : 0, random);
        add(diagnoses, Diagnosis.PVC, 0.14, random);
        double block = random.nextDouble();
        if (block < 0.1) {
            diagnoses.add(Diagnosis.LBBB);
        } else if (block < 0.22) {
            diagnoses.add(Diagnosis.RBBB);
        } else {
            add(diagnoses, Diagnosis.LVH, 0.14, random);
            add(diagnoses, Diagnosis.STE, 0.14, random);
            add(diagnoses, Diagnosis.TINV, diagnoses.contains(Diagnosis.LVH) ? 0 : 0.12, random);
        }
        return diagnoses;
    }

    private static void add(Set<Diagnosis> diagnoses, Diagnosis diagnosis, double probability, RandomGenerator random) {
        if (random.nextDouble() < probability) {
            diagnoses.add(diagnosis);
        }
    }

    private static double degrees(int axis, RandomGenerator random) {
        return Math.toRadians(AXIS_SD_DEGREES[axis] * random.nextGaussian());
    }

    static double between(double lowest, double highest, RandomGenerator random) {
        return lowest + (highest - lowest) * random.nextDouble();
    }
}

package org.physioclr.core.augment;

import static org.physioclr.core.run.Range.check;

import java.util.random.RandomGenerator;

import org.physioclr.core.signal.EcgRecord;

/**
 * A change of an ECG that should not change what it says about the heart. Applied to millivolts, before normalisation.
 * Every number of an augmentation has its unit in its name.
 */
public sealed interface Augmentation {

    /**
     * Applies the augmentation once.
     *
     * @param record the ECG, which is not written to
     * @param rPeaks its R peaks, ascending sample indices
     * @param random what is left to chance is drawn from here
     * @return a signal of the same shape in millivolts, NaN where missing
     */
    float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random);

    /**
     * Puts the complete cycles of the record into a random order; head and tail stay. Cycles are cut in diastole, at
     * {@code r + cutFraction * RR}, not at the R peak, so that no QRS complex is made of two; at each joint the step is
     * smoothed away over {@code crossFadeSeconds} on either side. Fewer than three cycles stay as they are. The rate,
     * the shape of the beats and the set of RR intervals are kept, their order is not: bigeminy, Wenckebach's periods
     * and sinus arrhythmia change.
     *
     * @param cutFraction where a cycle is cut, 0.4 to 0.9
     * @param crossFadeSeconds 0 to 0.05
     */
    record HeartbeatShuffle(double cutFraction, double crossFadeSeconds) implements Augmentation {
        public HeartbeatShuffle {
            check("cutFraction", cutFraction, 0.4, 0.9);
            check("crossFadeSeconds", crossFadeSeconds, 0, 0.05);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Cycles.of(record, rPeaks, cutFraction).shuffled(record, crossFadeSeconds, random);
        }
    }

    /**
     * Takes leads away: each is missing with the given probability, but never all.
     *
     * @param share of the leads, 0 to 1
     */
    record LeadMasking(double share) implements Augmentation {
        public LeadMasking {
            check("share", share, 0, 1);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Masks.leads(record, share, random);
        }
    }

    /**
     * Takes a stretch of time away from all leads.
     *
     * @param share of the record's length, 0 to 0.9
     */
    record TimeMasking(double share) implements Augmentation {
        public TimeMasking {
            check("share", share, 0, 0.9);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Masks.time(record, share, random);
        }
    }

    /**
     * Adds to each electrode three sine waves of 0.05 to 0.5 Hz, as breathing and movement do.
     *
     * @param maxMv the greatest amplitude, 0 to 5
     */
    record BaselineWander(double maxMv) implements Augmentation {
        public BaselineWander {
            check("maxMv", maxMv, 0, 5);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Noise.wander(record, maxMv, random);
        }
    }

    /**
     * Adds noise of 20 to 150 Hz to each electrode, as muscles do.
     *
     * @param maxMv the greatest root mean square, 0 to 2
     */
    record MuscleNoise(double maxMv) implements Augmentation {
        public MuscleNoise {
            check("maxMv", maxMv, 0, 2);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Noise.muscle(record, maxMv, random);
        }
    }

    /**
     * Adds a sine of the mains' frequency to each electrode.
     *
     * @param hz of the mains, 40 to 70
     * @param maxMv the greatest amplitude, 0 to 2
     */
    record Powerline(double hz, double maxMv) implements Augmentation {
        public Powerline {
            check("hz", hz, 40, 70);
            check("maxMv", maxMv, 0, 2);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Noise.powerline(record, hz, maxMv, random);
        }
    }

    /**
     * Adds white noise to each electrode.
     *
     * @param maxMv the greatest root mean square, 0 to 2
     */
    record GaussianNoise(double maxMv) implements Augmentation {
        public GaussianNoise {
            check("maxMv", maxMv, 0, 2);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Noise.white(record, maxMv, random);
        }
    }

    /**
     * Multiplies all leads by one number.
     *
     * @param lowest factor, 0.1 to 1
     * @param highest factor, 1 to 10
     */
    record AmplitudeScaling(double lowest, double highest) implements Augmentation {
        public AmplitudeScaling {
            check("lowest", lowest, 0.1, 1);
            check("highest", highest, 1, 10);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Geometry.scaled(record, lowest + (highest - lowest) * random.nextDouble());
        }
    }

    /**
     * Shifts all leads in time; what comes in at one end is missing.
     *
     * @param maxSeconds to either side, 0 to 10
     */
    record TimeShift(double maxSeconds) implements Augmentation {
        public TimeShift {
            check("maxSeconds", maxSeconds, 0, 10);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            double seconds = maxSeconds * (2 * random.nextDouble() - 1);
            return Geometry.shifted(record, (int) Math.round(seconds * record.rateHz()));
        }
    }

    /**
     * Rotates and scales the heart's vector (3KG, Gopal et al., ML4H 2021): leads become the vectorcardiogram by the
     * inverse Dower matrix, and the rotated vector becomes leads again. A record without all of I, II and V1 to V6
     * stays as it is.
     *
     * @param maxDegrees of the rotation about each axis, 0 to 90
     * @param maxScale of each axis; its inverse is the least; 1 to 2
     */
    record VcgTransform(double maxDegrees, double maxScale) implements Augmentation {
        public VcgTransform {
            check("maxDegrees", maxDegrees, 0, 90);
            check("maxScale", maxScale, 1, 2);
        }

        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Vcg.transformed(record, maxDegrees, maxScale, random);
        }
    }

    /** Exchanges the arms' electrodes: I is inverted, II and III, aVR and aVL change places. */
    record LeadReversal() implements Augmentation {
        @Override
        public float[][] apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
            return Geometry.armsExchanged(record);
        }
    }
}

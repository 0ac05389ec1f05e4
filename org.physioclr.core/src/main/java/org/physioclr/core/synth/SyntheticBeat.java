package org.physioclr.core.synth;

/**
 * The truth about a beat. Times are seconds from the record's start, NaN where there is no such wave; a wave is taken
 * to begin and end 2.5 standard deviations from the centres of its first and last Gaussian.
 *
 * @param type where the beat comes from
 * @param pOnset begin of the P wave
 * @param pPeak its centre
 * @param pOffset its end
 * @param qrsOnset begin of the QRS complex
 * @param rPeak the time at which the ventricles' main vector is largest
 * @param qrsOffset end of the QRS complex
 * @param tPeak the centre of the T wave's main part
 * @param tOffset its end
 */
public record SyntheticBeat(Type type, double pOnset, double pPeak, double pOffset, double qrsOnset, double rPeak,
        double qrsOffset, double tPeak, double tOffset) {

    /** Where a beat comes from. */
    public enum Type {
        /** The sinus node, or in fibrillation the atria. */
        NORMAL("N"),
        /** The atria, too early. */
        ATRIAL_PREMATURE("A"),
        /** The ventricles, too early. */
        VENTRICULAR_PREMATURE("V");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The code of MIT annotations. */
        public String code() {
            return code;
        }
    }
}

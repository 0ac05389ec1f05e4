package org.physioclr.core.beat;

/**
 * Tells P waves from fibrillatory waves and noise: a P wave looks like what other beats have at the same distance from
 * the R peak, as the mean over beats shows it. Fibrillation averages out.
 *
 * @param detail of the lead
 * @param mean over beats, index 0 being {@code reach} samples before the R peak
 * @param rPeaks the R peaks
 * @param reach how far the mean reaches back, in samples
 * @param beats how many beats the mean is over
 */
record PCoherence(double[] detail, double[] mean, int[] rPeaks, int reach, int beats) {

    static PCoherence of(double[] detail, int[] rPeaks, int reach) {
        double[] mean = new double[reach];
        int beats = 0;
        for (int rPeak : rPeaks) {
            if (rPeak >= reach) {
                beats++;
                for (int i = 0; i < reach; i++) {
                    mean[i] += detail[rPeak - reach + i];
                }
            }
        }
        for (int i = 0; i < reach && beats > 0; i++) {
            mean[i] /= beats;
        }
        return new PCoherence(detail, mean, rPeaks, reach, beats);
    }

    /**
     * The correlation, about zero, of a stretch with the mean of the other beats at the same place.
     *
     * @param beat index of the beat
     * @param from first sample
     * @param to last sample
     * @return -1 to 1, NaN if there are no other beats there
     */
    double of(int beat, int from, int to) {
        int origin = rPeaks[beat] - reach;
        if (beats < 3 || origin < 0) {
            return Double.NaN;
        }
        double cross = 0;
        double own = 0;
        double other = 0;
        for (int i = Math.max(from, origin); i <= Math.min(to, rPeaks[beat] - 1); i++) {
            double x = detail[i];
            double y = (mean[i - origin] * beats - x) / (beats - 1);
            cross += x * y;
            own += x * x;
            other += y * y;
        }
        return own > 0 && other > 0 ? cross / Math.sqrt(own * other) : 0;
    }
}

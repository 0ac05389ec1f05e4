package org.physioclr.core.synth;

/**
 * A Gaussian of the heart's vector.
 *
 * @param centre seconds after the R peak
 * @param sigma standard deviation in seconds
 * @param x to the left, mV
 * @param y down, mV
 * @param z to the back, mV
 */
record Bump(double centre, double sigma, double x, double y, double z) {

    /** How many deviations from its centre a wave is taken to begin and end. */
    static final double REACH = 2.5;

    private static final double DRAWN = 5;

    double begin() {
        return centre - REACH * sigma;
    }

    double end() {
        return centre + REACH * sigma;
    }

    Bump times(double factor) {
        return new Bump(centre, sigma, x * factor, y * factor, z * factor);
    }

    /** Adds the Gaussian to a vector's course, {@code [axis][sample]}. */
    void addTo(double[][] vector, double rPeakSeconds, double rateHz) {
        double middle = (rPeakSeconds + centre) * rateHz;
        double width = sigma * rateHz;
        int from = (int) Math.max(0, Math.ceil(middle - DRAWN * width));
        int to = (int) Math.min(vector[0].length - 1, Math.floor(middle + DRAWN * width));
        for (int i = from; i <= to; i++) {
            double u = (i - middle) / width;
            double height = Math.exp(-u * u / 2);
            vector[0][i] += x * height;
            vector[1][i] += y * height;
            vector[2][i] += z * height;
        }
    }
}

package org.physioclr.core.signal;

/**
 * The ratio of two sampling rates as a fraction in lowest terms.
 *
 * @param up target samples
 * @param down for so many source samples
 */
record RateRatio(int up, int down) {

    private static final int LARGEST = 10_000;

    /**
     * The fraction nearest to {@code toHz / fromHz} with terms up to 10,000, by continued fractions. It is exact for
     * rates that are used in practice; else its relative error is below 1e-7, one sample in hours.
     *
     * @throws IllegalArgumentException if a rate isn't positive, or one is over 10,000 times the other
     */
    static RateRatio of(double fromHz, double toHz) {
        double ratio = toHz / fromHz;
        if (!(fromHz > 0 && toHz > 0 && ratio <= LARGEST && ratio >= 1.0 / LARGEST)) {
            throw new IllegalArgumentException("Can't resample from " + fromHz + " to " + toHz
                + " Hz: rates must be positive and within a factor of " + LARGEST);
        }
        long up = 1;
        long down = 0;
        long previousUp = 0;
        long previousDown = 1;
        double rest = ratio;
        while (true) {
            long whole = (long) Math.floor(rest);
            long nextUp = whole * up + previousUp;
            long nextDown = whole * down + previousDown;
            if (nextUp > LARGEST || nextDown > LARGEST) {
                break;
            }
            previousUp = up;
            previousDown = down;
            up = nextUp;
            down = nextDown;
            double fraction = rest - whole;
            if (Math.abs((double) up / down - ratio) <= 1e-12 * ratio || fraction <= 0) {
                break;
            }
            rest = 1 / fraction;
        }
        return new RateRatio((int) up, (int) down);
    }

    /** How many samples {@code length} source samples become: {@code ceil(length up / down)}. */
    int resampledLength(int length) {
        return Math.toIntExact(Math.floorDiv((long) length * up + down - 1, (long) down));
    }
}

package org.physioclr.core.score;

/** A share of counted rows. */
final class Proportion {

    private Proportion() {
    }

    /**
     * The share of successes with Wilson's score interval (E. B. Wilson, Journal of the American Statistical
     * Association 22 (1927) 209).
     *
     * @param reason what to say if there are no rows
     */
    static Estimate of(long successes, long rows, double level, String reason) {
        if (rows == 0) {
            return Estimate.undefined(reason);
        }
        double z = Normal.criticalValue(level);
        double share = (double) successes / rows;
        double centre = (share + z * z / (2 * rows)) / (1 + z * z / rows);
        double margin = z / (1 + z * z / rows) * Math.sqrt(share * (1 - share) / rows + z * z / (4.0 * rows * rows));
        double low = successes == 0 ? 0 : Math.max(0, centre - margin);
        double high = successes == rows ? 1 : Math.min(1, centre + margin);
        return Estimate.of(share, new Interval(low, high));
    }
}

package org.physioclr.core.signal;

import java.util.Locale;

/**
 * How a record in millivolts becomes numbers of order one for a model. Statistics are taken over the samples that are
 * there (population standard deviation); a missing sample stays NaN. In every choice but {@link None} a constant lead
 * becomes zeros, which a model trained with masked leads reads as <i>no such lead</i>.
 */
public sealed interface Normalisation {

    /** Millivolts as they are, constant leads included. */
    record None() implements Normalisation {
        @Override
        public float[][] apply(float[][] samplesMv) {
            return LeadStatistics.scaled(samplesMv, lead -> 0, lead -> 1);
        }

        @Override
        public String toText() {
            return "none";
        }
    }

    /**
     * {@code (x - mean) / sd} with one mean and one deviation over all leads that vary: keeps the leads' proportions.
     */
    record RecordZScore() implements Normalisation {
        @Override
        public float[][] apply(float[][] samplesMv) {
            LeadStatistics all = LeadStatistics.ofAll(samplesMv);
            return LeadStatistics.scaledOrZero(samplesMv, lead -> all.mean(), lead -> all.deviation());
        }

        @Override
        public String toText() {
            return "record z-score";
        }
    }

    /** {@code (x - mean) / sd} of each lead by itself: every lead gets unit variance, voltage is lost. */
    record LeadZScore() implements Normalisation {
        @Override
        public float[][] apply(float[][] samplesMv) {
            LeadStatistics[] each = new LeadStatistics[samplesMv.length];
            for (int lead = 0; lead < each.length; lead++) {
                each[lead] = LeadStatistics.of(samplesMv[lead]);
            }
            return LeadStatistics.scaledOrZero(samplesMv, lead -> each[lead].mean(), lead -> each[lead].deviation());
        }

        @Override
        public String toText() {
            return "lead z-score";
        }
    }

    /**
     * {@code x / scaleMv}: keeps voltage, which hypertrophy, low voltage and ST changes need.
     *
     * @param scaleMv the millivolts that become one, positive and finite
     */
    record FixedScale(double scaleMv) implements Normalisation {
        public FixedScale {
            if (!(scaleMv > 0) || Double.isInfinite(scaleMv)) {
                throw new IllegalArgumentException("The scale must be a positive number of millivolts, not " + scaleMv);
            }
        }

        @Override
        public float[][] apply(float[][] samplesMv) {
            return LeadStatistics.scaledOrZero(samplesMv, lead -> 0, lead -> scaleMv);
        }

        @Override
        public String toText() {
            return "scale " + scaleMv + " mV";
        }
    }

    /**
     * Normalises a record.
     *
     * @param samplesMv millivolts, {@code [lead][sample]}, NaN where missing; not written to
     * @return a new array of the same shape, NaN where {@code samplesMv} has NaN
     */
    float[][] apply(float[][] samplesMv);

    /** The canonical text that checkpoints carry; {@link #parse} reads it back. */
    String toText();

    /**
     * Reads {@link #toText()}'s output.
     *
     * @throws IllegalArgumentException if the text names no normalisation
     */
    static Normalisation parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.matches("scale \\S+ mv")) {
            return new FixedScale(Double.parseDouble(plain.split(" ")[1]));
        }
        return switch (plain) {
            case "none" -> new None();
            case "record z-score" -> new RecordZScore();
            case "lead z-score" -> new LeadZScore();
            default -> throw new IllegalArgumentException("Unknown normalisation \"" + text
                + "\". Known are: none, record z-score, lead z-score, scale <number> mV.");
        };
    }
}

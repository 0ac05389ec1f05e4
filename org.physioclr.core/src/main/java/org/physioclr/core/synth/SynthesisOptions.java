package org.physioclr.core.synth;

import static org.physioclr.core.run.Range.check;

/**
 * Which ECGs are made up.
 *
 * @param subjects how many, 1 to 1,000,000
 * @param recordsPerSubject of equal heart but other noise and rate, 1 to 1,000
 * @param durationSeconds of a record, 2 to 600
 * @param rateHz samples a second, 100 to 2,000
 * @param noise factor of all disturbances, 0 to 10; 1 is that of a usual recording
 * @param seed draws everything
 */
public record SynthesisOptions(int subjects, int recordsPerSubject, double durationSeconds, double rateHz, double noise,
        long seed) {

    public SynthesisOptions {
        check("Subjects", subjects, 1, 1_000_000);
        check("ECGs per subject", recordsPerSubject, 1, 1_000);
        check("Duration [s]", durationSeconds, 2, 600);
        check("Sampling rate [Hz]", rateHz, 100, 2_000);
        check("Noise", noise, 0, 10);
    }
}

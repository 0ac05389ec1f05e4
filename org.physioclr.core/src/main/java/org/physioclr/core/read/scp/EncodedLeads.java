package org.physioclr.core.read.scp;

import org.physioclr.core.read.BitReader;
import org.physioclr.core.read.ReadException;

/**
 * The encoded samples of section 5, the reference beat, or section 6, the rhythm.
 *
 * @param section the section
 * @param nanovolts what a step is worth
 * @param intervalMicroseconds the time from one sample to the next
 * @param differences 0 if samples are stored themselves, 1 or 2 for their first or second differences
 * @param bimodal whether the rhythm is thinned out between the QRS complexes; section 6 only
 * @param starts where each lead's bytes begin in the section
 */
record EncodedLeads(ScpSection section, int nanovolts, int intervalMicroseconds, int differences, boolean bimodal,
        long[] starts) {

    static EncodedLeads parse(ScpSection section, int leads) throws ReadException {
        EncodedLeads encoded = new EncodedLeads(section, section.unsigned16(0), section.unsigned16(2),
            section.unsigned8(4), section.id() == 6 && section.unsigned8(5) != 0, new long[leads + 1]);
        encoded.starts[0] = 6 + 2L * leads;
        for (int i = 0; i < leads; i++) {
            encoded.starts[i + 1] = encoded.starts[i] + section.unsigned16(6 + 2L * i);
        }
        if (encoded.nanovolts == 0 || encoded.intervalMicroseconds == 0 || encoded.differences > 2) {
            throw section.error("a step of " + encoded.nanovolts + " nV, an interval of "
                + encoded.intervalMicroseconds + " us and differences of order " + encoded.differences
                + " make no signal");
        }
        section.position(encoded.starts[0], encoded.starts[leads] - encoded.starts[0]);
        return encoded;
    }

    double rateHz() {
        return 1e6 / intervalMicroseconds;
    }

    /**
     * Decodes a lead.
     *
     * @param lead which
     * @param name its name, for messages
     * @param count how many samples it should have
     * @param code null if samples are 16-bit numbers
     * @return the samples in steps
     * @throws ReadException if the data end before
     */
    int[] decode(int lead, String name, long count, HuffmanCode code) throws ReadException {
        long bytes = starts[lead + 1] - starts[lead];
        // No sample takes less than a bit.
        if (count > 8 * bytes || code == null && 2 * count > bytes) {
            throw section.error(bytes + " bytes can't hold the " + count + " samples of lead " + name);
        }
        int from = section.position(starts[lead], bytes);
        int[] samples = new int[(int) count];
        if (code != null) {
            int decoded = code.decode(new BitReader(section.file().data(), from, (int) (from + bytes)), samples);
            if (decoded < count) {
                throw section.error("lead " + name + " ends after " + decoded + " of " + count + " samples");
            }
        } else {
            for (int i = 0; i < count; i++) {
                samples[i] = section.file().signed16(from + 2L * i);
            }
        }
        sum(samples);
        return samples;
    }

    private void sum(int[] samples) {
        for (int i = differences; i < samples.length && differences > 0; i++) {
            samples[i] += differences == 1 ? samples[i - 1] : 2 * samples[i - 1] - samples[i - 2];
        }
    }
}

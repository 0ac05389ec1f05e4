package org.physioclr.core.read.scp;

import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.read.ReadException;

/**
 * Where the QRS complexes are (section 4). Samples count from 1.
 *
 * @param beatMilliseconds the length of the reference beat
 * @param beatFiducial the sample of the reference beat that is laid on each QRS complex
 * @param beats the complexes from which the reference beat was subtracted
 * @param protectedZones first and last samples of what was not thinned out, in order, no two overlap
 */
record QrsZones(int beatMilliseconds, int beatFiducial, List<Beat> beats, List<long[]> protectedZones) {

    /** Nothing is known. */
    static final QrsZones NONE = new QrsZones(0, 0, List.of(), List.of());

    private static final int BEAT_BYTES = 14;
    private static final int ZONE_BYTES = 8;

    /**
     * A complex.
     *
     * @param start the first sample that was subtracted from
     * @param fiducial the sample on which the reference beat's fiducial lies
     * @param end the last sample that was subtracted from
     */
    record Beat(long start, long fiducial, long end) {
    }

    static QrsZones parse(ScpSection section) throws ReadException {
        int count = section.unsigned16(4);
        List<Beat> beats = new ArrayList<>();
        List<long[]> zones = new ArrayList<>();
        long next = 1;
        // Old files end here; their zones of subtraction are the protected ones.
        boolean explicit = section.length() >= 6 + count * (long) (BEAT_BYTES + ZONE_BYTES);
        for (int i = 0; i < count; i++) {
            long at = 6 + (long) BEAT_BYTES * i;
            Beat beat = new Beat(section.unsigned32(at + 2), section.unsigned32(at + 6), section.unsigned32(at + 10));
            if (section.unsigned16(at) == 0) {
                beats.add(beat);
            }
            long zone = 6 + (long) BEAT_BYTES * count + (long) ZONE_BYTES * i;
            long start = Math.max(next, explicit ? section.unsigned32(zone) : beat.start);
            long end = explicit ? section.unsigned32(zone + 4) : beat.end;
            if (end >= start) {
                zones.add(new long[] {start, end});
                next = end + 1;
            }
        }
        return new QrsZones(section.unsigned16(0), section.unsigned16(2), beats, zones);
    }
}

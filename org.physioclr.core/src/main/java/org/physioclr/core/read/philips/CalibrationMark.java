package org.physioclr.core.read.philips;

import java.util.Arrays;
import java.util.List;

/**
 * The mark that carts append to every lead: 0.1 s of nothing, 0.2 s of 1 mV, 0.1 s of nothing. It is no part of the
 * ECG.
 */
final class CalibrationMark {

    private static final double PAUSE_SECONDS = 0.1;
    private static final double PULSE_SECONDS = 0.2;
    private static final double PULSE_MICROVOLTS = 1000;

    private CalibrationMark() {
    }

    /**
     * Cuts the mark off if all leads end with it.
     *
     * @param gain microvolts a step
     */
    static void cut(List<int[]> leads, double rateHz, double gain) {
        int pause = (int) Math.round(PAUSE_SECONDS * rateHz);
        int pulse = (int) Math.round(PULSE_SECONDS * rateHz);
        int[] mark = new int[2 * pause + pulse];
        Arrays.fill(mark, pause, pause + pulse, (int) Math.round(PULSE_MICROVOLTS / gain));
        if (leads.stream().allMatch(lead -> lead.length >= mark.length
                && Arrays.equals(lead, lead.length - mark.length, lead.length, mark, 0, mark.length))) {
            leads.replaceAll(lead -> Arrays.copyOf(lead, lead.length - mark.length));
        }
    }
}

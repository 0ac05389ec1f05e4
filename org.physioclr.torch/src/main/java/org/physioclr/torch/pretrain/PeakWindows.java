package org.physioclr.torch.pretrain;

import org.physioclr.torch.data.PreparedRecord;
import org.physioclr.torch.protocol.Reconstruction.Peaks;

/**
 * Where the error of a reconstruction counts as that of a peak.
 *
 * @param peaks what counts as a peak
 * @param rateHz samples a second
 * @param samples of a segment
 */
record PeakWindows(Peaks peaks, double rateHz, int samples) {

    private static final double R_SECONDS = 0.06;
    private static final double P_SECONDS = 0.04;
    private static final double T_SECONDS = 0.06;

    /** {@code [sample]} of the segment that begins there: 1 near a peak that lies within it, else 0. */
    float[] of(PreparedRecord record, int from) {
        float[] weights = new float[samples];
        mark(record.rPeaks(), peaks == Peaks.AT_R ? 0 : R_SECONDS, from, weights);
        if (peaks == Peaks.AROUND_WAVES) {
            mark(record.pPeaks(), P_SECONDS, from, weights);
            mark(record.tPeaks(), T_SECONDS, from, weights);
        }
        return weights;
    }

    private void mark(int[] places, double seconds, int from, float[] weights) {
        int half = (int) Math.round(seconds * rateHz);
        for (int place : places) {
            int peak = place - from;
            if (peak >= 0 && peak < samples) {
                for (int i = Math.max(0, peak - half); i <= Math.min(samples - 1, peak + half); i++) {
                    weights[i] = 1;
                }
            }
        }
    }
}

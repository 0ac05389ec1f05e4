package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.physioclr.torch.data.PreparedRecord;
import org.physioclr.torch.protocol.Reconstruction.Peaks;

/** At 50 Hz a sample is 20 ms: R and T reach 3 samples to both sides, P 2. */
class PeakWindowsTest {

    private static final PreparedRecord RECORD =
        new PreparedRecord("r", "p", 0, 100, new int[] {5, 20, 39}, new int[] {14}, new int[] {30});

    private static String weights(Peaks peaks) {
        StringBuilder text = new StringBuilder();
        for (float weight : new PeakWindows(peaks, 50, 30).of(RECORD, 10)) {
            text.append((int) weight);
        }
        return text.toString();
    }

    @Test
    void onlyPeaksWithinTheSegmentCount() {
        assertEquals("000000000010000000000000000001", weights(Peaks.AT_R));
        assertEquals("000000011111110000000000001111", weights(Peaks.AROUND_R));
        assertEquals("001111111111110001111111001111", weights(Peaks.AROUND_WAVES));
    }
}

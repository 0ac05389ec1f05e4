package org.physioclr.torch.data;

/**
 * What is kept in memory of an ECG whose samples lie in the temporary file of {@link PreparedRecords}.
 *
 * @param id the record that it is (a window of)
 * @param patient whose it is, empty if unknown
 * @param offset the byte in the temporary file at which its samples begin, {@code [lead][sample]}
 * @param samples of each lead at the encoder's rate; 0 if the ECG can't be used
 * @param rPeaks sample indices, ascending
 * @param pPeaks those of the P waves; empty if they were not looked for
 * @param tPeaks those of the T waves; empty if they were not looked for
 */
public record PreparedRecord(String id, String patient, long offset, int samples, int[] rPeaks,
        int[] pPeaks, int[] tPeaks) {

    /** An ECG that can't be used. */
    static PreparedRecord unusable(String id, String patient) {
        int[] none = new int[0];
        return new PreparedRecord(id, patient, 0, 0, none, none, none);
    }

    /** Whether there is a signal. */
    public boolean usable() {
        return samples > 0;
    }

    /** Who is to be told apart from others: the patient, or the record where the patient is unknown. */
    public String person() {
        return patient.isEmpty() ? "record " + id : "patient " + patient;
    }
}

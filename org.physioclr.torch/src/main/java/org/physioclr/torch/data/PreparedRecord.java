package org.physioclr.torch.data;

/**
 * What is kept in memory of an ECG whose samples lie in the temporary file of {@link PreparedRecords}.
 *
 * @param id the record that it is (a window of)
 * @param patient whose it is, empty if unknown
 * @param offset the byte in the temporary file at which its samples begin, {@code [lead][sample]}
 * @param samples of each lead at the encoder's rate; 0 if the ECG can't be used
 * @param rPeaks sample indices, ascending
 */
public record PreparedRecord(String id, String patient, long offset, int samples, int[] rPeaks) {

    /** Whether there is a signal. */
    public boolean usable() {
        return samples > 0;
    }

    /** Who is to be told apart from others: the patient, or the record where the patient is unknown. */
    public String person() {
        return patient.isEmpty() ? "record " + id : "patient " + patient;
    }
}

package org.physioclr.core.read.edf;

import java.util.List;

/**
 * The header of an EDF or BDF file.
 *
 * @param sampleBytes 2 for EDF, 3 for BDF
 * @param patient the local patient identification
 * @param recording the local recording identification
 * @param plus whether the two are structured as EDF+ asks
 * @param continuous false if pauses lie between the data records (EDF+D)
 * @param bytes the header's length
 * @param records how many data records follow
 * @param recordSeconds how long a data record lasts; 0 is possible if all signals are annotations
 * @param signals in the file's order
 */
record EdfHeader(int sampleBytes, String patient, String recording, boolean plus, boolean continuous, int bytes,
        int records, double recordSeconds, List<EdfSignal> signals) {

    EdfHeader {
        signals = List.copyOf(signals);
    }

    /** The length of a data record. */
    long recordBytes() {
        return sampleBytes * signals.stream().mapToLong(EdfSignal::samples).sum();
    }
}

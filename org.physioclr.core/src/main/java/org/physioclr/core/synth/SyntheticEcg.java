package org.physioclr.core.synth;

import java.util.List;
import java.util.Set;

import org.physioclr.core.signal.EcgRecord;

/**
 * A made-up ECG and the truth about it.
 *
 * @param ecg the twelve leads in millivolts
 * @param diagnoses what it shows
 * @param beats those whose R peak lies within the record
 * @param ageYears of the subject
 * @param female whether the subject is a woman
 */
public record SyntheticEcg(EcgRecord ecg, Set<Diagnosis> diagnoses, List<SyntheticBeat> beats, int ageYears,
        boolean female) {
}

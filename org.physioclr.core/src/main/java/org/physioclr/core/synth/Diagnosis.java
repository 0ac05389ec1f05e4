package org.physioclr.core.synth;

/** What a synthetic ECG can show; the names are those of the CinC 2021 classes where there is one. */
public enum Diagnosis {
    /** Sinus rhythm of 60 to 100 a minute. */
    NSR("NSR"),
    /** Sinus bradycardia, 38 to 57 a minute. */
    SB("SB"),
    /** Sinus tachycardia, 104 to 150 a minute. */
    STACH("STach"),
    /** Atrial fibrillation: no P waves, fibrillatory waves of 4 to 9 Hz, RR intervals without order. */
    AF("AF"),
    /** First-degree atrioventricular block: PR of 230 to 340 ms and no other change. */
    IAVB("IAVB"),
    /** Left bundle branch block. */
    LBBB("LBBB"),
    /** Right bundle branch block. */
    RBBB("RBBB"),
    /** Premature ventricular beats. */
    PVC("PVC"),
    /** Premature atrial beats. */
    PAC("PAC"),
    /** ST elevation of about 0.1 to 0.3 mV in the leads that see it best, inferior or anterior. */
    STE("STE"),
    /** Left ventricular hypertrophy with strain. */
    LVH("LVH"),
    /** Inverted T waves. */
    TINV("TInv");

    private final String label;

    Diagnosis(String label) {
        this.label = label;
    }

    /** The name of the label column. */
    public String label() {
        return label;
    }
}

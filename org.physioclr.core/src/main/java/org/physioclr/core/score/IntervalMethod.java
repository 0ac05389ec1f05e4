package org.physioclr.core.score;

/** How the interval of a label's AUROC is made. Averages over labels always get the patient bootstrap. */
public enum IntervalMethod {

    /**
     * Newcombe's method 5, see {@link AurocInterval#newcombe}. The one whose coverage holds for rare labels, if the
     * scores of both outcomes are spread alike.
     */
    NEWCOMBE,

    /** DeLong's variance on the logit scale, see {@link AurocInterval#logitDeLong}. */
    LOGIT_DELONG,

    /** Bootstrap of rows, positives and negatives apart. */
    STRATIFIED_BOOTSTRAP,

    /** Bootstrap of whole patients, the only method here that knows that a patient's rows are alike. */
    PATIENT_BOOTSTRAP;

    boolean isBootstrap() {
        return this == STRATIFIED_BOOTSTRAP || this == PATIENT_BOOTSTRAP;
    }
}

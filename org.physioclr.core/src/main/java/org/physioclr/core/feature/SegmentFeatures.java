package org.physioclr.core.feature;

import java.util.ArrayList;
import java.util.List;

import org.physioclr.core.signal.Lead;

/** The features over all beats. */
final class SegmentFeatures {

    static final List<Lead> R_LEADS = List.of(Lead.I, Lead.II, Lead.V1, Lead.V5, Lead.V6);
    static final List<Lead> S_LEADS = List.of(Lead.V1, Lead.V2, Lead.V6);
    static final List<Lead> P_LEADS = List.of(Lead.II, Lead.V1);
    static final List<Lead> T_LEADS = List.of(Lead.I, Lead.II, Lead.V1, Lead.V2, Lead.V5);
    static final List<Lead> ST_LEADS = List.of(Lead.II, Lead.AVL, Lead.V1, Lead.V2, Lead.V3, Lead.V5);

    static final Feature HEART_RATE = Feature.of("Heart rate", "1/min", "60 s divided by the median RR interval");
    static final Feature RR_MEAN = Feature.of("RR mean", "ms",
        "Mean RR interval (Task Force, Circulation 93:1043, 1996)");
    static final Feature SDNN = Feature.of("SDNN", "ms",
        "Standard deviation of the RR intervals, divisor n - 1 (Task Force 1996)");
    static final Feature RMSSD = Feature.of("RMSSD", "ms",
        "Root mean square of successive differences of RR (Task Force 1996)");
    static final Feature PNN50 = Feature.of("pNN50", "%",
        "Share of successive RR differences above 50 ms (Task Force 1996)");
    static final Feature RR_CV = Feature.of("RR variation", "", "SDNN divided by the mean RR interval");
    static final Feature RR_IRREGULARITY = Feature.of("RR irregularity", "",
        "Median absolute successive RR difference divided by the median RR interval");
    static final Feature RR_ENTROPY = Feature.of("RR entropy", "",
        "Coefficient of sample entropy of the RR intervals (Lake and Moorman, Am. J. Physiol. 300:H319, 2011)");
    static final Feature PREMATURE_NARROW = Feature.of("Premature atrial beats", "%",
        "Share of the RR intervals below 0.8 of the median whose QRS complex looks like the median beat's");
    static final Feature PREMATURE_WIDE = Feature.of("Premature ventricular beats", "%",
        "Share of the RR intervals below 0.8 of the median whose QRS complex looks different");
    static final Feature P_PRESENT = Feature.of("P waves present", "%",
        "Share of the beats with a P wave, of those that the record shows from 420 ms before R on");
    static final Feature CORRELATION_MEAN = Feature.of("Beat correlation mean", "",
        "Mean correlation of adjacent beats, 250 ms before to 400 ms after R, over all leads");
    static final Feature CORRELATION_MIN = Feature.of("Beat correlation minimum", "",
        "The least of these correlations");

    private static final String IN_II = ", in lead II; without it, what all leads agree on";

    static final Feature P_DURATION = Feature.of("P duration", "ms", "Median over beats, onset to offset" + IN_II);
    static final Feature PR = Feature.of("PR interval", "ms", "Median over beats, P onset to QRS onset" + IN_II);
    static final Feature QRS = Feature.of("QRS duration", "ms", "Median over beats, onset to offset" + IN_II);
    static final Feature QT = Feature.of("QT interval", "ms", "Median over beats, QRS onset to T offset" + IN_II);
    static final Feature QTC_BAZETT = Feature.of("QTc Bazett", "ms", "QT / sqrt(RR in s) (Bazett, Heart 7:353, 1920)");
    static final Feature QTC_FRIDERICIA = Feature.of("QTc Fridericia", "ms",
        "QT / cbrt(RR in s) (Fridericia, Acta Med. Scand. 53:469, 1920)");
    static final Feature QTC_FRAMINGHAM = Feature.of("QTc Framingham", "ms",
        "QT + 154 ms (1 - RR in s) (Sagie et al., Am. J. Cardiol. 70:797, 1992)");
    static final Feature QTC_HODGES = Feature.of("QTc Hodges", "ms",
        "QT + 1.75 ms (heart rate - 60) (Hodges et al., J. Am. Coll. Cardiol. 1:694, 1983)");
    static final Feature T_DURATION = Feature.of("T duration", "ms", "Median over beats, onset to offset" + IN_II);

    static final Feature AXIS = Feature.of("QRS axis", "\u00b0",
        "Frontal axis from the net QRS areas of I and aVF, -180 to 180");
    static final Feature AREA_I = Feature.of("QRS area I", "mV ms",
        "Net area of the median beat's QRS complex in lead I");
    static final Feature AREA_AVF = Feature.of("QRS area aVF", "mV ms", "The same in lead aVF");
    static final Feature R_PROGRESSION = Feature.of("R progression", "",
        "Chest lead in which R begins to exceed S or QS, between leads interpolated: 1 for V1 to 6 for V6, 7 if none");
    static final Feature SOKOLOW = Feature.of("Sokolow-Lyon index", "mV",
        "S in V1 + the greater R of V5 and V6 (Sokolow and Lyon, Am. Heart J. 37:161, 1949)");
    static final Feature CORNELL = Feature.of("Cornell voltage", "mV",
        "R in aVL + S in V3 (Casale et al., J. Am. Coll. Cardiol. 6:572, 1985)");
    static final Feature NOISE = Feature.of("Noise", "mV",
        "Root mean square of the beats' deviation from the median beat, 250 ms before to 400 ms after R");

    static final List<Feature> ALL = all();

    private SegmentFeatures() {
    }

    static Feature r(Lead lead) {
        return Feature.of("R amplitude " + lead, "mV",
            "Highest point of the median beat's QRS complex above the baseline; 0 for a QS complex");
    }

    static Feature s(Lead lead) {
        return Feature.of("S amplitude " + lead, "mV",
            "Depth of the median beat's QRS complex below the baseline after the first R, all of it for QS");
    }

    static Feature p(Lead lead) {
        return Feature.of("P amplitude " + lead, "mV", "Largest deviation of the median beat's P wave, signed");
    }

    static Feature t(Lead lead) {
        return Feature.of("T amplitude " + lead, "mV", "Largest deviation of the median beat's T wave, signed");
    }

    static Feature st(Lead lead) {
        return Feature.of("ST J+60 " + lead, "mV", "Level of the median beat 60 ms after the end of QRS");
    }

    private static List<Feature> all() {
        List<Feature> all = new ArrayList<>(List.of(HEART_RATE, RR_MEAN, SDNN, RMSSD, PNN50, RR_CV, RR_IRREGULARITY,
            RR_ENTROPY, PREMATURE_NARROW, PREMATURE_WIDE, P_PRESENT, CORRELATION_MEAN, CORRELATION_MIN, P_DURATION,
            PR, QRS, QT, QTC_BAZETT, QTC_FRIDERICIA, QTC_FRAMINGHAM, QTC_HODGES, T_DURATION));
        R_LEADS.forEach(lead -> all.add(r(lead)));
        S_LEADS.forEach(lead -> all.add(s(lead)));
        P_LEADS.forEach(lead -> all.add(p(lead)));
        T_LEADS.forEach(lead -> all.add(t(lead)));
        ST_LEADS.forEach(lead -> all.add(st(lead)));
        all.addAll(List.of(AXIS, AREA_I, AREA_AVF, R_PROGRESSION, SOKOLOW, CORNELL, NOISE));
        return List.copyOf(all);
    }
}

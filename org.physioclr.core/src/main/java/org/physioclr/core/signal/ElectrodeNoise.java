package org.physioclr.core.signal;

import java.util.List;
import java.util.function.Supplier;

/**
 * Disturbances as they arise, at the electrodes: limb leads are differences of RA, LA and LL, chest leads differ from
 * Wilson's central terminal, (RA + LA + LL) / 3. So I + III = II and aVR + aVL + aVF = 0 hold for the disturbed record,
 * and what disturbs an arm disturbs every chest lead a little.
 */
public final class ElectrodeNoise {

    private ElectrodeNoise() {
    }

    /**
     * Adds disturbances.
     *
     * @param record any leads; a lead outside the twelve is disturbed by itself. Missing samples stay missing
     * @param potentialMv a new disturbance of one electrode in millivolts, as long as the record, at every call
     * @return a new signal, {@code [lead][sample]}
     */
    public static float[][] added(EcgRecord record, Supplier<double[]> potentialMv) {
        double[] ra = potentialMv.get();
        double[] la = potentialMv.get();
        double[] ll = potentialMv.get();
        List<Lead> leads = record.leads();
        float[][] disturbed = new float[leads.size()][record.length()];
        for (int k = 0; k < disturbed.length; k++) {
            boolean limb = Lead.LIMB.contains(leads.get(k));
            double[] own = limb ? null : potentialMv.get();
            for (int i = 0; i < disturbed[k].length; i++) {
                double noise = limb ? limb(leads.get(k), ra[i], la[i], ll[i])
                    : own[i] - (leads.get(k).isStandard() ? (ra[i] + la[i] + ll[i]) / 3 : 0);
                disturbed[k][i] = (float) (record.samplesMv()[k][i] + noise);
            }
        }
        return disturbed;
    }

    private static double limb(Lead lead, double ra, double la, double ll) {
        return switch (lead.name()) {
            case "I" -> la - ra;
            case "II" -> ll - ra;
            case "III" -> ll - la;
            case "aVR" -> ra - (la + ll) / 2;
            case "aVL" -> la - (ra + ll) / 2;
            default -> ll - (ra + la) / 2;
        };
    }
}

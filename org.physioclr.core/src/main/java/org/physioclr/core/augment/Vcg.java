package org.physioclr.core.augment;

import java.util.random.RandomGenerator;

import org.physioclr.core.signal.Dower;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;
import org.physioclr.core.signal.Rotation;

/**
 * Changes the heart's vector. What the eight leads hold beyond their vector is lost in the projection; so only the
 * difference of the changed and the unchanged projection is added to the leads.
 */
final class Vcg {

    private Vcg() {
    }

    static float[][] transformed(EcgRecord record, double maxDegrees, double maxScale, RandomGenerator random) {
        for (Lead lead : Dower.LEADS) {
            if (record.indexOf(lead) < 0) {
                return Geometry.scaled(record, 1);
            }
        }
        double[] angles = {angle(maxDegrees, random), angle(maxDegrees, random), angle(maxDegrees, random)};
        Rotation rotation = Rotation.of(angles[0], angles[1], angles[2]);
        double[] scale = {scale(maxScale, random), scale(maxScale, random), scale(maxScale, random)};
        float[][] independent = LeadAlgebra.select(record, Dower.LEADS).samplesMv();
        float[][] changed = new float[independent.length][record.length()];
        double[] potentials = new double[independent.length];
        double[] vector = new double[3];
        for (int i = 0; i < record.length(); i++) {
            for (int lead = 0; lead < potentials.length; lead++) {
                potentials[lead] = independent[lead][i];
            }
            Dower.vector(potentials, vector);
            double[] turned = vector.clone();
            rotation.turn(turned);
            for (int lead = 0; lead < potentials.length; lead++) {
                changed[lead][i] = (float) (potentials[lead] + Dower.lead(lead, turned[0] * scale[0] - vector[0],
                    turned[1] * scale[1] - vector[1], turned[2] * scale[2] - vector[2]));
            }
        }
        return withLimbsDerived(record, changed);
    }

    /** The twelve leads from the changed eight; any other lead as it was. */
    private static float[][] withLimbsDerived(EcgRecord record, float[][] changed) {
        EcgRecord eight = new EcgRecord(record.id(), record.patient(), record.rateHz(), Dower.LEADS, changed);
        float[][] twelve = LeadAlgebra.twelveLeads(eight).samplesMv();
        float[][] signal = Geometry.scaled(record, 1);
        for (int k = 0; k < signal.length; k++) {
            int standard = Lead.TWELVE.indexOf(record.leads().get(k));
            if (standard >= 0) {
                signal[k] = twelve[standard];
            }
        }
        return signal;
    }

    private static double angle(double maxDegrees, RandomGenerator random) {
        return Math.toRadians(maxDegrees * (2 * random.nextDouble() - 1));
    }

    private static double scale(double maxScale, RandomGenerator random) {
        return Math.pow(maxScale, 2 * random.nextDouble() - 1);
    }
}

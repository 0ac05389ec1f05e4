package org.physioclr.core.augment;

import java.util.Arrays;
import java.util.Map;

import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** Scaling, shifting and exchanging of leads. */
final class Geometry {

    private static final Map<Lead, Lead> EXCHANGED =
        Map.of(Lead.II, Lead.III, Lead.III, Lead.II, Lead.AVR, Lead.AVL, Lead.AVL, Lead.AVR);

    private Geometry() {
    }

    static float[][] scaled(EcgRecord record, double factor) {
        float[][] scaled = new float[record.samplesMv().length][];
        for (int lead = 0; lead < scaled.length; lead++) {
            scaled[lead] = record.samplesMv()[lead].clone();
            for (int i = 0; factor != 1 && i < scaled[lead].length; i++) {
                scaled[lead][i] *= (float) factor;
            }
        }
        return scaled;
    }

    static float[][] shifted(EcgRecord record, int samples) {
        float[][] shifted = new float[record.samplesMv().length][record.length()];
        int by = Math.max(-record.length(), Math.min(record.length(), samples));
        for (int lead = 0; lead < shifted.length; lead++) {
            Arrays.fill(shifted[lead], Float.NaN);
            System.arraycopy(record.samplesMv()[lead], Math.max(0, -by), shifted[lead], Math.max(0, by),
                record.length() - Math.abs(by));
        }
        return shifted;
    }

    /** A lead whose counterpart the record lacks is missing. */
    static float[][] armsExchanged(EcgRecord record) {
        float[][] exchanged = scaled(record, 1);
        for (int k = 0; k < exchanged.length; k++) {
            Lead lead = record.leads().get(k);
            if (lead.equals(Lead.I)) {
                for (int i = 0; i < exchanged[k].length; i++) {
                    exchanged[k][i] = -exchanged[k][i];
                }
            } else if (EXCHANGED.containsKey(lead)) {
                int other = record.indexOf(EXCHANGED.get(lead));
                if (other >= 0) {
                    exchanged[k] = record.samplesMv()[other].clone();
                } else {
                    Arrays.fill(exchanged[k], Float.NaN);
                }
            }
        }
        return exchanged;
    }
}

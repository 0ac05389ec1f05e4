package org.physioclr.core.signal;

import java.util.List;

/**
 * Dower's transform between the heart's vector (X to the left, Y down, Z to the back) and eight independent leads, as
 * Sameni et al. (EURASIP 2007:43407) and Edenbrandt &amp; Pahlm (J. Electrocardiol. 21:361, 1988) give it.
 */
public final class Dower {

    /** The leads of the matrices, in their order; III, aVR, aVL and aVF follow from I and II. */
    public static final List<Lead> LEADS =
        List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6, Lead.I, Lead.II);

    private static final double[][] TO_LEADS = {
        {-0.515, 0.157, -0.917}, {0.044, 0.164, -1.387}, {0.882, 0.098, -1.277}, {1.213, 0.127, -0.601},
        {1.125, 0.127, -0.086}, {0.831, 0.076, 0.230}, {0.632, -0.235, 0.059}, {0.235, 1.066, -0.132}};

    private static final double[][] TO_VECTOR = {
        {-0.172, -0.074, 0.122, 0.231, 0.239, 0.194, 0.156, -0.010},
        {0.057, -0.019, -0.106, -0.022, 0.041, 0.048, -0.227, 0.887},
        {-0.229, -0.310, -0.246, -0.063, 0.055, 0.108, 0.022, 0.102}};

    private Dower() {
    }

    /** The potential of a lead, index into {@link #LEADS}, for a vector. */
    public static double lead(int lead, double x, double y, double z) {
        double[] row = TO_LEADS[lead];
        return row[0] * x + row[1] * y + row[2] * z;
    }

    /**
     * The vector of eight potentials.
     *
     * @param potentials in the order of {@link #LEADS}
     * @param vector takes x, y and z
     */
    public static void vector(double[] potentials, double[] vector) {
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int lead = 0; lead < potentials.length; lead++) {
                sum += TO_VECTOR[axis][lead] * potentials[lead];
            }
            vector[axis] = sum;
        }
    }
}

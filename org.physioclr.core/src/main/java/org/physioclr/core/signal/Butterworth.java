package org.physioclr.core.signal;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * Designs digital Butterworth filters: the analogue prototype of unit cut-off, moved to the wanted band and mapped by
 * the bilinear transform with pre-warped edges (Oppenheim and Schafer, Discrete-Time Signal Processing, 3rd ed., 7.3).
 * The half-power points lie exactly on the given frequencies.
 */
final class Butterworth {

    private Butterworth() {
    }

    static List<Biquad> lowPass(int order, double cutHz, double rateHz) {
        double edge = prewarped(cutHz, rateHz);
        List<Complex> poles = prototype(order).stream().map(pole -> pole.multiply(edge)).toList();
        return sections(poles, -1, -1, 0);
    }

    static List<Biquad> highPass(int order, double cutHz, double rateHz) {
        double edge = prewarped(cutHz, rateHz);
        List<Complex> poles = prototype(order).stream().map(pole -> pole.reciprocal().multiply(edge)).toList();
        return sections(poles, 1, 1, Math.PI);
    }

    /** A filter of twice the order of its two slopes. */
    static List<Biquad> bandPass(int order, double lowHz, double highHz, double rateHz) {
        double low = prewarped(lowHz, rateHz);
        double high = prewarped(highHz, rateHz);
        List<Complex> poles = new ArrayList<>();
        for (Complex pole : prototype(order)) {
            Complex half = pole.multiply((high - low) / 2);
            Complex root = half.multiply(half).subtract(low * high).sqrt();
            poles.add(half.add(root));
            poles.add(half.subtract(root));
        }
        double centre = 2 * Math.atan(Math.sqrt(low * high));
        return sections(poles, 1, -1, centre);
    }

    /** The poles of the prototype; a conjugate pair is represented by both of its members. */
    private static List<Complex> prototype(int order) {
        List<Complex> poles = new ArrayList<>();
        for (int k = 0; k < order; k++) {
            double angle = Math.PI * (2 * k + 1 + order) / (2 * order);
            poles.add(2 * k + 1 == order ? new Complex(-1) : new Complex(Math.cos(angle), Math.sin(angle)));
        }
        return poles;
    }

    private static double prewarped(double hz, double rateHz) {
        return Math.tan(Math.PI * hz / rateHz);
    }

    /**
     * Pairs the poles into sections of unit gain at one frequency.
     *
     * @param poles analogue poles, for a transform constant of one
     * @param zero1 where the first zero of a section lies, +1 or -1; a first-order section has only this
     * @param zero2 where the second lies
     * @param unitGainOmega the frequency of unit gain, radians a sample
     */
    private static List<Biquad> sections(List<Complex> poles, double zero1, double zero2, double unitGainOmega) {
        List<Biquad> sections = new ArrayList<>();
        List<Double> real = new ArrayList<>();
        for (Complex pole : poles) {
            Complex digital = pole.add(1).divide(pole.negate().add(1));
            if (Math.abs(digital.getImaginary()) < 1e-14) {
                real.add(digital.getReal());
            } else if (digital.getImaginary() > 0) {
                double squared = digital.getReal() * digital.getReal()
                    + digital.getImaginary() * digital.getImaginary();
                sections.add(new Biquad(1, -zero1 - zero2, zero1 * zero2, -2 * digital.getReal(), squared));
            }
        }
        for (int i = 0; i + 1 < real.size(); i += 2) {
            sections.add(new Biquad(1, -zero1 - zero2, zero1 * zero2, -real.get(i) - real.get(i + 1),
                real.get(i) * real.get(i + 1)));
        }
        if (real.size() % 2 == 1) {
            sections.add(new Biquad(1, -zero1, 0, -real.get(real.size() - 1), 0));
        }
        return sections.stream().map(section -> section.scaled(1 / section.magnitude(unitGainOmega))).toList();
    }
}

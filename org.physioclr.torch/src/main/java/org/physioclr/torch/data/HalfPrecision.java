package org.physioclr.torch.data;

/** IEEE 754 numbers of 16 bits, which Java 17 can't read by itself. */
final class HalfPrecision {

    private static final int EXPONENT_BIAS = 15;

    private HalfPrecision() {
    }

    /** The same number in single precision, exactly. */
    static float toFloat(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == 0x1f) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return exponent == 0 ? sign * Math.scalb((float) fraction, -24)
            : sign * Math.scalb((float) (fraction | 0x400), exponent - 25);
    }

    /** The nearest number of 16 bits, the even one of two; infinite from 65,520 on. */
    static short of(float value) {
        if (Float.isNaN(value)) {
            return 0x7e00;
        }
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float size = Math.abs(value);
        int exponent = Math.max(1 - EXPONENT_BIAS, Math.getExponent(size));
        if (exponent > EXPONENT_BIAS) {
            return (short) (sign | 0x7c00);
        }
        // in steps of the last of 11 bits; a carry out of the fraction ends in the exponent, as it should
        int steps = (int) Math.rint(Math.scalb((double) size, 10 - exponent));
        return (short) (sign | (steps < 0x400 ? steps : (exponent + EXPONENT_BIAS << 10) + (steps - 0x400)));
    }
}

package org.physioclr.torch.data;

/** IEEE 754 numbers of 16 bits, which Java 17 can't read by itself. */
final class HalfPrecision {

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
}

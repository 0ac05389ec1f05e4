package org.physioclr.core.read.flac;

import java.util.Arrays;
import org.physioclr.core.read.BitReader;

/** Decodes one channel of a FLAC frame (RFC 9639, 9.2). */
final class Subframe {

    private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final BitReader bits;
    private final long[] samples;
    private final int count;

    private Subframe(BitReader bits, long[] samples, int count) {
        this.bits = bits;
        this.samples = samples;
        this.count = count;
    }

    /**
     * Decodes a subframe.
     *
     * @param samples receives {@code count} samples
     * @param depth bits a sample
     * @throws IllegalArgumentException if the stream uses a reserved code
     */
    static void decode(BitReader bits, long[] samples, int count, int depth) {
        new Subframe(bits, samples, count).decode(depth);
    }

    private void decode(int depth) {
        if (bits.unsigned(1) != 0) {
            throw new IllegalArgumentException("subframe begins with a 1");
        }
        int type = (int) bits.unsigned(6);
        int wasted = bits.unsigned(1) == 0 ? 0 : 1 + bits.unary();
        int width = depth - wasted;
        if (width < 1) {
            throw new IllegalArgumentException("all bits are wasted");
        }
        if (type == 0) {
            Arrays.fill(samples, 0, count, signed(width));
        } else if (type == 1) {
            warmUp(count, width);
        } else if (type >= 8 && type <= 12) {
            predicted(type - 8, width, FIXED[type - 8], 0);
        } else if (type >= 32) {
            linear(type - 31, width);
        } else {
            throw new IllegalArgumentException("reserved subframe type " + type);
        }
        for (int i = 0; wasted > 0 && i < count; i++) {
            samples[i] <<= wasted;
        }
    }

    private long signed(int width) {
        // The side channel of 32-bit stereo has 33 bits.
        return width <= 32 ? bits.signed(width) : (long) bits.signed(width - 32) << 32 | bits.unsigned(32);
    }

    private void warmUp(int order, int width) {
        if (order > count) {
            throw new IllegalArgumentException("predictor longer than its block");
        }
        for (int i = 0; i < order; i++) {
            samples[i] = signed(width);
        }
    }

    private void linear(int order, int width) {
        warmUp(order, width);
        int precision = (int) bits.unsigned(4) + 1;
        int shift = bits.signed(5);
        if (precision == 16 || shift < 0) {
            throw new IllegalArgumentException("reserved predictor precision or shift");
        }
        int[] coefficients = new int[order];
        for (int i = 0; i < order; i++) {
            coefficients[i] = bits.signed(precision);
        }
        residual(order);
        restore(coefficients, shift);
    }

    private void predicted(int order, int width, int[] coefficients, int shift) {
        warmUp(order, width);
        residual(order);
        restore(coefficients, shift);
    }

    private void restore(int[] coefficients, int shift) {
        for (int i = coefficients.length; i < count; i++) {
            long sum = 0;
            for (int k = 0; k < coefficients.length; k++) {
                sum += coefficients[k] * samples[i - 1 - k];
            }
            samples[i] += sum >> shift;
        }
    }

    private void residual(int order) {
        int method = (int) bits.unsigned(2);
        if (method > 1) {
            throw new IllegalArgumentException("reserved residual coding");
        }
        int partitions = 1 << bits.unsigned(4);
        int length = count / partitions;
        if (length * partitions != count || length < order) {
            throw new IllegalArgumentException("residual partitions don't fit the block");
        }
        int width = method == 0 ? 4 : 5;
        int escape = (1 << width) - 1;
        for (int partition = 0, i = order; partition < partitions; partition++) {
            int parameter = (int) bits.unsigned(width);
            int raw = parameter == escape ? (int) bits.unsigned(5) : -1;
            for (int to = (partition + 1) * length; i < to; i++) {
                samples[i] = raw >= 0 ? bits.signed(raw) : rice(parameter);
            }
        }
    }

    private long rice(int parameter) {
        long folded = (long) bits.unary() << parameter | bits.unsigned(parameter);
        return folded >>> 1 ^ -(folded & 1);
    }
}

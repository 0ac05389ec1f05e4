package org.physioclr.core.read.wfdb;

import java.util.Arrays;
import java.util.List;

/** Turns one signal's ADC values into physical ones, block after block, and adds up its checksum. */
final class SignalConversion {

    private final SignalLine line;
    private final double[] physical;
    private final boolean differences;
    private final int shift;
    private int position;
    private int sum;
    private int first;
    private int previous;

    SignalConversion(SignalLine line, int length) {
        this.line = line;
        this.physical = new double[length];
        this.differences = line.format() == SampleFormat.DIFFERENCES_8;
        this.shift = (int) Math.min(length, (long) line.skew() * line.samplesPerFrame());
        this.previous = line.initial().orElse((int) line.baseline());
    }

    int samplesPerFrame() {
        return line.samplesPerFrame();
    }

    /**
     * Takes whole frames.
     *
     * @param start where this signal begins in the first frame
     * @param stride samples from one frame to the next
     */
    void takeFrames(int[] block, int start, int frames, int stride) {
        int perFrame = line.samplesPerFrame();
        if (perFrame == 1) {
            take(block, start, frames, stride);
            return;
        }
        for (int frame = 0; frame < frames; frame++) {
            take(block, start + frame * stride, perFrame, 1);
        }
    }

    void take(int[] block, int start, int count, int stride) {
        if (count == 0) {
            return;
        }
        if (differences) {
            accumulate(block, start, count, stride);
        }
        if (position == 0) {
            first = block[start];
        }
        // Samples before the shift belong to instants before the record's beginning; they count in the checksum only.
        int skipped = Math.max(0, Math.min(count, shift - position));
        int begin = start + skipped * stride;
        for (int in = start; in < begin; in += stride) {
            sum += block[in];
        }
        int from = position + skipped - shift;
        int to = position + count - shift;
        convert(from, to, copy(block, begin, from, to, stride));
        position += count;
    }

    /** Takes the next samples of a signal without skew. */
    void take(SampleWords words, int count) {
        words.read(physical, position, position + count);
        if (position == 0 && count > 0) {
            first = (int) physical[0];
        }
        sum = words.sum();
        convert(position, position + count, words.lowest());
        position += count;
    }

    /** Takes ADC values as they are, counts them in the checksum and returns the lowest. */
    private int copy(int[] block, int start, int from, int to, int stride) {
        int checksum = sum;
        int lowest = Integer.MAX_VALUE;
        for (int out = from, in = start; out < to; out++, in += stride) {
            int value = block[in];
            checksum += value;
            lowest = Math.min(lowest, value);
            physical[out] = value;
        }
        sum = checksum;
        return lowest;
    }

    /** Makes ADC values physical ones. */
    private void convert(int from, int to, int lowest) {
        // Every format's code for a missing sample is the lowest value that it can store.
        if (line.format().hasMissing() && lowest <= line.format().missing()) {
            markMissing(from, to);
        }
        double baseline = line.baseline();
        double gain = line.gain();
        // A loop of its own over neighbours, which the JVM turns into vector divisions.
        for (int i = from; i < to; i++) {
            physical[i] = (physical[i] - baseline) / gain;
        }
    }

    private void markMissing(int from, int to) {
        double missing = line.format().missing();
        for (int i = from; i < to; i++) {
            physical[i] = physical[i] == missing ? Double.NaN : physical[i];
        }
    }

    private void accumulate(int[] block, int start, int count, int stride) {
        for (int i = 0, in = start; i < count; i++, in += stride) {
            previous += block[in];
            block[in] = previous;
        }
    }

    /** The physical samples; the last ones of a skewed signal are missing. */
    double[] finish(List<String> warnings) {
        Arrays.fill(physical, physical.length - shift, physical.length, Double.NaN);
        if (physical.length > 0) {
            if (line.checksum().isPresent() && (short) line.checksum().getAsInt() != (short) sum) {
                warnings.add("checksum of signal " + line.name() + " does not match");
            }
            if (line.initial().isPresent() && line.initial().getAsInt() != first) {
                warnings.add("first sample of signal " + line.name() + " is " + first + ", the header says "
                    + line.initial().getAsInt());
            }
        }
        return physical;
    }
}

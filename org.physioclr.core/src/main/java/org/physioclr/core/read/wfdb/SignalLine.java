package org.physioclr.core.read.wfdb;

import java.util.OptionalInt;

/**
 * One signal as a WFDB header describes it (WFDB Applications Guide, header(5)).
 *
 * @param file the signal file's name, {@code ~} for none
 * @param format how the file stores samples
 * @param samplesPerFrame samples of this signal in each frame, at least 1
 * @param skew frames by which the signal lags the others in the file, at least 0
 * @param byteOffset where the samples begin in the file
 * @param gain ADC units per physical unit, finite and not 0
 * @param baseline the ADC value of physical zero
 * @param unit the physical unit, {@code mV} unless given
 * @param initial the first sample's ADC value, if given; format 8 starts from it
 * @param checksum the 16-bit sum of all samples, if given
 * @param name the signal's description
 */
public record SignalLine(String file, SampleFormat format, int samplesPerFrame, int skew, int byteOffset, double gain,
        double baseline, String unit, OptionalInt initial, OptionalInt checksum, String name) {
}

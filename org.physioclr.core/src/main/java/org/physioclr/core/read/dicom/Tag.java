package org.physioclr.core.read.dicom;

import java.util.HashMap;
import java.util.Map;

/** The data elements that an ECG is read from; all others are skipped. */
enum Tag {
    TRANSFER_SYNTAX(0x0002_0010), CHARACTER_SET(0x0008_0005), SOP_CLASS(0x0008_0016), STUDY_DATE(0x0008_0020),
    ACQUISITION_TIME(0x0008_002A), CODE_VALUE(0x0008_0100), CODE_MEANING(0x0008_0104),
    PATIENT_ID(0x0010_0020), BIRTH_DATE(0x0010_0030), SEX(0x0010_0040), AGE(0x0010_1010),
    GROUP_OFFSET(0x0018_1068), ORIGINALITY(0x003A_0004), CHANNEL_COUNT(0x003A_0005), SAMPLE_COUNT(0x003A_0010),
    SAMPLING_FREQUENCY(0x003A_001A), GROUP_LABEL(0x003A_0020), CHANNELS(0x003A_0200, true),
    CHANNEL_LABEL(0x003A_0203), CHANNEL_SOURCE(0x003A_0208, true), SENSITIVITY(0x003A_0210),
    SENSITIVITY_UNITS(0x003A_0211, true), CORRECTION_FACTOR(0x003A_0212), BASELINE(0x003A_0213),
    SAMPLE_SKEW(0x003A_0215), ANNOTATIONS(0x0040_B020, true), TEXT(0x0070_0006), WAVEFORMS(0x5400_0100, true),
    BITS_ALLOCATED(0x5400_1004), INTERPRETATION(0x5400_1006), PADDING_VALUE(0x5400_100A), WAVEFORM_DATA(0x5400_1010);

    private static final Map<Integer, Tag> BY_NUMBER = new HashMap<>();

    static {
        for (Tag tag : values()) {
            BY_NUMBER.put(tag.number, tag);
        }
    }

    private final int number;
    private final boolean sequence;

    Tag(int number) {
        this(number, false);
    }

    Tag(int number, boolean sequence) {
        this.number = number;
        this.sequence = sequence;
    }

    /** Null if it is none of these. */
    static Tag of(int number) {
        return BY_NUMBER.get(number);
    }

    boolean isSequence() {
        return sequence;
    }
}

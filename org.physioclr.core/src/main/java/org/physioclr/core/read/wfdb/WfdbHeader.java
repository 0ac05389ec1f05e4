package org.physioclr.core.read.wfdb;

import java.util.List;

/**
 * A WFDB header file.
 *
 * @param name the record's name as the header gives it
 * @param rateHz frames a second, positive
 * @param frames the record's length in frames, or -1 if the header leaves it to the signal file
 * @param signalCount the number of signals announced; a multi-segment header describes none
 * @param signals the signals, empty for a multi-segment record
 * @param segments the segments of a multi-segment record, else empty
 * @param comments the lines after {@code #}, trimmed
 * @param warnings what was tolerated
 */
public record WfdbHeader(String name, double rateHz, long frames, int signalCount, List<SignalLine> signals,
        List<Segment> segments, List<String> comments, List<String> warnings) {

    /** The frame rate where a header gives none. */
    public static final double DEFAULT_RATE_HZ = 250;

    /**
     * A part of a multi-segment record.
     *
     * @param record the part's record name, {@code ~} for a gap
     * @param frames its length; 0 for the layout segment of a record of variable layout
     */
    public record Segment(String record, long frames) {
        /** Whether nothing was recorded. */
        public boolean isGap() {
            return record.equals("~");
        }
    }

    public WfdbHeader {
        signals = List.copyOf(signals);
        segments = List.copyOf(segments);
        comments = List.copyOf(comments);
        warnings = List.copyOf(warnings);
    }

    public boolean isMultiSegment() {
        return !segments.isEmpty();
    }
}

package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.ReadException;

/**
 * Reads a multi-segment record. In the fixed layout every segment has the same signals in the same order; in the
 * variable layout a first segment of length 0 lists all signals and each segment has some of them, found by name. What
 * no segment covers is missing.
 */
final class SegmentedSignals {

    private static final String REMEDY = "Correct the header or download the record again.";

    /** Bytes of memory for each byte of signal file, and at least so many: gaps cost memory but nothing on disk. */
    private static final long MEMORY_PER_BYTE = 256;
    private static final long SMALL_RECORD_BYTES = 64L << 20;

    private final Path file;
    private final WfdbHeader header;
    private final List<String> warnings;
    private final RecordFolder folder;
    private final List<WfdbHeader> headers = new ArrayList<>();

    private SegmentedSignals(Path file, WfdbHeader header, List<String> warnings) throws IOException {
        this.file = file;
        this.header = header;
        this.warnings = warnings;
        this.folder = new RecordFolder(file);
    }

    static List<Channel> read(Path file, WfdbHeader header, List<String> warnings) throws IOException {
        return new SegmentedSignals(file, header, warnings).read();
    }

    private List<Channel> read() throws IOException {
        for (WfdbHeader.Segment segment : header.segments()) {
            headers.add(segment.isGap() ? null : segmentHeader(segment));
        }
        boolean variable = header.segments().get(0).frames() == 0;
        List<SignalLine> layout = layout(variable);
        long frames = header.segments().stream().mapToLong(WfdbHeader.Segment::frames).sum();
        checkMemory(frames, layout);
        List<Channel> channels = new ArrayList<>();
        for (SignalLine line : layout) {
            double[] samples = new double[Math.toIntExact(frames * line.samplesPerFrame())];
            Arrays.fill(samples, Double.NaN);
            channels.add(new Channel(line.name(), line.unit(), header.rateHz() * line.samplesPerFrame(), samples));
        }
        long start = 0;
        for (int i = variable ? 1 : 0; i < headers.size(); i++) {
            if (headers.get(i) != null && hasFile(headers.get(i))) {
                place(headers.get(i), header.segments().get(i), layout, channels, start, variable);
            }
            start += header.segments().get(i).frames();
        }
        return channels;
    }

    private WfdbHeader segmentHeader(WfdbHeader.Segment segment) throws IOException {
        Path part = folder.file(segment.record() + ".hea");
        WfdbHeader parsed = Files.isSameFile(part, file) ? null : WfdbHeaderParser.parse(part);
        if (parsed == null || parsed.isMultiSegment()) {
            throw new ReadException(file, "", "segment " + segment.record()
                + " is a multi-segment record itself, or this very record", REMEDY);
        }
        return parsed;
    }

    private List<SignalLine> layout(boolean variable) throws ReadException {
        WfdbHeader first = variable ? headers.get(0)
            : headers.stream().filter(h -> h != null && hasFile(h)).findFirst().orElse(null);
        if (first == null) {
            throw new ReadException(file, "", "no segment has signals", REMEDY);
        }
        return first.signals();
    }

    private static boolean hasFile(WfdbHeader segment) {
        return segment.signals().stream()
            .anyMatch(line -> line.format() != SampleFormat.NULL && !line.file().equals("~"));
    }

    private void checkMemory(long frames, List<SignalLine> layout) throws IOException {
        long bytes = 0;
        for (WfdbHeader segment : headers) {
            if (segment != null && hasFile(segment)) {
                for (String name : segment.signals().stream().map(SignalLine::file).distinct().toList()) {
                    bytes += name.equals("~") ? 0 : Files.size(folder.file(name));
                }
            }
        }
        double wanted = 8.0 * frames * layout.stream().mapToLong(SignalLine::samplesPerFrame).sum();
        long longest = layout.stream().mapToInt(SignalLine::samplesPerFrame).max().orElse(1);
        if (wanted > MEMORY_PER_BYTE * bytes + SMALL_RECORD_BYTES || frames > (Integer.MAX_VALUE - 16) / longest) {
            throw new ReadException(file, "", frames + " samples are announced, far more than the " + bytes
                + " bytes of its signal files can hold", REMEDY);
        }
    }

    private void place(WfdbHeader segment, WfdbHeader.Segment entry, List<SignalLine> layout, List<Channel> channels,
            long start, boolean variable) throws IOException {
        if (!variable && segment.signals().size() != layout.size()) {
            throw new ReadException(file, "", "segment " + entry.record() + " has " + segment.signals().size()
                + " signals instead of " + layout.size(), REMEDY);
        }
        List<Channel> parts = WfdbSignals.read(folder.file(entry.record() + ".hea"), segment, warnings);
        for (int i = 0; i < parts.size(); i++) {
            int target = variable ? indexOf(layout, segment.signals().get(i).name()) : i;
            if (target < 0) {
                warnings.add("signal " + parts.get(i).name() + " of segment " + entry.record()
                    + " is not in the layout");
                continue;
            }
            int perFrame = layout.get(target).samplesPerFrame();
            if (perFrame != segment.signals().get(i).samplesPerFrame()) {
                throw new ReadException(file, "", "segment " + entry.record() + " has another rate for signal "
                    + parts.get(i).name(), REMEDY);
            }
            double[] samples = parts.get(i).physical();
            int count = (int) Math.min(samples.length, entry.frames() * perFrame);
            System.arraycopy(samples, 0, channels.get(target).physical(), (int) start * perFrame, count);
        }
    }

    private static int indexOf(List<SignalLine> layout, String name) {
        for (int i = 0; i < layout.size(); i++) {
            if (layout.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}

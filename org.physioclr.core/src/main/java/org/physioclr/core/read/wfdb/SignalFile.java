package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.flac.FlacDecoder;

/** The signals of one header that lie interleaved in one file. */
final class SignalFile {

    private static final String REMEDY = "The file is damaged or cut: download it again.";
    private static final int BLOCK_SAMPLES = 6144;
    private static final int BLOCK_FRAMES = 512;

    private final Path file;
    private final List<SignalLine> signals;
    private final SampleFormat format;
    private final byte[] data;
    private final int offset;
    /** Samples of all signals in one frame. */
    private final long frameSamples;
    /** FLAC only, {@code [signal][sample]}. */
    private final int[][] decoded;

    private SignalFile(Path file, List<SignalLine> signals, byte[] data) throws ReadException {
        this.file = file;
        this.signals = signals;
        this.format = signals.get(0).format();
        this.data = data;
        this.offset = signals.get(0).byteOffset();
        this.frameSamples = signals.stream().mapToLong(SignalLine::samplesPerFrame).sum();
        if (data.length == 0) {
            throw new ReadException(file, "", "the signal file is empty", REMEDY);
        }
        if (offset > data.length) {
            throw new ReadException(file, "byte " + offset, "the signal file ends before its samples begin", REMEDY);
        }
        this.decoded = format.isFlac() ? flac() : null;
    }

    static SignalFile open(Path header, RecordFolder folder, List<SignalLine> signals) throws IOException {
        SignalLine first = signals.get(0);
        if (signals.stream().anyMatch(s -> s.format() != first.format() || s.byteOffset() != first.byteOffset())) {
            throw new ReadException(header, "", "the signals in " + first.file() + " have different formats",
                "Correct the header: one signal file has one format.");
        }
        Path file = folder.file(first.file());
        if (Files.size(file) > Integer.MAX_VALUE - 16) {
            throw new ReadException(file, "", "signal files of 2 GiB or more are not read",
                "Cut the record into segments.");
        }
        return new SignalFile(file, signals, Files.readAllBytes(file));
    }

    private int[][] flac() throws ReadException {
        int[][] channels = FlacDecoder.decode(file, data, offset, format.flacBits());
        int perFrame = signals.get(0).samplesPerFrame();
        if (channels.length != signals.size() || signals.stream().anyMatch(s -> s.samplesPerFrame() != perFrame)) {
            throw new ReadException(file, "", "the file holds " + channels.length + " channels, the header describes "
                + signals.size() + " signals of equal rate", "Correct the header.");
        }
        return channels;
    }

    /** How many whole frames the file holds. */
    long frames() {
        return decoded != null ? decoded[0].length / signals.get(0).samplesPerFrame()
            : format.samplesIn(data.length - (long) offset) / frameSamples;
    }

    /**
     * Converts the file's samples to physical units.
     *
     * @param frames how many frames
     * @param warnings receives what the header says otherwise
     * @return {@code [signal][sample]}
     * @throws ReadException if the file holds fewer frames
     */
    double[][] physical(long frames, List<String> warnings) throws ReadException {
        if (frames > frames()) {
            throw new ReadException(file, "", "it ends after " + frames() + " of " + frames + " samples", REMEDY);
        }
        SignalConversion[] conversions = new SignalConversion[signals.size()];
        for (int i = 0; i < conversions.length; i++) {
            long length = frames * signals.get(i).samplesPerFrame();
            if (length > Integer.MAX_VALUE - 16) {
                throw new ReadException(file, "", "a signal of " + length + " samples is too long", "Cut the record.");
            }
            conversions[i] = new SignalConversion(signals.get(i), (int) length);
        }
        if (decoded != null) {
            for (int i = 0; i < conversions.length; i++) {
                conversions[i].take(decoded[i], 0, (int) frames * signals.get(i).samplesPerFrame(), 1);
            }
        } else if (SampleWords.fit(signals)) {
            convertWords(conversions, (int) frames);
        } else {
            convert(conversions, frames);
        }
        return Arrays.stream(conversions).map(conversion -> conversion.finish(warnings)).toArray(double[][]::new);
    }

    private void convertWords(SignalConversion[] conversions, int frames) {
        SampleWords[] words = new SampleWords[conversions.length];
        Arrays.setAll(words, i -> new SampleWords(data, offset, signals, i));
        // Block by block, so that the bytes of all signals stay in the processor's cache.
        for (int done = 0; done < frames; done += BLOCK_FRAMES) {
            int count = Math.min(BLOCK_FRAMES, frames - done);
            for (int i = 0; i < words.length; i++) {
                conversions[i].take(words[i], count);
            }
        }
    }

    private void convert(SignalConversion[] conversions, long frames) {
        SampleDecoder decoder = new SampleDecoder(format, data, offset);
        // A multiple of six keeps the packed formats' groups of two and three samples whole.
        int blockFrames = (int) Math.min(frames, 6 * Math.max(1, BLOCK_SAMPLES / 6 / frameSamples));
        int[] block = new int[(int) (blockFrames * frameSamples)];
        for (long done = 0; done < frames; done += blockFrames) {
            int count = (int) Math.min(blockFrames, frames - done);
            decoder.decode(block, (int) (count * frameSamples));
            int start = 0;
            for (SignalConversion conversion : conversions) {
                conversion.takeFrames(block, start, count, (int) frameSamples);
                start += conversion.samplesPerFrame();
            }
        }
    }
}

package org.physioclr.core.read.flac;

import java.nio.file.Path;
import java.util.Arrays;
import org.physioclr.core.read.BitReader;
import org.physioclr.core.read.ReadException;

/**
 * Decodes FLAC streams (RFC 9639) as WFDB signal files contain them: 4 to 32 bits, 1 to 8 channels, held in memory.
 * Every frame's checksums are verified, and memory grows only with what frames really hold.
 */
public final class FlacDecoder {

    private static final String REMEDY = "The file is damaged: download it again.";
    private static final int[] DEPTHS = {0, 8, 12, -1, 16, 20, 24, 32};

    /** Constant stretches cost next to nothing, so samples for each byte are bounded, beyond so many at any rate. */
    private static final long SAMPLES_PER_BYTE = 64;
    private static final long SMALL_STREAM_SAMPLES = 20_000_000;

    private final Path file;
    private final byte[] data;
    private int channels;
    private int depth;
    private int largestBlock;
    private int[][] samples;
    private int length;
    private long[][] block;

    private FlacDecoder(Path file, byte[] data) {
        this.file = file;
        this.data = data;
    }

    /**
     * Decodes a stream.
     *
     * @param file for messages
     * @param data the file's content
     * @param offset where the stream begins
     * @param bits the bits that a sample is expected to have; streams of more are scaled down to it
     * @return {@code [channel][sample]}
     */
    public static int[][] decode(Path file, byte[] data, int offset, int bits) throws ReadException {
        FlacDecoder decoder = new FlacDecoder(file, data);
        int position = decoder.metadata(offset);
        while (position < data.length) {
            try {
                position = decoder.frame(position);
            } catch (IndexOutOfBoundsException e) {
                throw decoder.damaged(position, "damaged FLAC frame, or the file is cut");
            } catch (IllegalArgumentException e) {
                throw decoder.damaged(position, "damaged FLAC frame (" + e.getMessage() + ")");
            }
        }
        int shift = decoder.depth - bits;
        for (int c = 0; c < decoder.channels; c++) {
            decoder.samples[c] = Arrays.copyOf(decoder.samples[c], decoder.length);
            for (int i = 0; shift > 0 && i < decoder.length; i++) {
                decoder.samples[c][i] >>= shift;
            }
        }
        return decoder.samples;
    }

    private ReadException damaged(int position, String cause) {
        return new ReadException(file, "byte " + position, cause, REMEDY);
    }

    /** Reads the stream info and returns where the frames begin. */
    private int metadata(int offset) throws ReadException {
        if (offset + 42 > data.length || data[offset] != 'f' || data[offset + 1] != 'L' || data[offset + 2] != 'a'
            || data[offset + 3] != 'C' || (data[offset + 4] & 0x7F) != 0) {
            throw damaged(offset, "not a FLAC stream");
        }
        BitReader info = new BitReader(data, offset + 8, data.length);
        info.unsigned(16);
        largestBlock = (int) info.unsigned(16);
        info.unsigned(32);
        info.unsigned(16);
        info.unsigned(20);
        channels = (int) info.unsigned(3) + 1;
        depth = (int) info.unsigned(5) + 1;
        samples = new int[channels][0];
        block = new long[channels][0];
        long position = offset + 4L;
        boolean last = false;
        while (!last) {
            if (position + 4 > data.length) {
                throw damaged((int) Math.min(position, data.length), "FLAC metadata is cut");
            }
            int at = (int) position;
            last = data[at] < 0;
            position += 4 + ((data[at + 1] & 0xFF) << 16 | (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF);
        }
        return (int) Math.min(position, data.length);
    }

    /** Decodes the frame that begins at a byte and returns where the next begins. */
    private int frame(int position) throws ReadException {
        BitReader bits = new BitReader(data, position, data.length);
        if (bits.unsigned(15) != 0x7FFC) {
            throw new IllegalArgumentException("no synchronisation code");
        }
        bits.unsigned(1);
        int sizeCode = (int) bits.unsigned(4);
        int rateCode = (int) bits.unsigned(4);
        int assignment = (int) bits.unsigned(4);
        int depthCode = (int) bits.unsigned(3);
        bits.unsigned(1);
        // The frame's number is coded like UTF-8; it isn't needed, since frames follow one another.
        int leadingOnes = Integer.numberOfLeadingZeros(~((int) bits.unsigned(8) << 24));
        for (int i = 1; i < leadingOnes; i++) {
            bits.unsigned(8);
        }
        int size = blockSize(bits, sizeCode);
        bits.unsigned(rateCode == 12 ? 8 : rateCode == 13 || rateCode == 14 ? 16 : 0);
        int headerEnd = bits.bytePosition();
        if (bits.unsigned(8) != Crc.crc8(data, position, headerEnd)) {
            throw new IllegalArgumentException("header CRC");
        }
        int frameDepth = DEPTHS[depthCode] == 0 ? depth : DEPTHS[depthCode];
        int frameChannels = assignment < 8 ? assignment + 1 : 2;
        if (frameDepth != depth || frameChannels != channels || assignment > 10 || size > Math.max(16, largestBlock)) {
            throw new IllegalArgumentException("frame contradicts the stream info");
        }
        subframes(bits, size, assignment);
        bits.skipToByte();
        int end = bits.bytePosition();
        if (bits.unsigned(16) != Crc.crc16(data, position, end)) {
            throw new IllegalArgumentException("CRC");
        }
        append(size);
        return end + 2;
    }

    private static int blockSize(BitReader bits, int code) {
        return switch (code) {
            case 0 -> throw new IllegalArgumentException("reserved block size");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << code - 2;
            case 6 -> (int) bits.unsigned(8) + 1;
            case 7 -> (int) bits.unsigned(16) + 1;
            default -> 256 << code - 8;
        };
    }

    private void subframes(BitReader bits, int size, int assignment) {
        for (int c = 0; c < channels; c++) {
            if (block[c].length < size) {
                block[c] = new long[size];
            }
            boolean side = assignment == 8 && c == 1 || assignment == 9 && c == 0 || assignment == 10 && c == 1;
            Subframe.decode(bits, block[c], size, side ? depth + 1 : depth);
        }
        for (int i = 0; assignment >= 8 && i < size; i++) {
            long a = block[0][i];
            long b = block[1][i];
            long middle = a << 1 | b & 1;
            block[0][i] = assignment == 8 ? a : assignment == 9 ? a + b : middle + b >> 1;
            block[1][i] = assignment == 8 ? a - b : assignment == 9 ? b : middle - b >> 1;
        }
    }

    private void append(int size) throws ReadException {
        if (length + (long) size > Integer.MAX_VALUE - 16
                || (length + (long) size) * channels > SMALL_STREAM_SAMPLES + SAMPLES_PER_BYTE * data.length) {
            throw damaged(data.length, "the FLAC stream holds more than " + length + " samples, too many for its size");
        }
        for (int c = 0; c < channels; c++) {
            if (samples[c].length < length + size) {
                samples[c] = Arrays.copyOf(samples[c], (int) Math.min(Integer.MAX_VALUE - 16, 2L * (length + size)));
            }
            for (int i = 0; i < size; i++) {
                samples[c][length + i] = (int) block[c][i];
            }
        }
        length += size;
    }
}

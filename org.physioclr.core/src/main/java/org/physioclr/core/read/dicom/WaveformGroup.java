package org.physioclr.core.read.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Content;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/** A multiplex group: channels of one rate and length whose samples lie interleaved (PS3.3, section C.10.9). */
final class WaveformGroup {

    private static final double SHORT_SECONDS = 2;

    private final LittleEndianFile file;
    private final DataSet group;
    private final int channels;
    private final int samples;
    private final double rateHz;
    private final int bytes;
    private final boolean signed;

    WaveformGroup(LittleEndianFile file, DataSet group) throws ReadException {
        this.file = file;
        this.group = group;
        this.channels = (int) group.whole(Tag.CHANNEL_COUNT);
        this.rateHz = group.decimal(Tag.SAMPLING_FREQUENCY).orElse(0);
        String interpretation = group.text(Tag.INTERPRETATION);
        this.bytes = switch (interpretation) {
            case "SB", "UB" -> 1;
            case "SS", "US" -> 2;
            case "SL", "UL" -> 4;
            default -> throw group.error(Tag.INTERPRETATION, "samples of kind \"" + interpretation + "\" are not read");
        };
        this.signed = interpretation.startsWith("S");
        long count = group.whole(Tag.SAMPLE_COUNT);
        long wanted = count * channels * bytes;
        long held = group.place(Tag.WAVEFORM_DATA).length();
        if (channels == 0 || channels != group.items(Tag.CHANNELS).size()) {
            throw group.error(Tag.CHANNEL_COUNT, channels + " channels are announced, "
                + group.items(Tag.CHANNELS).size() + " described");
        }
        if (group.whole(Tag.BITS_ALLOCATED) != 8L * bytes || wanted > held || held - wanted > 1) {
            throw group.error(Tag.WAVEFORM_DATA, held + " bytes don't hold " + count + " samples of " + channels
                + " channels with " + group.whole(Tag.BITS_ALLOCATED) + " bits");
        }
        if (!(rateHz > 0)) {
            throw group.error(Tag.SAMPLING_FREQUENCY, "the sampling frequency must be positive");
        }
        this.samples = (int) count;
    }

    private double seconds() {
        return samples / rateHz;
    }

    /** When the group begins, in seconds from an instant that all groups share. */
    double startSeconds() throws ReadException {
        return group.decimal(Tag.GROUP_OFFSET).orElse(0) / 1000;
    }

    /** A group that calls itself a beat is one, as is a derived one too short for a rhythm. */
    private Content content() throws ReadException {
        String label = group.text(Tag.GROUP_LABEL).toUpperCase(Locale.ROOT);
        boolean beat = label.contains("BEAT") || label.contains("MEDIAN") || label.contains("AVERAGE");
        boolean derived = group.text(Tag.ORIGINALITY).equals("DERIVED") && seconds() < SHORT_SECONDS;
        return beat || derived ? Content.REPRESENTATIVE_BEAT : Content.RHYTHM;
    }

    /** The channels; remarks what is not taken into account. */
    List<Channel> channels(List<String> warnings) throws ReadException {
        List<Channel> result = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            DataSet channel = group.items(Tag.CHANNELS).get(i);
            String name = name(channel);
            OptionalDouble sensitivity = channel.decimal(Tag.SENSITIVITY);
            double gain = sensitivity.orElse(1) * channel.decimal(Tag.CORRECTION_FACTOR).orElse(1);
            double baseline = channel.decimal(Tag.BASELINE).orElse(0);
            if (sensitivity.isEmpty()) {
                warnings.add("channel " + name + " has no unit");
            }
            if (channel.decimal(Tag.SAMPLE_SKEW).orElse(0) != 0) {
                warnings.add("channel " + name + " is shifted by " + channel.decimal(Tag.SAMPLE_SKEW).getAsDouble()
                    + " samples against the others");
            }
            result.add(new Channel(name, sensitivity.isEmpty() ? "" : unit(channel), rateHz,
                physical(i, gain, baseline), content()));
        }
        return result;
    }

    private static String name(DataSet channel) throws ReadException {
        List<DataSet> source = channel.items(Tag.CHANNEL_SOURCE);
        String meaning = source.isEmpty() ? "" : source.get(0).text(Tag.CODE_MEANING);
        return meaning.isEmpty() ? channel.text(Tag.CHANNEL_LABEL) : meaning;
    }

    private static String unit(DataSet channel) throws ReadException {
        List<DataSet> units = channel.items(Tag.SENSITIVITY_UNITS);
        return units.isEmpty() ? "" : units.get(0).text(Tag.CODE_VALUE);
    }

    private double[] physical(int channel, double gain, double baseline) throws ReadException {
        double[] physical = new double[samples];
        long missing = padding();
        int from = group.place(Tag.WAVEFORM_DATA).start() + channel * bytes;
        int step = channels * bytes;
        for (int i = 0, at = from; i < samples; i++, at += step) {
            long value = sample(at);
            physical[i] = value == missing ? Double.NaN : value * gain + baseline;
        }
        return physical;
    }

    private long sample(int at) throws ReadException {
        long value = switch (bytes) {
            case 1 -> file.unsigned8(at);
            case 2 -> file.unsigned16(at);
            default -> file.unsigned32(at);
        };
        int shift = 64 - 8 * bytes;
        return signed ? value << shift >> shift : value;
    }

    /** The value of missing samples; some writers put 0 where they mean that there are none, which never is one. */
    private long padding() throws ReadException {
        if (!group.has(Tag.PADDING_VALUE) || group.place(Tag.PADDING_VALUE).length() < bytes) {
            return Long.MAX_VALUE;
        }
        long padding = sample(group.place(Tag.PADDING_VALUE).start());
        return padding == 0 ? Long.MAX_VALUE : padding;
    }
}

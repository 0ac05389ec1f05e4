package org.physioclr.core.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;
import org.physioclr.core.signal.Resampler;

/**
 * Makes an {@link EcgRecord} of a recording: channels in volts become millivolts, others (blood pressure, respiration)
 * and representative beats are left out; all get the rate of the fastest one. Infinite samples become NaN, as missing
 * ones are.
 */
public final class EcgConversion {

    /** Slower than any recorder; the bound keeps a change of rate from multiplying a file's size. */
    private static final double SLOWEST_HZ = 10;

    private EcgConversion() {
    }

    /**
     * Converts a recording.
     *
     * @param recording what a file holds
     * @param id the record's identifier
     * @param leads which leads the result has
     * @param warnings receives a remark where two channels have one lead name; the second is then numbered
     * @throws IllegalArgumentException if no channel is an ECG, with a message for a person
     */
    public static EcgRecord convert(Recording recording, String id, LeadChoice leads, List<String> warnings) {
        Map<Lead, Channel> channels = new LinkedHashMap<>();
        for (Channel channel : recording.channels()) {
            if (channel.content() == Content.RHYTHM && millivoltsPer(channel.unit()).isPresent()) {
                channels.put(unique(channel, channels, recording, warnings), channel);
            }
        }
        boolean standard = channels.keySet().stream().anyMatch(Lead::isStandard);
        if (channels.isEmpty() || leads == LeadChoice.TWELVE && !standard) {
            throw new IllegalArgumentException(noEcg(recording, channels));
        }
        if (leads == LeadChoice.TWELVE) {
            channels.keySet().removeIf(lead -> !lead.isStandard());
        }
        List<Lead> names = new ArrayList<>(channels.keySet());
        double rateHz = rate(channels);
        EcgRecord all = new EcgRecord(id, recording.patient().id(), rateHz, names,
            equalLength(List.copyOf(channels.values()), rateHz));
        return leads == LeadChoice.TWELVE ? LeadAlgebra.twelveLeads(all) : all;
    }

    private static String noEcg(Recording recording, Map<Lead, Channel> channels) {
        if (recording.channels().isEmpty()) {
            return "it holds no signal";
        }
        return channels.isEmpty() ? "no channel is in volts"
            : "none of the standard twelve leads is there, only " + channels.keySet()
                + "; the choice of all leads would take them";
    }

    private static double rate(Map<Lead, Channel> channels) {
        for (Channel channel : channels.values()) {
            if (!(channel.rateHz() >= SLOWEST_HZ)) {
                throw new IllegalArgumentException("channel " + channel.name() + " has " + channel.rateHz()
                    + " samples a second, too few for an ECG");
            }
            if (channel.physical().length == 0) {
                throw new IllegalArgumentException("channel " + channel.name() + " has no samples");
            }
        }
        return channels.values().stream().mapToDouble(Channel::rateHz).max().orElseThrow();
    }

    /** How many millivolts a unit is; empty if it isn't a unit of voltage. Case matters only for M against m. */
    public static OptionalDouble millivoltsPer(String unit) {
        return switch (unit.strip()) {
            case "mV", "mv", "millivolt", "millivolts", "MILLIVOLTS" -> OptionalDouble.of(1);
            case "V", "v", "volt", "volts" -> OptionalDouble.of(1e3);
            case "uV", "uv", "UV", "\u00B5V", "\u03BCV", "\u00B5v", "\u03BCv", "microvolt", "microvolts",
                "MICROVOLTS" -> OptionalDouble.of(1e-3);
            case "nV", "nv", "nanovolt", "nanovolts" -> OptionalDouble.of(1e-6);
            default -> OptionalDouble.empty();
        };
    }

    private static Lead unique(Channel channel, Map<Lead, Channel> taken, Recording recording, List<String> warnings) {
        String name = channel.name().isBlank() ? "channel " + (recording.channels().indexOf(channel) + 1)
            : channel.name();
        Lead lead = Lead.of(name);
        Lead candidate = lead;
        for (int i = 2; taken.containsKey(candidate); i++) {
            candidate = new Lead(lead.name() + " (" + i + ")");
        }
        if (!candidate.equals(lead)) {
            warnings.add("two channels are called " + lead.name() + "; the second is taken as " + candidate.name());
        }
        return candidate;
    }

    /** All channels at one rate, as long as the shortest; the longer ones are cut before they are resampled. */
    private static float[][] equalLength(List<Channel> channels, double rateHz) {
        double seconds = channels.stream().mapToDouble(c -> c.physical().length / c.rateHz()).min().orElseThrow();
        float[][] samples = channels.stream().map(channel -> atRate(channel, seconds, rateHz)).toArray(float[][]::new);
        int shortest = Arrays.stream(samples).mapToInt(lead -> lead.length).min().orElseThrow();
        for (int lead = 0; lead < samples.length; lead++) {
            samples[lead] = samples[lead].length == shortest ? samples[lead] : Arrays.copyOf(samples[lead], shortest);
        }
        return samples;
    }

    private static float[] atRate(Channel channel, double seconds, double rateHz) {
        double factor = millivoltsPer(channel.unit()).orElseThrow();
        double[] physical = channel.physical();
        float[] samples = new float[(int) Math.min(physical.length, Math.ceil(seconds * channel.rateHz()))];
        for (int i = 0; i < samples.length; i++) {
            float sample = (float) (physical[i] * factor);
            samples[i] = Float.isInfinite(sample) ? Float.NaN : sample;
        }
        return channel.rateHz() == rateHz ? samples : Resampler.between(channel.rateHz(), rateHz).apply(samples);
    }
}

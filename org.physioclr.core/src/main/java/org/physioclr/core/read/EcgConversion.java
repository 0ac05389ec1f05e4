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
 * are left out; all get the rate of the fastest one. Infinite samples become NaN, as missing ones are.
 */
public final class EcgConversion {

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
            if (millivoltsPer(channel.unit()).isPresent()) {
                channels.put(unique(channel, channels, recording, warnings), channel);
            }
        }
        boolean standard = channels.keySet().stream().anyMatch(Lead::isStandard);
        if (channels.isEmpty() || leads == LeadChoice.TWELVE && !standard) {
            throw new IllegalArgumentException(channels.isEmpty() ? "no channel is in volts"
                : "none of the standard twelve leads is there, only " + channels.keySet()
                    + "; the choice of all leads would take them");
        }
        if (leads == LeadChoice.TWELVE) {
            channels.keySet().removeIf(lead -> !lead.isStandard());
        }
        double rateHz = channels.values().stream().mapToDouble(Channel::rateHz).max().orElseThrow();
        List<Lead> names = new ArrayList<>(channels.keySet());
        float[][] samples = channels.values().stream().map(channel -> atRate(channel, rateHz)).toArray(float[][]::new);
        EcgRecord all = new EcgRecord(id, recording.patient().id(), rateHz, names, equalLength(samples));
        return leads == LeadChoice.TWELVE ? LeadAlgebra.twelveLeads(all) : all;
    }

    /** How many millivolts a unit is; empty if it isn't a unit of voltage. Case matters only for M against m. */
    public static OptionalDouble millivoltsPer(String unit) {
        return switch (unit.strip()) {
            case "mV", "mv", "millivolt", "millivolts" -> OptionalDouble.of(1);
            case "V", "v", "volt", "volts" -> OptionalDouble.of(1e3);
            case "uV", "uv", "\u00B5V", "\u03BCV", "\u00B5v", "\u03BCv", "microvolt", "microvolts" ->
                OptionalDouble.of(1e-3);
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

    private static float[] atRate(Channel channel, double rateHz) {
        double factor = millivoltsPer(channel.unit()).orElseThrow();
        double[] physical = channel.physical();
        float[] samples = new float[physical.length];
        for (int i = 0; i < samples.length; i++) {
            float sample = (float) (physical[i] * factor);
            samples[i] = Float.isInfinite(sample) ? Float.NaN : sample;
        }
        return channel.rateHz() == rateHz ? samples : Resampler.between(channel.rateHz(), rateHz).apply(samples);
    }

    /** Cuts off what the longest leads have more, at most the rounding of a change of rate in files without damage. */
    private static float[][] equalLength(float[][] samples) {
        int shortest = Integer.MAX_VALUE;
        for (float[] lead : samples) {
            shortest = Math.min(shortest, lead.length);
        }
        float[][] equal = new float[samples.length][];
        for (int lead = 0; lead < samples.length; lead++) {
            equal[lead] = samples[lead].length == shortest ? samples[lead]
                : Arrays.copyOf(samples[lead], shortest);
        }
        return equal;
    }
}

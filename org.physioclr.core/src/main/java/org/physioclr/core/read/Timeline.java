package org.physioclr.core.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays channels that were recorded at different times on one axis: each is missing where it was not recorded, and parts
 * of one lead that follow each other become one channel. Channels that all begin at one instant stay as they are, and
 * so do representative beats.
 */
public final class Timeline {

    /**
     * A channel and when it begins.
     *
     * @param channel its samples
     * @param startSeconds from an instant that all channels share
     */
    public record Part(Channel channel, double startSeconds) {

        private double endSeconds() {
            return startSeconds + channel.physical().length / channel.rateHz();
        }

        private boolean isRhythm() {
            return channel.content() == Content.RHYTHM;
        }
    }

    private static final int MOST_PARTS = 10_000;

    private final List<Channel> placed = new ArrayList<>();
    private final List<List<Part>> parts = new ArrayList<>();
    private final double firstSeconds;
    private final double lastSeconds;
    private double samples;

    private Timeline(List<Part> rhythm) {
        this.firstSeconds = rhythm.stream().mapToDouble(Part::startSeconds).min().orElse(0);
        this.lastSeconds = rhythm.stream().mapToDouble(Part::endSeconds).max().orElse(0);
    }

    /**
     * Aligns the channels of a file.
     *
     * @param file for messages
     * @param fileBytes its size, which bounds the gaps
     */
    public static List<Channel> align(Path file, long fileBytes, List<Part> parts) throws ReadException {
        List<Part> rhythm = parts.stream().filter(Part::isRhythm).toList();
        Timeline timeline = new Timeline(rhythm);
        if (rhythm.stream().allMatch(part -> part.startSeconds == timeline.firstSeconds)) {
            return parts.stream().map(Part::channel).toList();
        }
        if (rhythm.size() > MOST_PARTS) {
            throw new ReadException(file, "", "the signal is in more than " + MOST_PARTS + " pieces", "Cut it.");
        }
        for (Part part : rhythm) {
            timeline.place(part, file, fileBytes);
        }
        List<Channel> channels = new ArrayList<>(timeline.placed);
        parts.stream().filter(part -> !part.isRhythm()).map(Part::channel).forEach(channels::add);
        return channels;
    }

    private void place(Part part, Path file, long fileBytes) throws ReadException {
        Channel channel = part.channel;
        int row = continued(part);
        if (row < 0) {
            row = placed.size();
            samples += (lastSeconds - firstSeconds) * channel.rateHz();
            MemoryBound.check(file, samples, fileBytes);
            int whole = (int) Math.round((lastSeconds - firstSeconds) * channel.rateHz());
            double[] empty = new double[Math.max(start(part) + channel.physical().length, whole)];
            Arrays.fill(empty, Double.NaN);
            placed.add(new Channel(channel.name(), channel.unit(), channel.rateHz(), empty));
            parts.add(new ArrayList<>());
        }
        double[] all = placed.get(row).physical();
        int count = Math.min(channel.physical().length, all.length - start(part));
        System.arraycopy(channel.physical(), 0, all, start(part), count);
        parts.get(row).add(part);
    }

    private int start(Part part) {
        return (int) Math.round((part.startSeconds - firstSeconds) * part.channel.rateHz());
    }

    /** Which placed channel a part goes on with; -1 if none, or if the two overlap. */
    private int continued(Part part) {
        for (int i = 0; i < placed.size(); i++) {
            Channel other = placed.get(i);
            boolean same = other.name().equals(part.channel.name()) && other.unit().equals(part.channel.unit())
                && other.rateHz() == part.channel.rateHz();
            double tolerance = 0.5 / other.rateHz();
            if (same && parts.get(i).stream().allMatch(p -> p.endSeconds() <= part.startSeconds + tolerance
                    || part.endSeconds() <= p.startSeconds + tolerance)) {
                return i;
            }
        }
        return -1;
    }
}

package org.physioclr.core.read.aecg;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Content;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Timeline;
import org.physioclr.core.read.xml.SampleText;
import org.physioclr.core.read.xml.XmlDocument;
import org.physioclr.core.read.xml.XmlElement;

/** The sequences of one sequence set: first when its samples were taken, then one sequence of values a lead. */
final class AecgSequences {

    private static final Pattern INSTANT =
        Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})?(\\d{2})?)?(\\.\\d{1,9})?(?:[-+]\\d{4})?");

    private final XmlDocument document;
    private final XmlElement set;
    private final Content content;

    AecgSequences(XmlDocument document, XmlElement set, Content content) {
        this.document = document;
        this.set = set;
        this.content = content;
    }

    /** The leads with their beginning in seconds; an absolute time counts from 1970. */
    List<Timeline.Part> parts() throws ReadException {
        List<XmlElement> sequences = set.children("component").stream()
            .flatMap(component -> component.children("sequence").stream()).toList();
        double rateHz = Double.NaN;
        double start = 0;
        List<Timeline.Part> parts = new ArrayList<>();
        for (XmlElement sequence : sequences) {
            String code = sequence.find("code").map(element -> element.attribute("code")).orElse("");
            Optional<XmlElement> value = sequence.find("value");
            if (code.startsWith("TIME_") && value.isPresent()) {
                rateHz = rateHz(value.get());
                start = startSeconds(value.get());
            } else if (value.isPresent() && value.get().find("digits").isPresent()) {
                if (Double.isNaN(rateHz)) {
                    throw document.error(sequence, "the sequence " + code + " has no time before it");
                }
                parts.add(new Timeline.Part(channel(code, value.get(), rateHz), start));
            }
        }
        return parts;
    }

    private double rateHz(XmlElement time) throws ReadException {
        XmlElement increment = time.find("increment")
            .orElseThrow(() -> document.error(time, "the time of the samples has no increment"));
        double step = document.number(increment, increment.attribute("value"), "the increment");
        double seconds = switch (increment.attribute("unit")) {
            case "s" -> step;
            case "ms" -> step / 1e3;
            case "us" -> step / 1e6;
            default -> throw document.error(increment, "increments in \"" + increment.attribute("unit")
                + "\" are not understood");
        };
        if (!(seconds > 0)) {
            throw document.error(increment, "the increment must be positive, not " + step);
        }
        return rounded(1 / seconds);
    }

    /** 1 / 0.002 is not 500 in binary fractions, but rates are meant in decimal ones. */
    private static double rounded(double rateHz) {
        double whole = Math.rint(rateHz);
        return Math.abs(rateHz - whole) < 1e-9 * rateHz ? whole : rateHz;
    }

    private double startSeconds(XmlElement time) throws ReadException {
        Optional<XmlElement> head = time.find("head");
        String text = head.map(element -> element.attribute("value")).orElse("");
        if (text.isEmpty()) {
            return 0;
        }
        String unit = head.get().attribute("unit");
        if (!unit.isEmpty()) {
            double value = document.number(head.get(), text, "the head");
            return unit.equals("ms") ? value / 1e3 : unit.equals("us") ? value / 1e6 : value;
        }
        Matcher instant = INSTANT.matcher(text);
        if (!instant.matches()) {
            throw document.error(head.get(), "the time \"" + text + "\" is not understood");
        }
        try {
            LocalDateTime second = LocalDateTime.of(number(instant, 1), number(instant, 2), number(instant, 3),
                number(instant, 4), number(instant, 5), number(instant, 6));
            double fraction = instant.group(7) == null ? 0 : Double.parseDouble("0" + instant.group(7));
            return second.toEpochSecond(ZoneOffset.UTC) + fraction;
        } catch (DateTimeException e) {
            throw document.error(head.get(), "the time \"" + text + "\" does not exist");
        }
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private Channel channel(String name, XmlElement value, double rateHz) throws ReadException {
        XmlElement scale = value.find("scale")
            .orElseThrow(() -> document.error(value, "the sequence " + name + " has no scale"));
        double gain = document.number(scale, scale.attribute("value"), "the scale");
        Optional<XmlElement> origin = value.find("origin").filter(o -> !o.attribute("value").isEmpty());
        double offset = origin.isEmpty() ? 0
            : document.number(origin.get(), origin.get().attribute("value"), "the origin");
        if (offset != 0 && !origin.get().attribute("unit").equals(scale.attribute("unit"))) {
            throw document.error(origin.get(), "origin and scale have different units");
        }
        double[] samples = SampleText.numbers(document, value.find("digits").orElseThrow());
        for (int i = 0; i < samples.length; i++) {
            samples[i] = samples[i] * gain + offset;
        }
        return new Channel(name, scale.attribute("unit"), rateHz, samples, content);
    }
}

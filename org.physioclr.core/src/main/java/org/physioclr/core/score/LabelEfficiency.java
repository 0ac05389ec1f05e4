package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a figure grows with the share of labels that the probe was fitted on. */
public final class LabelEfficiency {

    private LabelEfficiency() {
    }

    /**
     * A figure of one fitted probe.
     *
     * @param encoder the encoder's name
     * @param fractionPercent the share of training labels used, in percent
     * @param figure what was measured, such as a label's name or "Macro AUROC"
     * @param value NaN if undefined
     */
    public record Run(String encoder, double fractionPercent, String figure, double value) {
    }

    /** A point of the curve of one encoder and figure: its draws at one label fraction. */
    public record Point(String encoder, double fractionPercent, String figure, DrawSummary summary) {
    }

    private record Place(String encoder, double fractionPercent, String figure) {
    }

    /** One point for each encoder, figure (both in order of first occurrence) and label fraction (ascending). */
    public static List<Point> summarise(List<Run> runs, double level) {
        Map<String, Integer> encoders = new LinkedHashMap<>();
        Map<String, Integer> figures = new LinkedHashMap<>();
        Map<Place, List<Double>> values = new LinkedHashMap<>();
        for (Run run : runs) {
            encoders.putIfAbsent(run.encoder(), encoders.size());
            figures.putIfAbsent(run.figure(), figures.size());
            values.computeIfAbsent(new Place(run.encoder(), run.fractionPercent(), run.figure()),
                place -> new ArrayList<>()).add(run.value());
        }
        return values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.comparing((Place place) -> encoders.get(place.encoder()))
                .thenComparing(place -> figures.get(place.figure())).thenComparingDouble(Place::fractionPercent)))
            .map(entry -> point(entry.getKey(), entry.getValue(), level)).toList();
    }

    private static Point point(Place place, List<Double> values, double level) {
        return new Point(place.encoder(), place.fractionPercent(), place.figure(),
            DrawSummary.of(values.stream().mapToDouble(Double::doubleValue).toArray(), level));
    }
}

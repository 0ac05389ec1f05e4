package org.physioclr.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which features are computed, in the order of their columns. */
public enum FeatureLayout {

    /** Fifty features over all beats of a record, whatever the beats' order. */
    COMPACT(SegmentFeatures.ALL),

    /**
     * The size of the published vector: ten features of each of the first ten beats, missing where there are fewer, and
     * the fifty of {@link #COMPACT}.
     */
    FULL_150(withBeats());

    private final List<Feature> features;

    FeatureLayout(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    private static List<Feature> withBeats() {
        List<Feature> all = new ArrayList<>();
        IntStream.rangeClosed(1, BeatFeatures.BEATS).forEach(beat -> all.addAll(BeatFeatures.of(beat)));
        all.addAll(SegmentFeatures.ALL);
        return all;
    }

    public List<Feature> features() {
        return features;
    }

    /** The features' columns. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /**
     * The layout that a table holds: the largest of which no feature is missing, whatever the columns' order and
     * whatever columns there are besides.
     *
     * @param columns the names of the table's columns
     * @return empty if the table holds no layout as a whole
     */
    public static Optional<FeatureLayout> among(Collection<String> columns) {
        Set<String> present = new HashSet<>(columns);
        FeatureLayout largest = null;
        for (FeatureLayout layout : values()) {
            boolean larger = largest == null || layout.features.size() > largest.features.size();
            largest = larger && present.containsAll(layout.names()) ? layout : largest;
        }
        return Optional.ofNullable(largest);
    }
}

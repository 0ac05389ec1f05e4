package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.physioclr.core.score.DrawSummary;

/**
 * Two encoders compared at one label fraction over several draws of the training labels: the part of chance that no
 * test on a single draw can see.
 *
 * @param first the first encoder
 * @param second the second encoder
 * @param fractionPercent NaN if not stated
 * @param meanFirst the mean macro AUROC of the first over the draws; NaN if a draw lacks it
 * @param meanSecond that of the second
 * @param difference first minus second, draw by draw
 */
record DrawPairs(String first, String second, double fractionPercent, double meanFirst,
    double meanSecond, DrawSummary difference) {

    private record Place(String first, String second, double fractionPercent) {
    }

    /** Brings the draws of the same encoders and fraction together; those with one draw only are left out. */
    static List<DrawPairs> of(List<BlockPair> pairs, double level) {
        Map<Place, List<BlockPair>> places = new LinkedHashMap<>();
        for (BlockPair pair : pairs) {
            places.computeIfAbsent(new Place(pair.first().encoder(), pair.second().encoder(),
                pair.fractionPercent()), place -> new ArrayList<>()).add(pair);
        }
        return places.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
            .map(entry -> of(entry.getKey(), entry.getValue(), level)).toList();
    }

    private static DrawPairs of(Place place, List<BlockPair> draws, double level) {
        return new DrawPairs(place.first(), place.second(), place.fractionPercent(),
            mean(draws, pair -> pair.comparison().macroFirst()), mean(draws, pair -> pair.comparison().macroSecond()),
            DrawSummary.of(draws.stream().mapToDouble(pair -> pair.comparison().macroDifference().value()).toArray(),
                level));
    }

    private static double mean(List<BlockPair> draws, ToDoubleFunction<BlockPair> value) {
        return draws.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}

package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a reader of the figures must know; what is said about many blocks is said once. */
final class Warnings {

    private final List<String> general = new ArrayList<>();
    private final Map<String, List<String>> ofBlocks = new LinkedHashMap<>();

    void addAll(List<String> warnings) {
        general.addAll(warnings);
    }

    void add(String block, String warning) {
        ofBlocks.computeIfAbsent(warning, key -> new ArrayList<>()).add(block);
    }

    /** All of them, each with the first block that it is about. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(general);
        ofBlocks.forEach((warning, blocks) -> lines.add(blocks.get(0)
            + (blocks.size() > 1 ? " and " + (blocks.size() - 1) + " more" : "") + ": " + warning));
        return lines;
    }
}

package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureLayoutTest {

    @Test
    void hasTheSizesThatItPromises() {
        assertEquals(50, FeatureLayout.COMPACT.features().size());
        assertEquals(150, FeatureLayout.FULL_150.features().size());
        List<String> full = FeatureLayout.FULL_150.names();
        assertEquals(FeatureLayout.COMPACT.names(), full.subList(100, 150));
        assertEquals("Beat 1 RR [ms]", full.get(0));
        assertEquals("Beat 10 QRS slope [mV/ms]", full.get(99));
    }

    @Test
    void everyNameIsUniqueAndCarriesItsUnit() {
        for (FeatureLayout layout : FeatureLayout.values()) {
            assertEquals(layout.features().size(), new HashSet<>(layout.names()).size());
            for (Feature feature : layout.features()) {
                assertEquals(!feature.unit().isEmpty(), feature.name().endsWith(" [" + feature.unit() + "]"),
                    feature.name());
                assertEquals(feature.unit().isEmpty(), feature.name().indexOf('[') < 0, feature.name());
                assertFalse(feature.definition().isBlank(), feature.name());
            }
        }
    }

    @Test
    void isFoundAmongOtherColumnsInAnyOrder() {
        List<String> columns = new ArrayList<>(FeatureLayout.COMPACT.names());
        columns.add("Record");
        Collections.reverse(columns);
        assertEquals(Optional.of(FeatureLayout.COMPACT), FeatureLayout.among(columns));
        columns.addAll(FeatureLayout.FULL_150.names().subList(0, 100));
        assertEquals(Optional.of(FeatureLayout.FULL_150), FeatureLayout.among(columns));
        columns.remove("Beat 3 PR [ms]");
        assertEquals(Optional.of(FeatureLayout.COMPACT), FeatureLayout.among(columns));
        columns.remove("QT interval [ms]");
        assertEquals(Optional.empty(), FeatureLayout.among(columns));
        assertEquals(Optional.empty(), FeatureLayout.among(List.of()));
    }
}

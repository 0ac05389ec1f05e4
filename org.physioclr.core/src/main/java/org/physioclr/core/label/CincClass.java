package org.physioclr.core.label;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 26 classes that the PhysioNet/Computing in Cardiology Challenge 2021 scored, in the order of its reward matrix
 * (Reyna et al., Computing in Cardiology 2021, doi:10.23919/CinC53138.2021.9662687). Codes that the challenge treats as
 * equal are one class.
 */
public enum CincClass {
    AF("AF", "164889003"),
    AFL("AFL", "164890007"),
    BBB("BBB", "6374002"),
    BRADY("Brady", "426627000"),
    LBBB("LBBB", "733534002", "164909002"),
    RBBB("RBBB", "713427006", "59118001"),
    IAVB("IAVB", "270492004"),
    IRBBB("IRBBB", "713426002"),
    LAD("LAD", "39732003"),
    LANFB("LAnFB", "445118002"),
    LPR("LPR", "164947007"),
    LQRSV("LQRSV", "251146004"),
    LQT("LQT", "111975006"),
    NSIVCB("NSIVCB", "698252002"),
    NSR("NSR", "426783006"),
    PAC("PAC", "284470004", "63593006"),
    PR("PR", "10370003"),
    PRWP("PRWP", "365413008"),
    PVC("PVC", "427172004", "17338001"),
    QAB("QAb", "164917005"),
    RAD("RAD", "47665007"),
    SA("SA", "427393009"),
    SB("SB", "426177001"),
    STACH("STach", "427084000"),
    TAB("TAb", "164934002"),
    TINV("TInv", "59931005");

    private final String label;
    private final List<String> codes;

    CincClass(String label, String... codes) {
        this.label = label;
        this.codes = List.of(codes);
    }

    /** The class's column name. */
    public String label() {
        return label;
    }

    /** The SNOMED-CT codes that mean it. */
    public List<String> codes() {
        return codes;
    }

    /** Whether any of the class's codes is among these. */
    public boolean isAmong(Collection<String> snomedCodes) {
        return codes.stream().anyMatch(snomedCodes::contains);
    }

    /** The labels of the classes that none of these codes means. */
    static Set<String> labelsWithout(Collection<String> snomedCodes) {
        return Arrays.stream(values()).filter(c -> !c.isAmong(snomedCodes)).map(CincClass::label)
            .collect(Collectors.toUnmodifiableSet());
    }
}

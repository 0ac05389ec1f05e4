package org.physioclr.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom. The rules are those that keep each part replaceable and testable by itself. */
@AnalyzeClasses(packages = {"org.physioclr", "org.knime"}, importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {

    private static final String CORE = "org.physioclr.core..";
    private static final String TORCH = "org.physioclr.torch..";
    private static final String PROTOCOL = "org.physioclr.torch.protocol..";
    private static final String NODES = "org.physioclr.knime.nodes..";
    private static final String HOST = "org.physioclr.knime.host..";
    private static final String KNIME = "org.knime..";
    private static final String DJL = "ai.djl..";

    @ArchTest
    static final ArchRule CORE_KNOWS_NOBODY = noClasses().that().resideInAPackage(CORE)
        .should().dependOnClassesThat().resideInAnyPackage(TORCH, NODES, HOST, KNIME, DJL);

    @ArchTest
    static final ArchRule TORCH_KNOWS_CORE_ALONE = noClasses().that().resideInAPackage(TORCH)
        .should().dependOnClassesThat().resideInAnyPackage(NODES, HOST, KNIME);

    @ArchTest
    static final ArchRule THE_PROTOCOL_HAS_NO_DJL = noClasses().that().resideInAPackage(PROTOCOL)
        .should().dependOnClassesThat().resideInAPackage(DJL);

    @ArchTest
    static final ArchRule NODES_SEE_ONLY_THE_PROTOCOL_OF_TORCH = noClasses().that().resideInAPackage(NODES)
        .should().dependOnClassesThat().resideInAnyPackage(DJL, HOST, "org.physioclr.torch.encoder..",
            "org.physioclr.torch.loss..", "org.physioclr.torch.pretrain..", "org.physioclr.torch.data..",
            "org.physioclr.torch.device..", "org.physioclr.torch.probe..", "org.physioclr.torch.worker..",
            "org.physioclr.torch.checkpoint..");

    @ArchTest
    static final ArchRule THE_HOST_KNOWS_NOTHING_OF_OURS = noClasses().that().resideInAnyPackage(HOST, KNIME)
        .should().dependOnClassesThat().resideInAnyPackage(CORE, TORCH, NODES, DJL);

    @ArchTest
    static final ArchRule KNIME_INTERNALS_STAY_IN_THE_BRIDGE = noClasses().that().resideInAPackage(NODES)
        .and().resideOutsideOfPackage("org.physioclr.knime.nodes.bridge..")
        .should().dependOnClassesThat().resideInAnyPackage("org.knime.core.webui.page..",
            "org.knime.core.webui.node.dialog.defaultdialog.internal..", "org.knime.filehandling..");

    @ArchTest
    static final ArchRule CORE_HAS_FLOORS = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(CORE)
        .layer("run").definedBy("org.physioclr.core.run..")
        .layer("label").definedBy("org.physioclr.core.label..")
        .layer("signal").definedBy("org.physioclr.core.signal..")
        .layer("beat").definedBy("org.physioclr.core.beat..")
        .layer("feature").definedBy("org.physioclr.core.feature..")
        .layer("augment").definedBy("org.physioclr.core.augment..")
        .layer("synth").definedBy("org.physioclr.core.synth..")
        .layer("read").definedBy("org.physioclr.core.read..")
        .layer("split").definedBy("org.physioclr.core.split..")
        .layer("score").definedBy("org.physioclr.core.score..")
        .whereLayer("run").mayNotAccessAnyLayer()
        .whereLayer("label").mayOnlyAccessLayers("run")
        .whereLayer("signal").mayOnlyAccessLayers("run", "label")
        .whereLayer("beat").mayOnlyAccessLayers("run", "label", "signal")
        .whereLayer("feature").mayOnlyAccessLayers("run", "label", "signal", "beat")
        .whereLayer("augment").mayOnlyAccessLayers("run", "label", "signal", "beat")
        .whereLayer("synth").mayOnlyAccessLayers("run", "label", "signal", "beat")
        .whereLayer("read").mayOnlyAccessLayers("run", "label", "signal")
        .whereLayer("split").mayOnlyAccessLayers("run", "label")
        .whereLayer("score").mayOnlyAccessLayers("run", "label");

    @ArchTest
    static final ArchRule CORE_HAS_NO_CYCLES = slices().matching("org.physioclr.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NODES_HAVE_NO_CYCLES =
        slices().matching("org.physioclr.knime.nodes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = classes().that().resideInAPackage("org.physioclr..")
        .should().haveNameNotMatching(".*(Impl|Utils|Util|Manager)");
}

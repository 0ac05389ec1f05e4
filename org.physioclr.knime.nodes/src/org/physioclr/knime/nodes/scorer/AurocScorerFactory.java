package org.physioclr.knime.nodes.scorer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.physioclr.core.run.Progress;
import org.physioclr.core.score.LabelEfficiency;
import org.physioclr.knime.nodes.bridge.NodePage;
import org.physioclr.knime.nodes.bridge.NodeWork;

/** The node AUROC Scorer. */
public final class AurocScorerFactory extends DefaultNodeFactory {

    static final String PREDICTIONS = "Predictions";
    static final String COMPARED = "Predictions to compare with";

    private static final DefaultNode NODE = DefaultNode.create().name("AUROC Scorer").icon("auroc-scorer.png")
        .shortDescription("Scores predictions by the area under the ROC curve, with intervals and paired tests.")
        .fullDescription("""
            Scores the predictions of one or more labels: the area under the receiver operating characteristic curve
            (AUROC), exact and aware of ties, average precision, sensitivity, specificity and positive predictive value
            at the given threshold, F1, Brier score and calibration error, and the averages over labels, each named as
            what it is. What can't be estimated is missing with the reason.
            <br/><br/>
            The truth of a label <tt>L</tt> is the column <tt>L</tt> (0 or 1 as numbers, text or truth values; missing
            means unknown, never 0), its score the column <tt>P (L=1)</tt>. Rows are grouped by the columns
            <tt>Encoder</tt>, <tt>Label fraction [%]</tt> and <tt>Draw</tt>, if they are there, and groups are never
            pooled. The column <tt>Patient</tt> says which rows belong together, <tt>Record</tt> which rows of two
            tables do; without it the row keys do. What the Linear Probe gives can be used as it is.
            <br/><br/>
            A label that has one outcome only can't be scored: its cells are missing, and no average covers it. With
            further tables every encoder of the first is compared with every encoder of the others at the same label
            fraction and draw, on the records that both have: DeLong's paired test for each label, adjusted after Holm,
            a paired bootstrap of patients for the macro AUROC, and Student's paired test over several draws. An encoder
            whose name an earlier table has gets the table's number, as in <tt>Pretrained (2)</tt>.
            <br/><br/>
            For research; not a medical device.""")
        .sinceVersion(0, 1, 0).dynamicPorts(AurocScorerFactory::addPorts)
        .model(model -> model.parametersClass(AurocScorerParameters.class).configure(AurocScorerFactory::configure)
            .execute(NodeWork.of(AurocScorerFactory::execute)))
        .addView(view -> NodePage.of(view, """
            ROC curves, AUROCs with intervals, calibration, and label efficiency. The page also works on its own, as
            written by a headless run.""", "auroc-scorer.html"))
        .nodeType(NodeType.Visualizer)
        .keywords("ROC", "AUC", "DeLong", "bootstrap", "confidence interval", "calibration", "evaluation");

    public AurocScorerFactory() {
        super(NODE);
    }

    private static void addPorts(DynamicPortsAdder ports) {
        ports.addInputPortGroup(PREDICTIONS, group -> group.name(PREDICTIONS).description("""
            Rows with the truth and the score of one or more labels.""").fixed(BufferedDataTable.TYPE));
        ports.addInputPortGroup(COMPARED, group -> group.name(COMPARED).description("""
            Predictions for the same records, to score as well and to compare the first table with. Add a port for each
            table.""").extendable().supportedTypes(BufferedDataTable.TYPE));
        output(ports, "Scores per label", "A row for each encoder, label fraction, draw and label.");
        output(ports, "Summary", "The averages over labels and, with a reward matrix, the CinC 2021 challenge score.");
        output(ports, "ROC points", "The corners of every ROC curve with their thresholds.");
        output(ports, "Comparison", "The tests of the first table against the others; empty without them.");
        output(ports, "Label efficiency",
            "Every figure by the share of training labels, over the draws; empty if the share is not stated.");
    }

    private static void output(DynamicPortsAdder ports, String name, String description) {
        ports.addOutputPortGroup(name,
            group -> group.name(name).description(description).fixed(BufferedDataTable.TYPE));
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        PortObjectSpec[] specs = input.getInPortSpecs();
        for (int i = 0; i < specs.length; i++) {
            if (specs[i] instanceof DataTableSpec spec) {
                PredictionColumns.of(spec, ScorerRun.tableName(i, specs.length));
            }
        }
        requireUsable(input.getParameters());
        output.setOutSpecs(LabelTable.SPEC, SummaryTable.SPEC, RocTable.SPEC, ComparisonTable.SPEC,
            EfficiencyTable.SPEC);
    }

    private static void requireUsable(AurocScorerParameters parameters) throws InvalidSettingsException {
        try {
            parameters.toOptions();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static void execute(ExecuteInput input, ExecuteOutput output, Progress progress)
        throws IOException, InvalidSettingsException {
        ScorerRun run = new ScorerRun(input.getParameters());
        run.run(Arrays.stream(input.getInPortObjects()).map(BufferedDataTable.class::cast).toList(), progress);
        write(run, input.getExecutionContext(), output);
        if (!run.warnings().isEmpty()) {
            output.setWarningMessage(String.join("\n", run.warnings()));
        }
    }

    private static void write(ScorerRun run, ExecutionContext context, ExecuteOutput output) {
        double level = run.options().level();
        OutputTable labels = new OutputTable(context, LabelTable.SPEC);
        OutputTable summary = new OutputTable(context, SummaryTable.SPEC);
        OutputTable points = new OutputTable(context, RocTable.SPEC);
        for (BlockScores block : run.scored()) {
            LabelTable.add(block, level, labels);
            SummaryTable.add(block, run.hasChallenge(), summary);
            RocTable.add(block, points);
        }
        OutputTable comparison = new OutputTable(context, ComparisonTable.SPEC);
        run.pairs().forEach(pair -> ComparisonTable.add(pair, comparison));
        DrawPairs.of(run.pairs(), level).forEach(draws -> ComparisonTable.add(draws, comparison));
        OutputTable efficiency = new OutputTable(context, EfficiencyTable.SPEC);
        List<LabelEfficiency.Point> curve = EfficiencyTable.points(run.scored(), run.hasChallenge(), level);
        curve.forEach(point -> EfficiencyTable.add(point, efficiency));
        output.setOutData(labels.close(), summary.close(), points.close(), comparison.close(), efficiency.close());
        NodePage.keep(context, output, ScorerPage.of(run.scored(), curve, run.options()));
    }
}

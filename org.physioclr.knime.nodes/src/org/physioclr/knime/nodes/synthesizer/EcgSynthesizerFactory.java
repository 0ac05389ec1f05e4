package org.physioclr.knime.nodes.synthesizer;

import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.NodeWork;

/** The node ECG Synthesizer. */
public final class EcgSynthesizerFactory extends DefaultNodeFactory {

    static final DataTableSpec ECGS = EcgTable.spec(Synthesis.LABELS);

    static final DataTableSpec BEATS = new DataTableSpecCreator().addColumns(
        EcgTable.column(EcgTable.RECORD, StringCell.TYPE), EcgTable.column("Type", StringCell.TYPE))
        .addColumns(Stream.of("P onset", "P peak", "P offset", "QRS onset", "R peak", "QRS offset", "T peak",
            "T offset").map(wave -> EcgTable.column(wave + " [s]", DoubleCell.TYPE)).toArray(DataColumnSpec[]::new))
        .createSpec();

    private static final DefaultNode NODE = DefaultNode.create().name("ECG Synthesizer").icon("ecg-synthesizer.png")
        .shortDescription("Makes up electrocardiograms with known diagnoses and beats.")
        .fullDescription("""
            Makes up twelve-lead electrocardiograms (ECGs) for trials of a workflow and for tests: the heart as a dipole
            whose path is a sum of Gaussians, seen through Dower's lead matrix, with breathing, muscle and mains noise
            at the electrodes. The subjects have sinus rhythm, bradycardia, tachycardia or atrial fibrillation, some
            of them with a bundle branch block, a long PR interval, premature beats, ST elevation, inverted T waves or
            left ventricular hypertrophy. Several ECGs of a subject show the same heart.
            <br/><br/>
            A model that tells these ECGs apart has not seen a patient: figures on them say whether a workflow works,
            not how good a method is. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports
            .addOutputTable("ECGs", """
                A row for each ECG, with the columns of the ECG Reader and a 0/1 column a diagnosis.""")
            .addOutputTable("Beats", """
                A row for each beat: the record, the type (N normal, A atrial, V ventricular premature) and the true
                times of its waves in seconds from the record's start, missing where there is no such wave."""))
        .model(model -> model.parametersClass(EcgSynthesizerParameters.class)
            .configure(EcgSynthesizerFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> {
                EcgSynthesizerParameters parameters = input.getParameters();
                new Synthesis(parameters.toOptions(), input.getExecutionContext(), progress).run(output);
            })))
        .nodeType(NodeType.Source).keywords("simulator", "electrocardiogram", "generate", "test data");

    public EcgSynthesizerFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EcgSynthesizerParameters parameters = input.getParameters();
        NodeWork.check(parameters::toOptions);
        output.setOutSpecs(ECGS, BEATS);
    }
}

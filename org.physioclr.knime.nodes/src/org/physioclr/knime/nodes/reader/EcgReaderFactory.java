package org.physioclr.knime.nodes.reader;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.bridge.OptionalPort;

/** The node ECG Reader. */
public final class EcgReaderFactory extends DefaultNodeFactory {

    static final DataTableSpec REJECTED = new DataTableSpecCreator().addColumns(
        EcgTable.column("File", StringCell.TYPE), EcgTable.column("Format", StringCell.TYPE),
        EcgTable.column("Reason", StringCell.TYPE)).createSpec();

    private static final DefaultNode NODE = DefaultNode.create().name("ECG Reader").icon("ecg-reader.png")
        .shortDescription("Reads electrocardiograms from files.")
        .fullDescription("""
            Reads a folder of electrocardiograms (ECGs), or one file, into a table with a row for each record or window.
            What a file is, its content says, not its ending: WFDB (PhysioNet's format in all signal formats, MATLAB
            files of the CinC challenges included), EDF, EDF+ and BDF, SCP-ECG, DICOM waveforms, HL7 aECG, GE MUSE,
            Philips and Schiller XML, MATLAB 5, and tables of samples (CSV, TSV). Signals are in millivolts at their own
            rate and length unless the settings say otherwise.
            <br/><br/>
            A file that can't be read becomes a row of <i>Rejected files</i> with the reason; the node fails only if
            every file is rejected. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .dynamicPorts(ports -> ports
            .addInputPortGroup("Files", group -> group.name("Files").description("""
                A table that lists the files to read, instead of all in a folder, such as that of List Files/Folders
                after Path to String.""").optional().supportedTypes(BufferedDataTable.TYPE))
            .addOutputPortGroup("ECGs", group -> group.name("ECGs").description("""
                A row for each ECG: the signal, patient, record, start in the record, age, sex, rate, duration, leads,
                quality remarks, diagnoses, the fold if the data set has recommended ones, and a 0/1 column for each
                label (missing where nobody has judged it).""").fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Rejected files", group -> group.name("Rejected files")
                .description("The files that could not be read: path, format and reason.")
                .fixed(BufferedDataTable.TYPE)))
        .model(model -> model.parametersClass(EcgReaderParameters.class).configure(EcgReaderFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> new EcgReading(input, progress).run(output))))
        .nodeType(NodeType.Source).keywords("WFDB", "PhysioNet", "electrocardiogram", "import");

    public EcgReaderFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        ReadingPlan plan = new ReadingPlan(input.getParameters());
        Optional<DataTableSpec> files = OptionalPort.find(input.getInPortSpecs(), DataTableSpec.class);
        plan.check(files);
        output.setOutSpecs(plan.knownSpec().orElse(null), REJECTED);
    }
}

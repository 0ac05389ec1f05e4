package org.physioclr.knime.nodes.pretrain;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.MachineChoice;
import org.physioclr.torch.protocol.PretrainOptions;

/** The settings of PhysioCLR Pretrain. */
@LoadDefaultsForAbsentFields
public final class PretrainParameters implements NodeParameters {

    @Section(title = "Method")
    interface MethodSection {
    }

    @Section(title = "Positives by physiology")
    @After(MethodSection.class)
    interface PhysiologySection {
    }

    @Section(title = "Masked autoencoder")
    @After(PhysiologySection.class)
    interface ReconstructionSection {
    }

    @Section(title = "Encoder and signal")
    @After(ReconstructionSection.class)
    interface EncoderSection {
    }

    @Section(title = "Training")
    @After(EncoderSection.class)
    interface TrainingSection {
    }

    @Section(title = "Checkpoints")
    @After(TrainingSection.class)
    interface CheckpointSection {
    }

    @Section(title = "Machine")
    @After(CheckpointSection.class)
    interface MachineSection {
    }

    /** What is learnt from. */
    enum Method {
        @Label("PhysioCLR")
        PHYSIOCLR(PretrainOptions.Method.PHYSIOCLR),
        @Label("CMSC")
        CMSC(PretrainOptions.Method.CMSC),
        @Label("SimCLR")
        SIMCLR(PretrainOptions.Method.SIMCLR),
        @Label("None (random weights)")
        NONE(PretrainOptions.Method.NONE);

        private final PretrainOptions.Method method;

        Method(PretrainOptions.Method method) {
            this.method = method;
        }
    }

    @Widget(title = "ECG column", description = "The ECGs to learn from; left empty, the first ECG column.")
    @ChoicesProvider(EcgColumns.class)
    @Layout(MethodSection.class)
    String ecgColumn = "";

    @Widget(title = "Method", description = """
            PhysioCLR pulls together ECGs of similar physiology, a record's neighbouring segments and its beat-shuffled
            copy, and reconstructs the signal. CMSC pulls together neighbouring segments only, SimCLR two augmented
            copies of one segment. None leaves the weights random: the baseline that every pretraining has to beat.
            """)
    @Layout(MethodSection.class)
    @ValueReference(PretrainConditions.MethodReference.class)
    Method method = Method.PHYSIOCLR;

    @Layout(MethodSection.class)
    ContrastChoice contrast = new ContrastChoice();

    @Layout(PhysiologySection.class)
    PhysiologyChoice physiology = new PhysiologyChoice();

    @Layout(ReconstructionSection.class)
    ReconstructionChoice reconstruction = new ReconstructionChoice();

    @Layout(EncoderSection.class)
    SignalChoice signal = new SignalChoice();

    @Layout(TrainingSection.class)
    TrainingChoice training = new TrainingChoice();

    @Layout(CheckpointSection.class)
    CheckpointChoice checkpoints = new CheckpointChoice();

    @Layout(MachineSection.class)
    MachineChoice machine = new MachineChoice();

    /**
     * How the encoder is to be pretrained.
     *
     * @throws IllegalArgumentException if a setting is out of range
     */
    PretrainOptions toOptions() {
        return new PretrainOptions(method.method, signal.encoder(), signal.toPreprocessing(),
            contrast.toContrast(physiology.toPositives()), reconstruction.toReconstruction(), training.toTraining());
    }
}

package org.physioclr.knime.nodes.pretrain;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.torch.protocol.Checkpoints;

/** The settings of what survives a training that is killed. */
@LoadDefaultsForAbsentFields
final class CheckpointChoice implements NodeParameters {

    @Widget(title = "Checkpoint folder", description = """
            An absolute path of a folder on this computer, for this training alone; made if it is not there. A training
            that was killed or cancelled goes on from what lies there when the node is executed again, and on a CPU ends
            with the same encoder as if nothing had happened. Left empty, nothing is kept.
            """)
    @ValueReference(PretrainConditions.FolderReference.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    String folder = "";

    @Widget(title = "Checkpoint every [epochs]", description = "How often a checkpoint is written.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = PretrainConditions.KeepsCheckpoints.class, type = EffectType.SHOW)
    int everyEpochs = 1;

    @Widget(title = "Resume", description = """
            Goes on from a checkpoint in the folder. One of other settings or ECGs is refused, saying what differs.
            Switched off, training begins anew and replaces it.
            """)
    @Effect(predicate = PretrainConditions.KeepsCheckpoints.class, type = EffectType.SHOW)
    boolean resume = true;

    /**
     * What is to be kept; null for nothing.
     *
     * @throws IllegalArgumentException if a setting is out of range
     */
    Checkpoints toCheckpoints() {
        return folder.isBlank() ? null : new Checkpoints(folder.strip(), everyEpochs, resume);
    }
}

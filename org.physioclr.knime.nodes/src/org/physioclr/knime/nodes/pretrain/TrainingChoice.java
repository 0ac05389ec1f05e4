package org.physioclr.knime.nodes.pretrain;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.knime.nodes.bridge.Ranges;
import org.physioclr.torch.protocol.Training;

/** The settings of the optimisation. */
@LoadDefaultsForAbsentFields
final class TrainingChoice implements NodeParameters {

    /** How the learning rate goes on after the warm-up. */
    enum Schedule {
        @Label("Cosine")
        COSINE(Training.Schedule.COSINE),
        @Label("Constant")
        CONSTANT(Training.Schedule.CONSTANT);

        private final Training.Schedule schedule;

        Schedule(Training.Schedule schedule) {
            this.schedule = schedule;
        }
    }

    @Widget(title = "Epochs", description = "How often every ECG is seen.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    int epochs = 20;

    @Widget(title = "Batch size", description = """
            ECGs a step. Contrastive learning needs many: the negatives come from the same batch.
            """)
    @NumberInputWidget(minValidation = Ranges.AtLeastTwo.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    int batchSize = 64;

    @Widget(title = "Accumulated batches", description = """
            The batches whose gradients make a step: larger steps than the memory holds. Negatives still come from one
            batch.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    int accumulatedBatches = 1;

    @Widget(title = "Learning rate", description = "Its highest value, after the warm-up.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double learningRate = 0.003;

    @Widget(title = "Schedule", description = """
            After the warm-up the learning rate falls to zero as half a cosine, or stays.
            """)
    @Advanced
    @ValueSwitchWidget
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    Schedule schedule = Schedule.COSINE;

    @Widget(title = "Warm-up", description = "The share of all steps in which the learning rate rises.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double warmUp = 0.1;

    @Widget(title = "Weight decay", description = "Decoupled from the learning rate's gradient, as in AdamW.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double weightDecay = 0.01;

    @Widget(title = "Gradient clipping", description = "The largest norm of a step's gradient; 0 clips nothing.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double gradientClip = 1;

    @Widget(title = "Validation share", description = """
            The share of patients held out to watch the loss; 0 trains on all.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double validationShare = 0.1;

    @Widget(title = "Patience [epochs]", description = """
            Stops after this many epochs without a better validation loss and keeps the best; 0 never stops early.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    int patience = 0;

    @Widget(title = "Time limit [min]", description = """
            Ends training after the epoch in which this time is over; 0 sets no limit. A resumed training has the time
            anew.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    double maxMinutes = 0;

    @Widget(title = "Store signals in 16 bits", description = """
            Halves the temporary file of prepared signals. At 1 mV a step is 1 µV.
            """)
    @Advanced
    @Effect(predicate = PretrainConditions.IsTrained.class, type = EffectType.SHOW)
    boolean halfPrecision = false;

    @Widget(title = "Seed", description = "The same seed on the same machine and threads gives the same encoder.")
    int seed = 1;

    Training toTraining() {
        return new Training(epochs, batchSize, accumulatedBatches, learningRate, schedule.schedule, warmUp, weightDecay,
            gradientClip, validationShare, patience, maxMinutes, halfPrecision, seed);
    }
}

package org.physioclr.knime.nodes.pretrain;

import java.util.Optional;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.core.signal.Lead;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.MachineChoice;
import org.physioclr.knime.nodes.bridge.Ranges;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Objective;
import org.physioclr.torch.protocol.PretrainOptions.Training;

/** The settings of PhysioCLR Pretrain. */
@LoadDefaultsForAbsentFields
public final class PretrainParameters implements NodeParameters {

    @Section(title = "Method")
    interface MethodSection {
    }

    @Section(title = "Encoder and signal")
    @After(MethodSection.class)
    interface EncoderSection {
    }

    @Section(title = "Training")
    @After(EncoderSection.class)
    interface TrainingSection {
    }

    @Section(title = "Machine")
    @After(TrainingSection.class)
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

    /** The size of the encoder. */
    enum Preset {
        @Label("Tiny CNN")
        TINY(EncoderPreset.TINY),
        @Label("Small transformer")
        SMALL(EncoderPreset.SMALL),
        @Label("xResNet1d-50")
        XRESNET1D50(EncoderPreset.XRESNET1D50),
        @Label("wav2vec 2.0 base")
        BASE(EncoderPreset.BASE);

        private final EncoderPreset preset;

        Preset(EncoderPreset preset) {
            this.preset = preset;
        }
    }

    /** What a signal is divided by. */
    enum Normalisation {
        @Label("Record (z-score)")
        RECORD_Z_SCORE("record z-score"),
        @Label("Lead (z-score)")
        LEAD_Z_SCORE("lead z-score"),
        @Label("Millivolts")
        MILLIVOLTS("none");

        private final String text;

        Normalisation(String text) {
            this.text = text;
        }
    }

    /** What is filtered away. */
    enum Filter {
        @Label("None")
        NONE(FilterPreset.NONE),
        @Label("0.5–40 Hz")
        MONITORING(FilterPreset.MONITORING),
        @Label("0.05–150 Hz")
        DIAGNOSTIC(FilterPreset.DIAGNOSTIC);

        private final FilterPreset preset;

        Filter(FilterPreset preset) {
            this.preset = preset;
        }
    }

    interface MethodReference extends ParameterReference<Method> {
    }

    static final class IsPhysioClr implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.PHYSIOCLR);
        }
    }

    static final class IsTrained implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.PHYSIOCLR, Method.CMSC, Method.SIMCLR);
        }
    }

    @Widget(title = "ECG column", description = "The ECGs to learn from; left empty, the first ECG column.")
    @ChoicesProvider(EcgColumns.class)
    @Layout(MethodSection.class)
    String ecgColumn = "";

    @Widget(title = "Method", description = """
            PhysioCLR pulls together ECGs of similar physiology, a record's neighbouring segments and its beat-shuffled
            copy. CMSC pulls together neighbouring segments only, SimCLR two augmented copies of one segment. None
            leaves the weights random: the baseline that every pretraining has to beat.
            """)
    @Layout(MethodSection.class)
    @ValueReference(MethodReference.class)
    Method method = Method.PHYSIOCLR;

    @Widget(title = "Positives by physiology", description = """
            Takes ECGs of other patients with similar features as positives. The input needs the feature columns of
            Physiology Features.
            """)
    @Layout(MethodSection.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    boolean featurePositives = true;

    @Widget(title = "Beat-shuffled copy", description = """
            Adds a copy of each segment with its heartbeats in another order.
            """)
    @Layout(MethodSection.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    boolean beatShuffle = true;

    @Widget(title = "Neighbouring segment", description = "Adds the segment that follows in the same record.")
    @Layout(MethodSection.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    boolean neighbouringSegment = true;

    @Widget(title = "Positive above similarity", description = """
            Two ECGs are positives of each other if the cosine similarity of their features is at least this, and
            negatives if it is below. Features are standardised first.
            """)
    @Layout(MethodSection.class)
    @NumberInputWidget(maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    double positiveSimilarity = 0.5;

    @Widget(title = "Negative below similarity", description = """
            Pairs whose similarity lies between this and the value above are neither positives nor negatives. Left out,
            there are no such pairs.
            """)
    @Layout(MethodSection.class)
    @Advanced
    @NumberInputWidget(maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    Optional<Double> negativeSimilarity = Optional.empty();

    @Widget(title = "Weight of feature positives", description = "Relative to a record's own views, which weigh 1.")
    @Layout(MethodSection.class)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    double featureWeight = 0.5;

    @Widget(title = "Temperature", description = "Divides similarities in the contrastive loss.")
    @Layout(MethodSection.class)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double temperature = 0.1;

    @Widget(title = "Weight of the reconstruction (α)", description = """
            Weighs the squared error of the reconstructed signal. 0 switches the reconstruction off.
            """)
    @Layout(MethodSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    double reconstructionWeight = 0.2;

    @Widget(title = "Weight of the peaks (β)", description = """
            Weighs the squared error around the R peaks. 0 switches it off.
            """)
    @Layout(MethodSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsPhysioClr.class, type = EffectType.SHOW)
    double peakWeight = 0.1;

    @Widget(title = "Lead masking", description = """
            The probability that a lead of a view is masked, if no augmentation recipe is connected.
            """)
    @Layout(MethodSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double leadMasking = 0.25;

    @Widget(title = "Encoder", description = """
            Tiny CNN: 0.1 million parameters, made for CPU trials. Small transformer: the same convolutions and four
            transformer layers, 0.9 million. xResNet1d-50: 0.9 million. wav2vec 2.0 base: the shape of the public ECG-FM
            weights, 90 million, made for 500 Hz and 5 s on a GPU.
            """)
    @Layout(EncoderSection.class)
    Preset preset = Preset.TINY;

    @Widget(title = "Sampling rate [Hz]", description = "The rate that the encoder works at; records are resampled.")
    @Layout(EncoderSection.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double rateHz = 100;

    @Widget(title = "Segment [s]", description = "The length of the pieces that the encoder sees.")
    @Layout(EncoderSection.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double segmentSeconds = 5;

    @Widget(title = "Normalisation", description = """
            Record divides by the standard deviation over all leads, which keeps the leads' proportions. Lead makes
            every lead alike, as ECG-FM does. Millivolts keeps voltages.
            """)
    @Layout(EncoderSection.class)
    Normalisation normalisation = Normalisation.RECORD_Z_SCORE;

    @Widget(title = "Filter", description = "A zero-phase band-pass before normalisation.")
    @Layout(EncoderSection.class)
    Filter filter = Filter.NONE;

    @Widget(title = "Epochs", description = "How often every ECG is seen.")
    @Layout(TrainingSection.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    int epochs = 20;

    @Widget(title = "Batch size", description = """
            ECGs a step. Contrastive learning needs many: the negatives come from the same batch.
            """)
    @Layout(TrainingSection.class)
    @NumberInputWidget(minValidation = Ranges.AtLeastTwo.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    int batchSize = 64;

    @Widget(title = "Learning rate", description = "Its highest value, after the warm-up.")
    @Layout(TrainingSection.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double learningRate = 0.003;

    @Widget(title = "Weight decay", description = "Decoupled from the learning rate's gradient, as in AdamW.")
    @Layout(TrainingSection.class)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double weightDecay = 0.01;

    @Widget(title = "Warm-up", description = "The share of all steps in which the learning rate rises.")
    @Layout(TrainingSection.class)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double warmUp = 0.1;

    @Widget(title = "Gradient clipping", description = "The largest norm of a step's gradient; 0 clips nothing.")
    @Layout(TrainingSection.class)
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double gradientClip = 1;

    @Widget(title = "Validation share", description = """
            The share of patients held out to watch the loss; 0 trains on all.
            """)
    @Layout(TrainingSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double validationShare = 0.1;

    @Widget(title = "Patience [epochs]", description = """
            Stops after this many epochs without a better validation loss and keeps the best; 0 never stops early.
            """)
    @Layout(TrainingSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    int patience = 0;

    @Widget(title = "Time limit [min]", description = """
            Ends training after the epoch in which this time is over; 0 sets no limit.
            """)
    @Layout(TrainingSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsTrained.class, type = EffectType.SHOW)
    double maxMinutes = 0;

    @Widget(title = "Seed", description = "The same seed on the same machine and threads gives the same encoder.")
    @Layout(TrainingSection.class)
    int seed = 1;

    @Layout(MachineSection.class)
    MachineChoice machine = new MachineChoice();

    /**
     * How the encoder is to be pretrained.
     *
     * @throws IllegalArgumentException if a setting is out of range
     */
    PretrainOptions toOptions() {
        Objective objective = new Objective(featurePositives, featureWeight, positiveSimilarity,
            negativeSimilarity.orElse(positiveSimilarity), beatShuffle, neighbouringSegment, temperature, leadMasking,
            reconstructionWeight, peakWeight);
        Training training = new Training(epochs, batchSize, learningRate, weightDecay, warmUp, gradientClip,
            validationShare, patience, maxMinutes, seed);
        return new PretrainOptions(method.method, preset.preset, new Preprocessing(
            Lead.TWELVE.stream().map(Lead::name).toList(), rateHz, segmentSeconds, filter.preset, normalisation.text),
            objective, training);
    }

    /** Whether the feature columns are needed. */
    boolean usesFeatures() {
        return method == Method.PHYSIOCLR && featurePositives;
    }
}

package org.physioclr.knime.nodes.augmenter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.core.augment.Augmentation;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.augment.AugmentationRecipe.Step;
import org.physioclr.core.run.Range;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.Ranges;

/**
 * The settings of the ECG Augmenter: for each augmentation how likely it is, 0 for never, and how strong. They are
 * applied in the order in which they stand here.
 */
@LoadDefaultsForAbsentFields
public final class EcgAugmenterParameters implements NodeParameters {

    @Section(title = "Rhythm and time")
    interface RhythmSection {
    }

    @Section(title = "Geometry")
    @After(RhythmSection.class)
    interface GeometrySection {
    }

    @Section(title = "Noise")
    @After(GeometrySection.class)
    interface NoiseSection {
    }

    @Section(title = "Masks")
    @After(NoiseSection.class)
    interface MaskSection {
    }

    @Section(title = "Augmented table")
    @After(MaskSection.class)
    interface TableSection {
    }

    @Widget(title = "Heartbeat shuffle", description = """
            Puts the complete heartbeats into another order, cut in diastole. The rate, the shapes and the set
            of RR intervals stay; bigeminy or Wenckebach periods do not. The setting is its probability; 0
            switches it off.
            """)
    @Layout(RhythmSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double heartbeatShuffle = 1;

    @Widget(title = "Cut [share of RR]", description = """
            Where a cycle is cut, as a share of the RR interval after its R peak; 0.4 to 0.9.
            """)
    @Layout(RhythmSection.class)
    @Advanced
    double shuffleCut = 0.62;

    @Widget(title = "Cross-fade [s]", description = """
            How far to either side of a joint a step is smoothed; 0 to 0.05 s.
            """)
    @Layout(RhythmSection.class)
    @Advanced
    double shuffleCrossFadeSeconds = 0.015;

    @Widget(title = "Time shift", description = """
            Shifts all leads in time; what comes in at one end is missing. The setting is its probability; 0
            switches it off.
            """)
    @Layout(RhythmSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double timeShift = 0;

    @Widget(title = "Largest shift [s]", description = "To either side; 0 to 10 s.")
    @Layout(RhythmSection.class)
    @Advanced
    double shiftSeconds = 0.2;

    @Widget(title = "Turn the heart", description = """
            Rotates and scales the heart's vector (3KG, Gopal et al., ML4H 2021). Needs I, II and V1 to V6. The
            setting is its probability; 0 switches it off.
            """)
    @Layout(GeometrySection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double vcgTransform = 0;

    @Widget(title = "Largest angle [°]", description = "About each axis; 0 to 90°.")
    @Layout(GeometrySection.class)
    @Advanced
    double vcgDegrees = 15;

    @Widget(title = "Largest scale", description = "Of each axis, its inverse is the least; 1 to 2.")
    @Layout(GeometrySection.class)
    @Advanced
    double vcgScale = 1.2;

    @Widget(title = "Amplitude scaling", description = """
            Multiplies all leads by one number. The setting is its probability; 0 switches it off.
            """)
    @Layout(GeometrySection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double amplitudeScaling = 0;

    @Widget(title = "Smallest factor", description = "0.1 to 1.")
    @Layout(GeometrySection.class)
    @Advanced
    double scaleLowest = 0.8;

    @Widget(title = "Largest factor", description = "1 to 10.")
    @Layout(GeometrySection.class)
    @Advanced
    double scaleHighest = 1.25;

    @Widget(title = "Arms exchanged", description = """
            Exchanges the arms' electrodes: I is inverted, II and III, aVR and aVL change places. The setting is
            its probability; 0 switches it off.
            """)
    @Layout(GeometrySection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double leadReversal = 0;

    @Widget(title = "Baseline wander", description = """
            Adds slow waves of 0.05 to 0.5 Hz to each electrode, as breathing does. The setting is its
            probability; 0 switches it off.
            """)
    @Layout(NoiseSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double baselineWander = 0;

    @Widget(title = "Largest wander [mV]", description = "0 to 5 mV.")
    @Layout(NoiseSection.class)
    @Advanced
    double wanderMv = 0.2;

    @Widget(title = "Muscle noise", description = """
            Adds noise of 20 to 150 Hz to each electrode. The setting is its probability; 0 switches it off.
            """)
    @Layout(NoiseSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double muscleNoise = 0;

    @Widget(title = "Largest muscle noise [mV]", description = "Root mean square; 0 to 2 mV.")
    @Layout(NoiseSection.class)
    @Advanced
    double muscleMv = 0.05;

    @Widget(title = "Powerline", description = """
            Adds the mains' hum to each electrode. The setting is its probability; 0 switches it off.
            """)
    @Layout(NoiseSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double powerline = 0;

    @Widget(title = "Mains [Hz]", description = "40 to 70 Hz.")
    @Layout(NoiseSection.class)
    @Advanced
    double powerlineHz = 50;

    @Widget(title = "Largest hum [mV]", description = "Amplitude; 0 to 2 mV.")
    @Layout(NoiseSection.class)
    @Advanced
    double powerlineMv = 0.05;

    @Widget(title = "White noise", description = """
            Adds white noise to each electrode. The setting is its probability; 0 switches it off.
            """)
    @Layout(NoiseSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double gaussianNoise = 0;

    @Widget(title = "Largest white noise [mV]", description = "Root mean square; 0 to 2 mV.")
    @Layout(NoiseSection.class)
    @Advanced
    double gaussianMv = 0.03;

    @Widget(title = "Lead masking", description = """
            Takes leads away at random, but never all of them. The setting is its probability; 0 switches it
            off.
            """)
    @Layout(MaskSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double leadMasking = 1;

    @Widget(title = "Share of leads", description = "The probability of each lead; 0 to 1.")
    @Layout(MaskSection.class)
    @Advanced
    double leadShare = 0.25;

    @Widget(title = "Time masking", description = """
            Takes a stretch of time away from all leads. The setting is its probability; 0 switches it off.
            """)
    @Layout(MaskSection.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Ranges.AtMostOne.class)
    double timeMasking = 0;

    @Widget(title = "Share of time", description = "0 to 0.9 of the length.")
    @Layout(MaskSection.class)
    @Advanced
    double timeShare = 0.1;

    @Widget(title = "ECG column", description = "The ECGs to augment; left empty, the first ECG column.")
    @ChoicesProvider(EcgColumns.class)
    @Layout(TableSection.class)
    String ecgColumn = "";

    @Widget(title = "Copies per ECG", description = "How many augmented versions of each ECG the table gets.")
    @Layout(TableSection.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int copies = 1;

    @Widget(title = "Keep the originals", description = "Puts each ECG before its augmented versions.")
    @Layout(TableSection.class)
    boolean keepOriginals = false;

    @Widget(title = "Seed", description = "Draws the table; training draws anew in every step from its own seed.")
    @Layout(TableSection.class)
    int seed = 1;

    /**
     * The recipe.
     *
     * @throws IllegalArgumentException if a strength or probability is out of range
     */
    AugmentationRecipe toRecipe() {
        List<Step> steps = new ArrayList<>();
        add("Heartbeat shuffle", heartbeatShuffle,
            () -> new Augmentation.HeartbeatShuffle(shuffleCut, shuffleCrossFadeSeconds), steps);
        add("Time shift", timeShift, () -> new Augmentation.TimeShift(shiftSeconds), steps);
        add("Turn the heart", vcgTransform, () -> new Augmentation.VcgTransform(vcgDegrees, vcgScale), steps);
        add("Amplitude scaling", amplitudeScaling, () -> new Augmentation.AmplitudeScaling(scaleLowest, scaleHighest),
            steps);
        add("Arms exchanged", leadReversal, Augmentation.LeadReversal::new, steps);
        add("Baseline wander", baselineWander, () -> new Augmentation.BaselineWander(wanderMv), steps);
        add("Muscle noise", muscleNoise, () -> new Augmentation.MuscleNoise(muscleMv), steps);
        add("Powerline", powerline, () -> new Augmentation.Powerline(powerlineHz, powerlineMv), steps);
        add("White noise", gaussianNoise, () -> new Augmentation.GaussianNoise(gaussianMv), steps);
        add("Lead masking", leadMasking, () -> new Augmentation.LeadMasking(leadShare), steps);
        add("Time masking", timeMasking, () -> new Augmentation.TimeMasking(timeShare), steps);
        return new AugmentationRecipe(steps);
    }

    /**
     * Adds a step unless it is switched off; one that is off must still have numbers in range.
     *
     * @param title the augmentation's in the dialog, so that a refusal names it
     */
    private static void add(String title, double probability, Supplier<Augmentation> augmentation, List<Step> steps) {
        try {
            Step step = new Step(augmentation.get(), probability);
            if (probability != 0) {
                steps.add(step);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(title + ": " + e.getMessage(), e);
        }
    }

    /**
     * Looks whether the numbers are in range.
     *
     * @throws IllegalArgumentException naming the setting if one is not
     */
    void check() {
        toRecipe();
        Range.check("Copies per ECG", copies, 1, 10_000);
    }
}

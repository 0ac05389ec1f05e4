package org.physioclr.knime.nodes.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.physioclr.knime.host.dialog.Truth;

/** What the dialog shows: only settings that have a meaning with the others as they are. */
class PretrainConditionsTest {

    private static final Set<String> TRAINING = Set.of("epochs", "batchSize", "accumulatedBatches", "learningRate",
        "schedule", "warmUp", "weightDecay", "gradientClip", "validationShare", "patience", "maxMinutes",
        "halfPrecision", "seed");

    private final PretrainParameters parameters = new PretrainParameters();

    /** A dialog in the state of the parameters. */
    private final class Dialog implements PredicateInitializer {

        private final Map<Class<?>, Object> values = Map.of(PretrainConditions.MethodReference.class, parameters.method,
            PretrainConditions.ContrastReference.class, parameters.contrast.on, PretrainConditions.FormReference.class,
            parameters.contrast.form, PretrainConditions.PositivesReference.class, parameters.physiology.positives,
            PretrainConditions.RuleReference.class, parameters.physiology.rule,
            PretrainConditions.FolderReference.class, parameters.checkpoints.folder);

        @Override
        public BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference) {
            return new BooleanReference() {
                @Override
                public EffectPredicate isTrue() {
                    return Truth.of((Boolean) values.get(reference));
                }

                @Override
                public EffectPredicate isFalse() {
                    return Truth.of(!(Boolean) values.get(reference));
                }
            };
        }

        @Override
        public StringReference getString(Class<? extends ParameterReference<String>> reference) {
            return new StringReference() {
                @Override
                public EffectPredicate isEqualTo(String value) {
                    return Truth.of(value.equals(values.get(reference)));
                }

                @Override
                public EffectPredicate matchesPattern(String pattern) {
                    return Truth.of(((String) values.get(reference)).matches(pattern));
                }
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference) {
            return choices -> Truth.of(Arrays.asList(choices).contains((E) values.get(reference)));
        }

        @Override
        public EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> provider) {
            try {
                return provider.getDeclaredConstructor().newInstance().init(this);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public EffectPredicate getPredicate(EffectPredicateProvider provider) {
            return provider.init(this);
        }

        @Override
        public <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EffectPredicate getConstant(Predicate<NodeParametersInput> predicate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isMissing(Class<? extends ParameterReference<?>> reference) {
            return !values.containsKey(reference);
        }
    }

    private Set<String> shown(NodeParameters group) {
        Set<String> shown = new TreeSet<>();
        for (Field field : group.getClass().getDeclaredFields()) {
            Effect effect = field.getAnnotation(Effect.class);
            boolean holds = effect == null || Truth.isTrue(new Dialog().getPredicate(effect.predicate()));
            if (holds && !field.isSynthetic()) {
                shown.add(field.getName());
            }
        }
        return shown;
    }

    private static Set<String> names(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    @Test
    void physioClrShowsBothBranchesAndOneThreshold() {
        assertEquals(names("on", "form", "neighbouringSegment", "beatShuffle", "leadMasking", "temperature"),
            shown(parameters.contrast));
        assertEquals(names("positives", "rule", "positiveSimilarity", "negativeSimilarity", "weight", "soft"),
            shown(parameters.physiology));
        assertEquals(7, shown(parameters.reconstruction).size());
        assertEquals(new TreeSet<>(TRAINING), shown(parameters.training));
        assertEquals(names("folder"), shown(parameters.checkpoints));
    }

    @Test
    void eachRuleShowsItsOwnNumbers() {
        parameters.physiology.rule = PhysiologyChoice.Rule.TOP_SHARE;
        assertEquals(names("positives", "rule", "topPercent", "greyPercent", "weight", "soft"),
            shown(parameters.physiology));
        parameters.contrast.form = ContrastChoice.Form.AS_PUBLISHED;
        assertEquals(names("positives", "positiveSimilarity"), shown(parameters.physiology), "it knows no other");
        parameters.physiology.positives = false;
        assertEquals(names("positives"), shown(parameters.physiology));
    }

    @Test
    void withoutTheContrastiveBranchOnlyTheAutoencodersSettingsAreLeft() {
        parameters.contrast.on = false;
        assertEquals(names("on", "leadMasking"), shown(parameters.contrast));
        assertEquals(Set.of(), shown(parameters.physiology));
        assertEquals(7, shown(parameters.reconstruction).size());
    }

    @Test
    void theMethodsToCompareWithShowWhatTheyTake() {
        parameters.method = PretrainParameters.Method.CMSC;
        parameters.contrast.on = false; // which is PhysioCLR's own switch
        assertEquals(names("leadMasking", "temperature"), shown(parameters.contrast));
        assertEquals(Set.of(), shown(parameters.physiology));
        assertEquals(Set.of(), shown(parameters.reconstruction));
        assertEquals(new TreeSet<>(TRAINING), shown(parameters.training));
    }

    @Test
    void randomWeightsNeedASeedAlone() {
        parameters.method = PretrainParameters.Method.NONE;
        parameters.checkpoints.folder = "/kept";
        for (NodeParameters group : new NodeParameters[] {parameters.contrast, parameters.physiology,
            parameters.reconstruction, parameters.checkpoints}) {
            assertEquals(Set.of(), shown(group));
        }
        assertEquals(names("seed"), shown(parameters.training));
        assertTrue(shown(parameters.signal).contains("preset"));
    }

    @Test
    void aCheckpointFolderBringsItsSettings() {
        parameters.checkpoints.folder = "/kept";
        assertEquals(names("folder", "everyEpochs", "resume"), shown(parameters.checkpoints));
    }
}

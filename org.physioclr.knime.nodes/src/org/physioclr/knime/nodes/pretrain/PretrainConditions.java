package org.physioclr.knime.nodes.pretrain;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** When the dialog of PhysioCLR Pretrain shows which setting. */
final class PretrainConditions {

    private PretrainConditions() {
    }

    interface MethodReference extends ParameterReference<PretrainParameters.Method> {
    }

    interface ContrastReference extends ParameterReference<Boolean> {
    }

    interface FormReference extends ParameterReference<ContrastChoice.Form> {
    }

    interface PositivesReference extends ParameterReference<Boolean> {
    }

    interface RuleReference extends ParameterReference<PhysiologyChoice.Rule> {
    }

    interface FolderReference extends ParameterReference<String> {
    }

    static final class IsPhysioClr implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(PretrainParameters.Method.PHYSIOCLR);
        }
    }

    static final class IsTrained implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(PretrainParameters.Method.NONE).negate();
        }
    }

    /** PhysioCLR with its contrastive branch. */
    static final class HasContrast implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(IsPhysioClr.class)
                .and(initializer.getBoolean(ContrastReference.class).isTrue());
        }
    }

    /** Any method that compares views. */
    static final class ComparesViews implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class)
                .isOneOf(PretrainParameters.Method.CMSC, PretrainParameters.Method.SIMCLR)
                .or(initializer.getPredicate(HasContrast.class));
        }
    }

    static final class HasPositives implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(HasContrast.class)
                .and(initializer.getBoolean(PositivesReference.class).isTrue());
        }
    }

    /** Positives in the corrected form, which knows more of them than one threshold. */
    static final class HasCorrectedPositives implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(HasPositives.class)
                .and(initializer.getEnum(FormReference.class).isOneOf(ContrastChoice.Form.CORRECTED));
        }
    }

    static final class TakesThreshold implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(HasPositives.class)
                .and(initializer.getPredicate(TakesTopShare.class).negate());
        }
    }

    static final class TakesGreyZone implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(HasCorrectedPositives.class)
                .and(initializer.getEnum(RuleReference.class).isOneOf(PhysiologyChoice.Rule.THRESHOLD));
        }
    }

    static final class TakesTopShare implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(HasCorrectedPositives.class)
                .and(initializer.getEnum(RuleReference.class).isOneOf(PhysiologyChoice.Rule.TOP_SHARE));
        }
    }

    static final class KeepsCheckpoints implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(IsTrained.class)
                .and(initializer.getString(FolderReference.class).isEqualTo("").negate());
        }
    }
}

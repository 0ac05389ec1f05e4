package org.physioclr.knime.nodes.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.physioclr.core.augment.AugmentationRecipe;

/** An augmentation recipe, which is known before anything is executed. */
public final class RecipePortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String STEPS = "steps";

    private AugmentationRecipe recipe = AugmentationRecipe.EMPTY;

    /** For KNIME, which loads the content afterwards. */
    public RecipePortObjectSpec() {
        // the recipe is loaded
    }

    public RecipePortObjectSpec(AugmentationRecipe recipe) {
        this.recipe = recipe;
    }

    public AugmentationRecipe recipe() {
        return recipe;
    }

    @Override
    protected void save(ModelContentWO model) {
        model.addString(STEPS, recipe.toText());
    }

    @Override
    protected void load(ModelContentRO model) throws InvalidSettingsException {
        recipe = AugmentationRecipe.parse(model.getString(STEPS));
    }

    /** Writes and reads it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<RecipePortObjectSpec> {
    }
}

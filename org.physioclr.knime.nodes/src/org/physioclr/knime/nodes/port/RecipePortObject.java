package org.physioclr.knime.nodes.port;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.physioclr.core.augment.AugmentationRecipe;

/** Carries an augmentation recipe, all of which is in its spec. */
public final class RecipePortObject extends AbstractSimplePortObject {

    /** The type of ports that recipes pass. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(RecipePortObject.class);

    private RecipePortObjectSpec spec;

    /** For KNIME, which loads the content afterwards. */
    public RecipePortObject() {
        this(new RecipePortObjectSpec());
    }

    public RecipePortObject(RecipePortObjectSpec spec) {
        this.spec = spec;
    }

    public AugmentationRecipe recipe() {
        return spec.recipe();
    }

    @Override
    public RecipePortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return recipe().isEmpty() ? "No augmentation" : recipe().toText().replace("\n", "; ");
    }

    @Override
    protected void save(ModelContentWO model, ExecutionMonitor exec) {
        model.addString("summary", getSummary());
    }

    @Override
    protected void load(ModelContentRO model, PortObjectSpec loaded, ExecutionMonitor exec) {
        spec = (RecipePortObjectSpec) loaded;
    }

    /** Writes and reads it. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<RecipePortObject> {
    }
}

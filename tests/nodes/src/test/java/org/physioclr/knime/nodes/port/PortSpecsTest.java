package org.physioclr.knime.nodes.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.swing.JTextArea;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;

/** What the two port types of the extension keep when a workflow is saved. */
class PortSpecsTest {

    private static final String RECIPE = """
        heartbeat shuffle cutFraction=0.62 crossFadeSeconds=0.015 probability=1.0
        lead masking share=0.25 probability=0.5""";

    @TempDir
    private Path folder;

    private static ModelContentRO throughXml(ModelContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.saveToXML(bytes);
        return ModelContent.loadFromXML(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void aRecipeComesBackWithAllItsSteps() throws IOException, InvalidSettingsException {
        RecipePortObjectSpec spec = new RecipePortObjectSpec(AugmentationRecipe.parse(RECIPE));
        ModelContent content = new ModelContent("spec");
        spec.save(content);
        RecipePortObjectSpec loaded = new RecipePortObjectSpec();
        assertNotEquals(spec, loaded);
        loaded.load(throughXml(content));
        assertEquals(spec, loaded);
        assertEquals(RECIPE, loaded.recipe().toText());
        assertEquals(RECIPE.replace("\n", "; "), new RecipePortObject(loaded).getSummary());
    }

    @Test
    void anEncodersCardComesBackLetterByLetter() throws IOException, InvalidSettingsException {
        EncoderPortObject encoder = Learning.randomEncoder(folder, Ecgs.synthetic(folder, 2, 1));
        ModelContent content = new ModelContent("spec");
        encoder.getSpec().save(content);
        EncoderPortObjectSpec loaded = new EncoderPortObjectSpec();
        assertTrue(loaded.card().isEmpty());
        loaded.load(throughXml(content));
        assertEquals(encoder.getSpec().json(), loaded.json());
        assertEquals(encoder.getSpec().card(), loaded.card());
        assertEquals(encoder.getSpec(), loaded);
        assertEquals(loaded.json(), ((JTextArea) encoder.getViews()[0]).getText());
    }
}

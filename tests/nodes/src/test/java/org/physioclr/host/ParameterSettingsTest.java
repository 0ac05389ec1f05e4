package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.physioclr.host.nodes.EvolvedParameters;
import org.physioclr.host.nodes.sample.ModernParameters;
import org.physioclr.knime.host.settings.ParameterSettings;
import org.physioclr.testing.TestData;

/** Parameters are saved as KNIME saves them (its own files, and modern-settings.md of the shared reference). */
class ParameterSettingsTest {

    /** What KNIME has saved, but for the credentials, which this host has not. */
    private static NodeSettings saved() throws Exception {
        NodeSettings file = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(
            TestData.knime("samples/executed-row/Modern Test Node (#2)/settings.xml")));
        NodeSettings model = file.getNodeSettings("model");
        model.removeConfig("cred");
        return model;
    }

    private static NodeSettings save(Object parameters) {
        NodeSettings settings = new NodeSettings("model");
        ParameterSettings.save(parameters, settings);
        return settings;
    }

    @Test
    void theDefaultsAreSavedAsKnimeSavesThem() throws Exception {
        assertEquals(saved(), save(ParameterSettings.defaults(ModernParameters.class)));
    }

    @ParameterizedTest
    @CsvSource({"text, changed", "names/1, changed", "opt, changed", "cols/patternFilter/pattern, changed",
        "cols/manualFilter/manuallySelected/0, changed", "custom_key, changed", "group/gtext, changed",
        "items/1/name, changed", "date, 2024-02-29", "mode, EXACT", "cols/mode, REGEX", "file/path/path, changed"})
    void whatIsLoadedIsSavedAgainAsItWas(String path, String value) throws Exception {
        NodeSettings settings = saved();
        SettingsEditor.set(settings, path, value);
        assertEquals(settings, save(ParameterSettings.load(ModernParameters.class, settings)));
    }

    @Test
    void numbersAndTruthsAreSavedAgainAsTheyWere() throws Exception {
        NodeSettings settings = saved();
        SettingsEditor.set(settings, "count", Integer.MIN_VALUE);
        SettingsEditor.set(settings, "factor", -0.0);
        SettingsEditor.set(settings, "tolerance", Double.NaN);
        SettingsEditor.set(settings, "big", Long.MAX_VALUE);
        SettingsEditor.set(settings, "flag", false);
        SettingsEditor.set(settings, "limit", 9);
        SettingsEditor.set(settings, "names", new String[] {});
        assertEquals(settings, save(ParameterSettings.load(ModernParameters.class, settings)));
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, , /a/b", "RELATIVE, knime.workflow.data, a/b", "RELATIVE, knime.workflow, a/b",
        "CUSTOM_URL, 1000, knime://knime.workflow/data/base.txt"})
    void aFileSelectionIsSavedByItsFileSystem(String category, String specifier, String path) throws Exception {
        NodeSettings settings = new NodeSettings("file");
        ParameterSettings.save(new FileSelection(new FSLocation(FSCategory.valueOf(category), specifier, path)),
            settings);
        NodeSettings inner = settings.getNodeSettings("path");
        assertTrue(inner.getBoolean("location_present"));
        assertEquals(category, inner.getString("file_system_type"));
        assertEquals(specifier, inner.getString("file_system_specifier", null));
        assertEquals(path, inner.getString("path"));
        NodeSettings model = saved();
        model.addNodeSettings("file").addNodeSettings("path");
        inner.copyTo(model.getNodeSettings("file").getNodeSettings("path"));
        assertEquals(model, save(ParameterSettings.load(ModernParameters.class, model)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "count", "limit_is_present", "custom_key", "names", "items", "group", "cols"})
    void aMissingKeyIsAnError(String key) throws Exception {
        NodeSettings settings = saved();
        settings.removeConfig(key);
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> ParameterSettings.load(ModernParameters.class, settings)).getMessage().contains("\"" + key + "\""));
    }

    @Test
    void aFieldThatWasAddedMayBeAbsent() throws Exception {
        NodeSettings settings = save(new EvolvedParameters());
        settings.removeConfig("added");
        assertEquals(5, ParameterSettings.load(EvolvedParameters.class, settings).added);
        settings.addInt("added", 6);
        assertEquals(6, ParameterSettings.load(EvolvedParameters.class, settings).added);
        settings.addString("added", "6");
        assertThrows(InvalidSettingsException.class, () -> ParameterSettings.load(EvolvedParameters.class, settings));
    }

    @Test
    void aFieldThatWasSavedOtherwiseIsMigrated() throws Exception {
        NodeSettings settings = save(new EvolvedParameters());
        settings.removeConfig("seconds");
        assertThrows(InvalidSettingsException.class, () -> ParameterSettings.load(EvolvedParameters.class, settings));
        settings.addDouble("minutes", 1.5);
        assertEquals(90, ParameterSettings.load(EvolvedParameters.class, settings).seconds);
        settings.addDouble("seconds", 7);
        assertEquals(7, ParameterSettings.load(EvolvedParameters.class, settings).seconds);
    }

    @Test
    void aPersistorDecidesHowAFieldIsSaved() throws Exception {
        EvolvedParameters parameters = new EvolvedParameters();
        parameters.number = 12;
        NodeSettings settings = save(parameters);
        assertEquals("12", settings.getString("text"));
        assertEquals(12, ParameterSettings.load(EvolvedParameters.class, settings).number);
    }

    @Test
    void anOptionalThatIsEmptyIsSavedWithAValueOfItsType() throws Exception {
        NodeSettings settings = save(new EvolvedParameters());
        assertEquals("RED", settings.getString("colour"));
        assertEquals(Optional.empty(), ParameterSettings.load(EvolvedParameters.class, settings).colour);
        SettingsEditor.set(settings, "colour", "GREEN");
        assertEquals(Optional.of(EvolvedParameters.Colour.GREEN),
            ParameterSettings.load(EvolvedParameters.class, settings).colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<&>\"'", "ä€\uD83E\uDEC0", "%%00010", "%", "%%", "%%%", "a\r\n\tb",
        "\u0000\u0001\uFFFF", "\uD800", "]]>"})
    void everyTextSurvivesXml(String text) throws Exception {
        NodeSettings settings = new NodeSettings("settings");
        settings.addString("key " + text, text);
        settings.addNodeSettings("config " + text).addStringArray("values", text, null);
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        settings.saveToXML(xml);
        assertEquals(settings, NodeSettings.loadFromXML(new ByteArrayInputStream(xml.toByteArray())));
    }

    @Test
    void nullAndEmptyTextDiffer() throws Exception {
        NodeSettings settings = new NodeSettings("settings");
        settings.addString("null", null);
        settings.addString("empty", "");
        settings.addStringArray("none", (String[]) null);
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        settings.saveToXML(xml);
        NodeSettings loaded = (NodeSettings) NodeSettings.loadFromXML(new ByteArrayInputStream(xml.toByteArray()));
        assertNull(loaded.getString("null"));
        assertEquals("", loaded.getString("empty"));
        assertNull(loaded.getStringArray("none"));
        assertEquals(3, Stream.of("null", "empty", "none").filter(loaded::containsKey).count());
    }
}

package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.NodeSettings;
import org.physioclr.knime.nodes.encoder.EncoderWriterFactory;
import org.physioclr.knime.nodes.pretrain.PretrainFactory;
import org.physioclr.knime.nodes.synthesizer.EcgSynthesizerFactory;
import org.physioclr.torch.protocol.Json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** One workflow, three methods: every scalar setting of PhysioCLR Pretrain comes from the command line. */
class HeadlessPretrainTest {

    private static final String PRETRAIN = PretrainFactory.class.getName();

    /** A value for each setting, none of them its default. */
    private static final Map<String, Object> VALUES = values();

    @TempDir
    private Path folder;
    private Path workflow;

    private static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ecgColumn", "ECG");
        values.put("method", "CMSC");
        values.put("contrast/on", false);
        values.put("contrast/form", "AS_PUBLISHED");
        values.put("contrast/neighbouringSegment", false);
        values.put("contrast/beatShuffle", false);
        values.put("contrast/leadMasking", 0.5);
        values.put("contrast/temperature", 0.2);
        values.put("physiology/positives", false);
        values.put("physiology/rule", "TOP_SHARE");
        values.put("physiology/positiveSimilarity", 0.75);
        values.put("physiology/negativeSimilarity", 0.25);
        values.put("physiology/negativeSimilarity_is_present", true);
        values.put("physiology/topPercent", 12.5);
        values.put("physiology/greyPercent", 5.0);
        values.put("physiology/weight", 0.25);
        values.put("physiology/soft", true);
        values.put("reconstruction/weight", 0.5);
        values.put("reconstruction/peakWeight", 0.75);
        values.put("reconstruction/peaks", "AT_R");
        values.put("reconstruction/maskedLeads", 0.25);
        values.put("reconstruction/maskedPatches", 0.375);
        values.put("reconstruction/patchSeconds", 0.25);
        values.put("reconstruction/maskedOnly", true);
        values.put("signal/preset", "SMALL");
        values.put("signal/rateHz", 50.0);
        values.put("signal/segmentSeconds", 2.0);
        values.put("signal/normalisation", "LEAD_Z_SCORE");
        values.put("signal/filter", "MONITORING");
        values.put("training/epochs", 2);
        values.put("training/batchSize", 4);
        values.put("training/accumulatedBatches", 2);
        values.put("training/learningRate", 0.001);
        values.put("training/schedule", "CONSTANT");
        values.put("training/warmUp", 0.25);
        values.put("training/weightDecay", 0.125);
        values.put("training/gradientClip", 2.0);
        values.put("training/validationShare", 0.25);
        values.put("training/patience", 3);
        values.put("training/maxMinutes", 10.0);
        values.put("training/halfPrecision", true);
        values.put("training/seed", 7);
        values.put("checkpoints/everyEpochs", 2);
        values.put("checkpoints/resume", false);
        values.put("machine/device", "cpu");
        values.put("machine/threads", 1);
        values.put("machine/heapMegabytes", 256);
        values.put("machine/libtorchFolder", System.getProperty("physioclr.natives"));
        values.put("machine/downloadCuda", true); // without effect on a CPU
        values.put("machine/tf32", true);
        return values;
    }

    @BeforeEach
    void threeNodes() throws Exception {
        workflow = new WorkflowFolder(folder.resolve("workflow"))
            .node(1, EcgSynthesizerFactory.class.getName(), "subjects", 10, "durationSeconds", 5.0, "rateHz", 100.0)
            .node(2, PRETRAIN, "method", "NONE")
            .node(3, EncoderWriterFactory.class.getName(), "target/file", folder.resolve("e.safetensors"), "overwrite",
                true)
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).write();
    }

    private Map<String, Object> values(String method, String kept) {
        Map<String, Object> values = new LinkedHashMap<>(VALUES);
        values.put("method", method);
        values.put("contrast/on", !method.equals("PHYSIOCLR")); // else it is on by default
        values.put("checkpoints/folder", folder.resolve(kept).toString());
        return values;
    }

    private JsonObject run(List<String> options) throws IOException {
        List<Object> all = new ArrayList<>(List.of("-workflowDir=" + workflow, "-reset", "-nosave",
            "-results=" + folder.resolve("results")));
        all.addAll(options);
        Batch batch = Batch.run(folder.resolve("workspace"), all.toArray());
        assertEquals(0, batch.status(), batch.err());
        return Json.parse(Files.readString(folder.resolve("e.json")), JsonObject.class);
    }

    private static String text(Object value, boolean variable) {
        String type = value instanceof Integer ? "int" : value instanceof Double ? "double"
            : value instanceof Boolean && !variable ? "boolean" : "String";
        return "," + value + "," + type;
    }

    private static List<String> options(Map<String, Object> values) {
        List<String> options = new ArrayList<>();
        values.forEach((path, value) -> options.add("-option=2," + path + text(value, false)));
        return options;
    }

    /** Lets a variable of its own drive each setting. */
    private List<String> variables(Map<String, Object> values) throws Exception {
        Path file = workflow.resolve(PRETRAIN + " (#2)/settings.xml");
        NodeSettings node = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
        NodeSettings variables = (NodeSettings) node.addNodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        NodeSettings tree = (NodeSettings) variables.addNodeSettings("tree");
        List<String> options = new ArrayList<>();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            NodeSettings level = tree;
            for (String key : entry.getKey().split("/")) {
                level = level.containsKey(key) ? level.getNodeSettings(key) : (NodeSettings) level.addNodeSettings(key);
            }
            level.addString("used_variable", entry.getKey());
            level.addString("exposed_variable", null);
            options.add("-workflow.variable=" + entry.getKey() + text(entry.getValue(), true));
        }
        try (OutputStream output = Files.newOutputStream(file)) {
            node.saveToXML(output);
        }
        return options;
    }

    /** The options in the encoder's card that the values stand for. */
    private static JsonElement expected(String method) {
        return Json.parse("""
            {"method": "%s", "encoder": "SMALL",
            "preprocessing": {"leads": ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"],
                "rateHz": 50.0, "segmentSeconds": 2.0, "filter": "MONITORING", "normalisation": "lead z-score"},
            "contrast": {"on": %s, "form": "AS_PUBLISHED", "neighbour": false, "beatShuffle": false,
                "features": {"on": false, "rule": "TOP_SHARE", "positiveSimilarity": 0.75, "negativeSimilarity": 0.25,
                    "topPercent": 12.5, "greyPercent": 5.0, "weight": 0.25, "soft": true},
                "temperature": 0.2, "leadMasking": 0.5},
            "reconstruction": {"weight": 0.5, "peakWeight": 0.75, "peaks": "AT_R", "leadMasking": 0.25,
                "patchMasking": 0.375, "patchSeconds": 0.25, "maskedOnly": true},
            "training": {"epochs": 2, "batchSize": 4, "accumulation": 2, "learningRate": 0.001, "schedule": "CONSTANT",
                "warmUpShare": 0.25, "weightDecay": 0.125, "gradientClip": 2.0, "validationShare": 0.25, "patience": 3,
                "maxMinutes": 10.0, "halfPrecision": true, "seed": 7}}
            """.formatted(method, !method.equals("PHYSIOCLR")), JsonObject.class);
    }

    private void assertDriven(String method, String kept, JsonObject card) throws IOException {
        assertEquals(expected(method), card.get("options"));
        assertEquals("1", card.getAsJsonObject("provenance").get("threads").getAsString());
        assertEquals(2, card.getAsJsonArray("curve").size());
        assertTrue(Files.exists(folder.resolve(kept).resolve("training-000002.json")), "the checkpoint of epoch 2");
        assertEquals(3, Files.readAllLines(folder.resolve("results/2-Training curve.csv")).size(), "names, two epochs");
    }

    @Test
    void threeMethodsAreTrainedByOneWorkflowDrivenByOptionsAndByVariables() throws Exception {
        assertDriven("PHYSIOCLR", "a", run(options(values("PHYSIOCLR", "a"))));
        assertDriven("SIMCLR", "b", run(options(values("SIMCLR", "b"))));
        assertDriven("CMSC", "c", run(variables(values("CMSC", "c"))));
    }

    /** As on a cluster: the whole job goes without a word, and the same command is given again. */
    @Test
    void aJobThatIsKilledGoesOnWhenItIsStartedAgain() throws Exception {
        byte[] undisturbed = weights(options(job("a")));
        Files.delete(folder.resolve("e.safetensors"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("physioclr."))
            .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Job.class.getName(),
            folder.resolve("workspace").toString(), "-workflowDir=" + workflow, "-reset", "-nosave"));
        command.addAll(options(job("b")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!hasCheckpoint(folder.resolve("b"), 20)) {
            assertTrue(process.isAlive() && System.nanoTime() < end, Files.readString(folder.resolve("log")));
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor();
        assertFalse(Files.exists(folder.resolve("e.safetensors")), "it was killed before its end");
        assertArrayEquals(undisturbed, weights(options(job("b"))));
    }

    private byte[] weights(List<String> options) throws IOException {
        run(options);
        return Files.readAllBytes(folder.resolve("e.safetensors"));
    }

    /** Many short epochs. */
    private Map<String, Object> job(String kept) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("method", "CMSC", "signal/rateHz", 50.0,
            "signal/segmentSeconds", 2.0, "training/epochs", 300, "training/batchSize", 8, "machine/device", "cpu",
            "machine/threads", 1, "machine/heapMegabytes", 256));
        settings.put("checkpoints/folder", folder.resolve(kept).toString());
        settings.put("checkpoints/everyEpochs", 5);
        return settings;
    }

    private static boolean hasCheckpoint(Path kept, int epochs) throws IOException {
        if (!Files.exists(kept)) {
            return false;
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                .anyMatch(name -> Integer.parseInt(name.replaceAll("\\D", "")) >= epochs);
        }
    }

    /** A batch run in a process of its own; its first argument is the workspace. */
    static final class Job {

        private Job() {
        }

        public static void main(String[] arguments) {
            Batch batch = Batch.run(Path.of(arguments[0]),
                (Object[]) Arrays.copyOfRange(arguments, 1, arguments.length));
            System.out.println(batch);
            System.exit(batch.status());
        }
    }

    @Test
    void noSettingIsForgottenHere() throws Exception {
        NodeSettings node = (NodeSettings) NodeSettings.loadFromXML(
            Files.newInputStream(workflow.resolve(PRETRAIN + " (#2)/settings.xml")));
        TreeSet<String> all = new TreeSet<>();
        collect("", node.getNodeSettings("model"), all);
        assertEquals(new TreeSet<>(values("NONE", "x").keySet()), all);
    }

    private static void collect(String prefix, NodeSettings settings, TreeSet<String> paths) throws Exception {
        for (String key : settings) {
            if (settings.getEntry(key) instanceof NodeSettings inner) {
                collect(prefix + key + "/", inner, paths);
            } else {
                paths.add(prefix + key);
            }
        }
    }
}

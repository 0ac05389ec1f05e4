package org.physioclr.torch.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.physioclr.torch.device.Devices;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;

/** What an encoder was made with. */
public final class Provenance {

    private Provenance() {
    }

    /** The versions of what computes; nothing that names a person, place or machine. */
    public static Map<String, String> of(String device) {
        Map<String, String> facts = new LinkedHashMap<>();
        String version = Provenance.class.getPackage().getImplementationVersion();
        facts.put("physioclr", version == null ? "development" : version);
        facts.put("djl", Engine.getDjlVersion());
        facts.put("pytorch", Engine.getInstance().getVersion() + build());
        facts.put("java", System.getProperty("java.version"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("device", device);
        if (!device.equals(Devices.CPU)) {
            facts.put("tf32", Devices.allowsTf32(System.getenv()) ? "allowed" : "off"); // no matter to a CPU
        }
        facts.put("threads", System.getProperty("ai.djl.pytorch.num_threads", "all"));
        return facts;
    }

    /** The build of PyTorch as its own version names it, empty for the CPU's. */
    private static String build() {
        return Engine.getInstance().hasCapability(StandardCapabilities.CUDA)
            ? "+" + Objects.requireNonNullElse(System.getenv("PYTORCH_FLAVOR"), "cuda") : "";
    }
}

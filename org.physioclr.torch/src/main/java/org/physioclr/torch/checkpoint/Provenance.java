package org.physioclr.torch.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.engine.Engine;

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
        facts.put("pytorch", Engine.getInstance().getVersion());
        facts.put("java", System.getProperty("java.version"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("device", device);
        facts.put("threads", System.getProperty("ai.djl.pytorch.num_threads", "all"));
        return facts;
    }
}

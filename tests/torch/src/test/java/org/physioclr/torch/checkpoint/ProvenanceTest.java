package org.physioclr.torch.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.physioclr.torch.Libtorch;

import ai.djl.ndarray.NDManager;

/** What a checkpoint says of what computed it. */
class ProvenanceTest {

    /** A checkpoint of a CPU is gone on from without a remark whatever is set for GPUs; one of a GPU is not. */
    @Test
    void tf32IsAFactOfGpusAlone() {
        try (NDManager manager = Libtorch.manager()) {
            Map<String, String> cpu = Provenance.of("cpu");
            assertFalse(cpu.containsKey("tf32"));
            assertEquals("2.7.1", cpu.get("pytorch"), "the CPU build has no suffix");
            boolean forbidden = "0".equals(System.getenv("NVIDIA_TF32_OVERRIDE"));
            assertEquals(forbidden ? "off" : "allowed", Provenance.of("cuda:0").get("tf32"));
        }
    }
}

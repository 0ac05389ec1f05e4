package org.physioclr.torch.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device that a setting names, by the number of GPUs that PyTorch sees. */
class DevicesTest {

    private static final String CAUSE = "there is none";

    private static Devices.Choice choose(String setting, int gpus) throws IOException {
        return Devices.choose(setting, gpus, CAUSE);
    }

    @ParameterizedTest
    @CsvSource({"cpu, 2, cpu", "auto, 2, cuda:0", "cuda:0, 1, cuda:0", "cuda:1, 2, cuda:1"})
    void aUsableDeviceIsTakenSilently(String setting, int gpus, String name) throws IOException {
        Devices.Choice choice = choose(setting, gpus);
        assertEquals(name, choice.name());
        assertEquals(name.startsWith("cuda"), choice.device().isGpu());
        assertEquals(Optional.empty(), choice.warning("Training"));
    }

    @Test
    void autoWithoutAGpuGoesOnWithTheCpuAndSaysWhy() throws IOException {
        Devices.Choice choice = choose("auto", 0);
        assertEquals("cpu", choice.name());
        assertEquals(Optional.of("No usable GPU: there is none. Training ran on the CPU."), choice.warning("Training"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cuda:0 | 0 | there is none. Choose the device auto or cpu, or name the folder of PyTorch 2.7.1+cu128 in the "
            + "setting \"Folder of PyTorch's libraries\" or the environment variable PHYSIOCLR_LIBTORCH.",
        "cuda:1 | 1 | PyTorch sees 1 GPU. Choose cuda:0, auto or cpu.",
        "cuda:7 | 4 | PyTorch sees 4 GPUs. Choose cuda:0 to cuda:3, auto or cpu."})
    void aNamedGpuThatIsNotThereFailsWithTheRemedy(String setting, int gpus, String cause) {
        assertEquals("The device " + setting + " can't be used: " + cause,
            assertThrows(IOException.class, () -> choose(setting, gpus)).getMessage());
    }

    @Test
    void tf32IsAllowedUnlessNvidiasSwitchForbidsIt() {
        assertTrue(Devices.allowsTf32(Map.of()));
        assertFalse(Devices.allowsTf32(Map.of("NVIDIA_TF32_OVERRIDE", "0")));
    }
}

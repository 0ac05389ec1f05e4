package org.physioclr.torch.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.torch.protocol.Computer.Family;

/** Which PyTorch is taken on made computers, and what is said of the others. */
class LibtorchSearchTest {

    private static final String REMEDY = ". Choose the device auto or cpu, or name the folder of PyTorch 2.7.1+cu128 "
        + "in the setting \"Folder of PyTorch's libraries\" or the environment variable PHYSIOCLR_LIBTORCH.";

    @TempDir
    private Path folder;
    private Path shipped;
    private Path property;
    private MadeComputer computer;

    @BeforeEach
    void computer() {
        computer = new MadeComputer(folder.resolve("root"));
        shipped = folder.resolve("shipped");
    }

    private Libtorch choose(String device, GpuOptions gpu) throws IOException {
        return new LibtorchSearch(new WorkerInstallation(Path.of("java"), List.of(), shipped, property,
            computer.make()))
            .choose(new Machine(device, 1, 256, gpu));
    }

    private Libtorch choose(String device) throws IOException {
        return choose(device, GpuOptions.DEFAULT);
    }

    private static GpuOptions setting(Path named) {
        return new GpuOptions(named.toString(), false, false);
    }

    private static GpuOptions download() {
        return new GpuOptions("", true, false);
    }

    private Path cuda(String prefix) throws IOException {
        return computer.torch(folder.resolve(prefix), "2.7.1+cu128", "12.8");
    }

    @Test
    void theSettingGoesBeforeThePropertyTheVariableAndWhatIsFound() throws IOException {
        computer.driver().variable("VIRTUAL_ENV", folder.resolve("found"))
            .variable("PHYSIOCLR_LIBTORCH", cuda("variable"));
        Path found = cuda("found");
        property = cuda("property");
        Path setting = cuda("setting");
        Libtorch first = choose("auto", setting(setting));
        assertEquals(setting.resolve("lib"), first.folder());
        assertTrue(first.name().endsWith(" (setting \"Folder of PyTorch's libraries\")"), first.name());
        Libtorch second = choose("auto");
        assertEquals(property.resolve("lib"), second.folder());
        assertTrue(second.name().endsWith(" (Java property physioclr.natives)"), second.name());
        property = null;
        Libtorch third = choose("auto");
        assertTrue(third.name().endsWith(" (environment variable PHYSIOCLR_LIBTORCH)"), third.name());
        assertEquals(Libtorch.Source.NAMED, third.source());
        computer.variable("PHYSIOCLR_LIBTORCH", Path.of(""));
        Libtorch fourth = choose("auto");
        assertEquals(found.resolve("lib"), fourth.folder());
        assertEquals(Libtorch.Source.FOUND, fourth.source());
    }

    @Test
    void nothingIsLookedForOnTheCpuOrWithoutADriver() throws IOException {
        computer.variable("VIRTUAL_ENV", folder.resolve("found"));
        cuda("found");
        Libtorch withoutDriver = choose("auto");
        assertEquals(shipped, withoutDriver.folder());
        assertEquals("no NVIDIA driver was found on this computer", withoutDriver.noGpu());
        computer.driver();
        assertEquals(shipped, choose("cpu").folder());
        assertEquals("cu128", choose("cuda:1").flavour());
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr/lib/x86_64-linux-gnu", "usr/lib64", "usr/lib/wsl/lib", "usr/local/nvidia/lib64"})
    void theDriversLibraryTellsOfTheDriverToo(String place) throws IOException {
        MadeComputer.file(folder.resolve("root").resolve(place).resolve("libcuda.so.1"), "");
        assertTrue(computer.make().hasNvidiaDriver());
    }

    @Test
    void windowsHasItsDriverAndItsPythonElsewhere() throws IOException {
        computer.family(Family.WINDOWS).variable("SystemRoot", folder.resolve("Windows"))
            .variable("PATH", folder.resolve("python"));
        MadeComputer.file(folder.resolve("python/python.exe"), "");
        Path torch = cuda("python");
        assertEquals(shipped, choose("auto").folder());
        MadeComputer.file(folder.resolve("Windows/System32/nvcuda.dll"), "");
        assertEquals(torch.resolve("lib"), choose("auto").folder());
    }

    @Test
    void thePythonOnThePathIsFoundThroughItsLinkAsWell() throws IOException {
        computer.driver().variable("PATH", folder.resolve("bin"));
        Path torch = cuda("opt");
        MadeComputer.file(folder.resolve("opt/bin/python3.11"), "");
        Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/python3"), folder.resolve("opt/bin/python3.11"));
        assertEquals(torch.toRealPath().resolve("lib"), choose("auto").folder().toRealPath());
    }

    @Test
    void packagesOfTheUserAndTheAdministratorBelongToTheSystemsPython() throws IOException {
        Path root = folder.resolve("root");
        computer.driver().variable("PATH", root.resolve("usr/bin"));
        MadeComputer.file(root.resolve("usr/bin/python3"), "");
        Path mine = computer.torch(root.resolve("home/me/.local"), "2.7.1+cu128", "12.8");
        assertEquals(mine.resolve("lib"), choose("auto").folder());
        Path ours = computer.torch(root.resolve("usr/local"), "2.7.1+cu128", "12.8");
        assertEquals(ours.resolve("lib"), choose("auto").folder());
    }

    @Test
    void autoSaysWhatWasFoundButDoesNotFit() throws IOException {
        computer.driver().variable("VIRTUAL_ENV", folder.resolve("a")).variable("CONDA_PREFIX", folder.resolve("b"));
        Path older = computer.torch(folder.resolve("a"), "2.7.1+cu126", "12.6");
        Path cpu = computer.torch(folder.resolve("b"), "2.7.1+cpu", null);
        Libtorch chosen = choose("auto");
        assertEquals(shipped, chosen.folder());
        assertEquals("there is an NVIDIA driver, but no 2.7.1+cu128 of PyTorch was found, only the CPU build that "
            + "comes with the extension (PyTorch's libraries in " + older
            + " (found in Python's packages) can't be used: they are the build cu126, for which DJL has no native "
            + "part; PyTorch 2.7.1+cpu in " + cpu.resolve("lib")
            + " (found in Python's packages) is a CPU build)", chosen.noGpu());
    }

    @Test
    void aNamedGpuFailsWithTheRemedyWhereThereCanBeNone() throws IOException {
        assertEquals("The device cuda:0 can't be used: no NVIDIA driver was found on this computer" + REMEDY,
            assertThrows(IOException.class, () -> choose("cuda:0")).getMessage());
        computer.driver();
        assertEquals("The device cuda:2 can't be used: there is an NVIDIA driver, but no 2.7.1+cu128 of PyTorch was "
            + "found, only the CPU build that comes with the extension" + REMEDY,
            assertThrows(IOException.class, () -> choose("cuda:2")).getMessage());
        Path cpu = computer.torch(folder.resolve("venv"), "2.7.1+cpu", null);
        assertEquals("The device cuda:0 can't be used: there is an NVIDIA driver, but PyTorch 2.7.1+cpu in "
            + cpu.resolve("lib") + " (setting \"Folder of PyTorch's libraries\") is a CPU build" + REMEDY,
            assertThrows(IOException.class, () -> choose("cuda:0", setting(cpu))).getMessage());
    }

    @Test
    void aCudaBuildThatSeesNoDeviceSaysWhetherThereIsADriver() throws IOException {
        Path torch = cuda("venv");
        String name = "PyTorch 2.7.1+cu128 in " + torch.resolve("lib") + " (setting \"Folder of PyTorch's libraries\")";
        assertEquals(name + " sees no CUDA device, and no NVIDIA driver was found on this computer",
            choose("cuda:0", setting(torch)).noGpu());
        computer.driver();
        assertEquals(name + " sees no CUDA device, although there is an NVIDIA driver",
            choose("cuda:0", setting(torch)).noGpu());
    }

    @Test
    void aNamedFolderThatIsUnusableIsAnErrorEvenOnTheCpu() {
        computer.variable("PHYSIOCLR_LIBTORCH", folder.resolve("nowhere"));
        assertTrue(assertThrows(IOException.class, () -> choose("cpu")).getMessage()
            .startsWith("PyTorch's libraries in " + folder.resolve("nowhere")
                + " (environment variable PHYSIOCLR_LIBTORCH) can't be used: "));
    }

    @Test
    void onlyWithConsentADriverAndADeviceThatMayBeAGpuDjlDownloads() throws IOException {
        assertEquals(shipped, choose("auto", download()).folder());
        computer.driver();
        assertEquals(shipped, choose("auto").folder());
        assertEquals(shipped, choose("cpu", download()).folder());
        Libtorch wanted = choose("auto", download());
        Path kept = folder.resolve("root/home/me/.djl.ai/pytorch/2.7.1-cu128-linux-x86_64");
        assertNull(wanted.folder());
        assertEquals("PyTorch 2.7.1+cu128, which DJL downloads to " + kept, wanted.name());
        computer.library(kept, "torch");
        computer.library(kept, "torch_cuda");
        assertEquals(kept, choose("auto", download()).folder(), "once");
        assertEquals(shipped, choose("auto").folder());
        Path mine = cuda("venv");
        computer.variable("VIRTUAL_ENV", folder.resolve("venv"));
        assertEquals(mine.resolve("lib"), choose("auto", download()).folder(), "nothing is fetched that is there");
    }

    @Test
    void aPlatformWithoutOurFragmentNeedsANamedFolder() throws IOException {
        shipped = null;
        String message = assertThrows(IOException.class, () -> choose("auto")).getMessage();
        assertTrue(message.startsWith("PyTorch's libraries for ") && message.endsWith(" are not installed. Install "
            + "\"PhysioCLR for KNIME\" from its update site again, or name the folder of PyTorch 2.7.1 in the setting "
            + "\"Folder of PyTorch's libraries\" or the environment variable PHYSIOCLR_LIBTORCH."), message);
        assertEquals("cpu", choose("auto", setting(computer.torch(folder.resolve("v"), "2.7.1+cpu", null))).flavour());
    }
}

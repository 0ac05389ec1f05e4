package org.physioclr.torch.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.physioclr.torch.protocol.Computer.Family;

/** Folders of PyTorch as they are found on computers. */
class LibtorchFolderTest {

    @TempDir
    private Path folder;
    private MadeComputer computer;

    @BeforeEach
    void computer() {
        computer = new MadeComputer(folder);
    }

    private Libtorch open(Path named) throws IOException {
        return LibtorchFolder.open(named, "a test", Libtorch.Source.NAMED, computer.make());
    }

    private String refusal(Path named) {
        return assertThrows(IOException.class, () -> open(named)).getMessage();
    }

    @Test
    void pipsPackageIsTakenFromEachOfItsFolders() throws IOException {
        Path torch = computer.torch(folder.resolve("venv"), "2.7.1+cu128", "12.8");
        Path cublas = Files.createDirectories(torch.resolveSibling("nvidia/cublas/lib"));
        Path cudnn = Files.createDirectories(torch.resolveSibling("nvidia/cudnn/lib"));
        Files.createDirectories(torch.resolveSibling("nvidia/cudnn/include"));
        Path lib = torch.resolve("lib");
        for (Path named : List.of(lib, torch, torch.getParent())) {
            assertEquals(new Libtorch(lib, "cu128", List.of(lib, cublas, cudnn),
                "PyTorch 2.7.1+cu128 in " + lib + " (a test)", Libtorch.Source.NAMED, ""), open(named));
        }
    }

    @ParameterizedTest
    @CsvSource({"2.7.1+cpu, , cpu", "2.7.1+cpu.cxx11.abi, , cpu", "2.7.1, , cpu", "2.7.1, 12.8, cu128",
        "2.7.1+cu128, 12.8, cu128"})
    void theBuildIsReadOffTheVersionAndTheLibraries(String version, String cuda, String flavour) throws IOException {
        assertEquals(flavour, open(computer.torch(folder.resolve("venv"), version, cuda)).flavour());
    }

    @Test
    void libtorchsArchiveIsKnownByItsBuildVersion() throws IOException {
        Path archive = folder.resolve("libtorch");
        computer.library(archive.resolve("lib"), "torch");
        computer.library(archive.resolve("lib"), "torch_cuda");
        MadeComputer.file(archive.resolve("build-version"), "2.7.1+cu128\n");
        assertEquals("cu128", open(archive).flavour());
        MadeComputer.file(archive.resolve("build-version"), "2.8.0+cu128\n");
        assertTrue(refusal(archive).contains("they are of PyTorch 2.8.0+cu128, and DJL's native part fits 2.7.1 "
            + "alone."));
    }

    @Test
    void whatDjlUnpackedIsKnownByItsNameOrItsNativePart() throws IOException {
        Path cuda = folder.resolve("2.7.1-cu128-linux-x86_64");
        computer.library(cuda, "torch");
        computer.library(cuda, "c10_cuda");
        assertEquals("cu128", open(cuda).flavour());
        Path bare = folder.resolve("lib");
        computer.library(bare, "torch");
        assertTrue(refusal(bare).contains("neither version.py nor build-version beside them says of what release"));
        computer.library(bare, "djl_torch");
        assertEquals("cpu", open(bare).flavour());
    }

    @Test
    void windowsHasOtherNames() throws IOException {
        computer.family(Family.WINDOWS);
        Path torch = computer.torch(folder.resolve("venv"), "2.7.1+cu128", "12.8");
        assertEquals("cu128", open(torch).flavour());
        assertTrue(Files.exists(torch.resolve("lib/torch_cuda.dll")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2.6.0+cu126 | 12.6 | they are of PyTorch 2.6.0+cu126, and DJL's native part fits 2.7.1 alone",
        "2.7.10+cpu  |      | they are of PyTorch 2.7.10+cpu, and DJL's native part fits 2.7.1 alone",
        "2.7.1+cu126 | 12.6 | they are the build cu126, for which DJL has no native part",
        "2.7.1       | 12.6 | they are the build cu126, for which DJL has no native part",
        "2.7.1+rocm6.3 |    | they are the build rocm6.3 without CUDA, for which DJL has no native part"})
    void anotherReleaseOrBuildIsRefusedWithFolderCauseAndRemedy(String version, String cuda, String cause)
            throws IOException {
        Path torch = computer.torch(folder.resolve("venv"), version, cuda);
        assertEquals("PyTorch's libraries in " + torch + " (a test) can't be used: " + cause + ". Name the folder "
            + "torch/lib of PyTorch 2.7.1, of its CPU build or its build for CUDA 12.8 (2.7.1+cu128), or none.",
            refusal(torch));
    }

    @Test
    void aCudaBuildNeedsAComputerThatDjlsNativePartExistsFor() throws IOException {
        Path torch = computer.torch(folder.resolve("venv"), "2.7.1+cu128", "12.8");
        computer.notX86();
        assertTrue(refusal(torch).contains("for which DJL has no native part on this kind of computer."));
    }

    @Test
    void aFolderWithoutLibtorchIsRefused() {
        assertEquals("PyTorch's libraries in " + folder
            + " (a test) can't be used: there is no libtorch.so in it or its lib. Name the folder torch/lib of PyTorch "
            + "2.7.1, of its CPU build or its build for CUDA 12.8 (2.7.1+cu128), or none.", refusal(folder));
    }
}

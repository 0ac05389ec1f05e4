package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.physioclr.torch.protocol.Libtorch.Source;

/**
 * Looks at a folder of PyTorch: pip's or conda's, libtorch's unpacked archive, or DJL's. No library is loaded for it.
 */
final class LibtorchFolder {

    private static final Pattern VERSION = Pattern.compile("(?m)^__version__[^=]*=\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern CUDA = Pattern.compile("(?m)^cuda\\b[^=]*=\\s*['\"](\\d+)\\.(\\d+)");

    private final Computer computer;
    private final Path lib;

    private LibtorchFolder(Path lib, Computer computer) {
        this.computer = computer;
        this.lib = lib;
    }

    /**
     * The libraries in a folder.
     *
     * @param named the folder of the libraries, or the folder {@code torch}, {@code site-packages} or {@code libtorch}
     *     around it
     * @param by who named it
     * @throws IOException if they are not there or can't be used, with the cause and the remedy
     */
    static Libtorch open(Path named, String by, Source source, Computer computer) throws IOException {
        String refused = "PyTorch's libraries in " + named + " (" + by + ") can't be used: ";
        String remedy = " Name the folder torch/lib of PyTorch " + Libtorch.VERSION + ", of its CPU build or its build "
            + "for CUDA 12.8 (2.7.1+cu128), or none.";
        String library = computer.family().library("torch");
        Path lib = Stream.of(named, named.resolve("lib"), named.resolve("torch/lib"))
            .filter(folder -> Files.isRegularFile(folder.resolve(library))).findFirst().orElseThrow(
                () -> new IOException(refused + "there is no " + library + " in it or its lib." + remedy))
            .toAbsolutePath();
        LibtorchFolder folder = new LibtorchFolder(lib, computer);
        String version = folder.version();
        String cause = folder.refusal(version);
        if (cause != null) {
            throw new IOException(refused + cause + "." + remedy);
        }
        String name = "PyTorch " + (version.isEmpty() ? Libtorch.VERSION : version) + " in " + lib + " (" + by + ")";
        return new Libtorch(lib, folder.hasCuda() ? Libtorch.CUDA : Libtorch.CPU, folder.searched(), name, source, "");
    }

    private boolean has(String library) {
        return Files.exists(lib.resolve(computer.family().library(library)));
    }

    private boolean hasCuda() {
        return has("torch_cuda") || has("c10_cuda");
    }

    /** Why the libraries can't be used; null if they can. */
    private String refusal(String version) throws IOException {
        if (version.isEmpty()) {
            return has("djl_torch") || String.valueOf(lib.getFileName()).startsWith(Libtorch.VERSION + "-") ? null
                : "neither version.py nor build-version beside them says of what release they are";
        }
        String release = version.replaceFirst("\\+.*", "");
        if (!release.equals(Libtorch.VERSION)) {
            return "they are of PyTorch " + version + ", and DJL's native part fits " + Libtorch.VERSION + " alone";
        }
        String build = build(version);
        boolean fits = hasCuda() ? build.equals(Libtorch.CUDA) && computer.canHaveCuda()
            : build.startsWith(Libtorch.CPU);
        return fits ? null : "they are the build " + build + (hasCuda() ? "" : " without CUDA")
            + ", for which DJL has no native part" + (computer.canHaveCuda() ? "" : " on this kind of computer");
    }

    /** The build that a version names, such as {@code cu126} in {@code 2.7.1+cu126}; conda's don't. */
    private String build(String version) throws IOException {
        int plus = version.indexOf('+');
        if (plus >= 0) {
            return version.substring(plus + 1);
        }
        Matcher cuda = CUDA.matcher(versionFile());
        return cuda.find() ? "cu" + cuda.group(1) + cuda.group(2) : hasCuda() ? "of an unknown CUDA" : Libtorch.CPU;
    }

    /** The version that the files beside the libraries tell, empty if they tell none. */
    private String version() throws IOException {
        Matcher python = VERSION.matcher(versionFile());
        if (python.find()) {
            return python.group(1);
        }
        Path archive = beside("build-version");
        return Files.isRegularFile(archive) ? Files.readString(archive).strip() : "";
    }

    private String versionFile() throws IOException {
        Path python = beside("version.py");
        return Files.isRegularFile(python) ? Files.readString(python) : "";
    }

    private Path beside(String file) {
        return lib.resolveSibling(file);
    }

    /** The folder itself, and those of pip's packages of NVIDIA, which lie beside {@code torch}. */
    private List<Path> searched() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(lib));
        Path packages = lib.resolve("../../nvidia").normalize();
        if (Files.isDirectory(packages)) {
            try (Stream<Path> names = Files.list(packages)) {
                names.sorted().flatMap(name -> Stream.of(name.resolve("lib"), name.resolve("bin")))
                    .filter(Files::isDirectory).forEach(folders::add);
            }
        }
        return folders;
    }
}

package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders {@code torch} of the Python that a user works with: that of the active virtual or conda environment, and
 * of the first {@code python3} on the path. They are found by Python's conventions; no Python is run.
 */
final class PythonTorches {

    private final Computer computer;
    private final boolean windows;

    private PythonTorches(Computer computer) {
        this.computer = computer;
        windows = computer.family() == Computer.Family.WINDOWS;
    }

    /** The folders, the one to be preferred first. */
    static List<Path> of(Computer computer) throws IOException {
        PythonTorches python = new PythonTorches(computer);
        Set<Path> prefixes = new LinkedHashSet<>();
        computer.folders("VIRTUAL_ENV").forEach(prefixes::add);
        computer.folders("CONDA_PREFIX").forEach(prefixes::add);
        python.addPrefixesOnPath(prefixes);
        Set<Path> torches = new LinkedHashSet<>();
        for (Path prefix : prefixes) {
            for (Path packages : python.packages(prefix)) {
                if (Files.isRegularFile(packages.resolve("torch/version.py"))) {
                    torches.add(packages.resolve("torch"));
                }
            }
        }
        return List.copyOf(torches);
    }

    private void addPrefixesOnPath(Set<Path> prefixes) throws IOException {
        String name = windows ? "python.exe" : "python3";
        Path program = computer.folders("PATH").map(folder -> folder.resolve(name)).filter(Files::exists).findFirst()
            .orElse(null);
        if (program == null) {
            return;
        }
        for (Path place : List.of(program.toAbsolutePath(), program.toRealPath())) {
            Path folder = place.getParent();
            boolean inner = !windows || folder.endsWith("Scripts");
            if (folder.getParent() != null) {
                prefixes.add(inner ? folder.getParent() : folder);
            }
        }
        if (!windows) { // packages of the administrator and of the user beside the system's own Python
            prefixes.add(computer.root().resolve("usr/local"));
            prefixes.add(computer.home().resolve(".local"));
        }
    }

    private List<Path> packages(Path prefix) throws IOException {
        if (windows) {
            return List.of(prefix.resolve("Lib/site-packages"));
        }
        Set<Path> packages = new LinkedHashSet<>();
        for (String lib : List.of("lib", "lib64")) {
            Path folder = prefix.resolve(lib);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> versions = Files.list(folder)) {
                    versions.filter(version -> version.getFileName().toString().startsWith("python3")).sorted()
                        .flatMap(version -> Stream.of("site-packages", "dist-packages").map(version::resolve))
                        .forEach(packages::add);
                }
            }
        }
        return List.copyOf(packages);
    }
}

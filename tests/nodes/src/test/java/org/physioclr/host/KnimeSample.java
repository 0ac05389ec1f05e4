package org.physioclr.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.physioclr.testing.TestData;

/** Workflows that KNIME 5.9.0 has written, with this test's own nodes in the place of those that wrote them. */
final class KnimeSample {

    private KnimeSample() {
    }

    /** Copies a sample workflow. */
    static Path copy(String name, Path folder) throws IOException {
        Path sample = TestData.knime("samples/" + name);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sample)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(sample.relativize(file));
            Files.createDirectories(copy.getParent());
            if (file.endsWith("settings.xml")) {
                Files.writeString(copy, Files.readString(file)
                    .replace("local.test.classic.ClassicNodeFactory", ours("ClassicSourceFactory"))
                    .replace("local.test.modern.ModernNodeFactory", ours("ModernFactory"))
                    .replace("local.test.dyn.OptPortFactory", ours("OptionalPortFactory"))
                    .replace("local.test.dyn.VarSourceFactory", ours("VariableSourceFactory")));
            } else {
                Files.copy(file, copy);
            }
        }
        return folder;
    }

    private static String ours(String factory) {
        return "org.physioclr.host.nodes.sample." + factory;
    }
}

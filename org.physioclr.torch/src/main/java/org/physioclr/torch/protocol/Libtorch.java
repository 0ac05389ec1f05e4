package org.physioclr.torch.protocol;

import java.nio.file.Path;
import java.util.List;

/**
 * PyTorch's native libraries of a worker.
 *
 * @param folder where {@code libtorch} lies; null if DJL is to download it
 * @param flavour DJL's word for the build: {@code cpu} or {@code cu128}
 * @param searched more folders in which the libraries' own libraries are looked for
 * @param name what and where they are, for people; empty if they came with the extension
 * @param source who chose them
 * @param noGpu why there is no GPU, should these libraries not see one
 */
record Libtorch(Path folder, String flavour, List<Path> searched, String name, Source source, String noGpu) {

    /** The only release that DJL's native part fits: the interface of C++ is between them. */
    static final String VERSION = "2.7.1";

    static final String CPU = "cpu";

    /** The only CUDA build that DJL's native part exists for. */
    static final String CUDA = "cu128";

    Libtorch {
        searched = List.copyOf(searched);
    }

    /** Who chose the libraries. */
    enum Source {
        /** The user, who wants these and no others. */
        NAMED,
        /** This program, which may take others if they can't be loaded. */
        FOUND,
        /** They come with the extension. */
        SHIPPED
    }

    /** The CPU build that comes with the extension. */
    static Libtorch shipped(Path folder) {
        return new Libtorch(folder, CPU, List.of(), "", Source.SHIPPED, "");
    }

    boolean isCuda() {
        return !flavour.equals(CPU);
    }

    Libtorch because(String reason) {
        return new Libtorch(folder, flavour, searched, name, source, reason);
    }
}

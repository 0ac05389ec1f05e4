package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a training keeps what it needs to go on after it was killed.
 *
 * @param folder an absolute path of the local file system; made if it is not there. One training has one folder
 * @param everyEpochs a checkpoint is written after every so many epochs and at the end, 1 to 100,000
 * @param resume whether to go on from a checkpoint that lies there; else it is replaced
 */
public record Checkpoints(String folder, int everyEpochs, boolean resume) {

    public Checkpoints {
        Objects.requireNonNull(folder, "folder");
        check("Checkpoint every [epochs]", everyEpochs, 1, 100_000);
        if (!isAbsolute(folder)) {
            throw new IllegalArgumentException("Checkpoint folder must be an absolute path of a local folder, not \""
                + folder + "\"");
        }
    }

    private static boolean isAbsolute(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

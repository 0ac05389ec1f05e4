package org.physioclr.torch.worker;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

import org.physioclr.torch.device.UnloadableException;
import org.physioclr.torch.protocol.WorkerMessage;

import ai.djl.engine.EngineException;

/** What went wrong, in words that say what to do. */
final class Failures {

    private Failures() {
    }

    /** The message for an error; what a person can't act on is also logged with its stack. */
    static WorkerMessage message(Throwable error) {
        if (error instanceof NoSuchFileException) {
            return WorkerMessage.failure("The file " + error.getMessage() + " does not exist",
                "Run the node that made it again");
        }
        if (error instanceof UnloadableException) {
            return WorkerMessage.unloadable(error.getMessage());
        }
        if (error instanceof IOException && error.getMessage() != null) {
            boolean full = error.getMessage().toLowerCase(Locale.ROOT).contains("no space left");
            return WorkerMessage.failure(error.getMessage(), full ? "Free disk space in the temporary folder" : "");
        }
        error.printStackTrace();
        String text = String.valueOf(error.getMessage());
        if (text.contains("out of memory") || text.contains("can't allocate memory")) {
            return WorkerMessage.failure("PyTorch ran out of memory: " + firstLine(text),
                "Choose a smaller batch or shorter segments");
        }
        if (error instanceof UnsatisfiedLinkError || error instanceof EngineException) {
            return WorkerMessage.failure("PyTorch failed: " + firstLine(text),
                "This should not happen. Please report it with the log");
        }
        return WorkerMessage.failure(error.getClass().getSimpleName() + ": " + firstLine(text),
            "This should not happen. Please report it with the log");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no details");
    }
}

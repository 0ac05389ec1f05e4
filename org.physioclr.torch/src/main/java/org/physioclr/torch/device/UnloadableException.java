package org.physioclr.torch.device;

import java.io.IOException;

/** PyTorch's libraries can't be loaded; the message is the linker's. */
@SuppressWarnings("serial") // never serialized
public final class UnloadableException extends IOException {

    UnloadableException(Throwable error) {
        super(root(error), error);
    }

    private static String root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no details");
    }
}

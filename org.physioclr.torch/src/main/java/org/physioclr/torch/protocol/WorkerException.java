package org.physioclr.torch.protocol;

import java.io.IOException;

/** The learning process failed. The message says what happened and what to do. */
@SuppressWarnings("serial") // never serialized
public final class WorkerException extends IOException {

    WorkerException(String cause, String remedy) {
        super(sentence(cause) + (remedy == null || remedy.isBlank() ? "" : " " + sentence(remedy)));
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }
}

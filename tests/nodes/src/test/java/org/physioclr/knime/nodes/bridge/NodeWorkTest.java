package org.physioclr.knime.nodes.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;

/** What becomes of exceptions in a node's work: messages for whoever can mend it, and nothing hidden. */
class NodeWorkTest {

    private static void work(Exception thrown) throws Exception {
        ExecuteInput input = (ExecuteInput) Proxy.newProxyInstance(ExecuteInput.class.getClassLoader(),
            new Class<?>[] {ExecuteInput.class}, (proxy, method, arguments) -> null);
        NodeWork.of((in, out, progress) -> {
            throw thrown;
        }).accept(input, null);
    }

    private static String message(Exception thrown) {
        return assertThrows(KNIMEException.class, () -> work(thrown)).getMessage();
    }

    @Test
    void whatAUserCanMendIsTheNodesMessage() {
        assertEquals("The disk is full", message(new IOException("The disk is full")));
        assertEquals("Choose another", message(new IllegalArgumentException("Choose another")));
        assertEquals("IOException", message(new IOException()));
    }

    @Test
    void aMessageThatIsAPathAloneBecomesASentence() {
        assertEquals("There is no file or folder /a/b. Choose another one.", message(new NoSuchFileException("/a/b")));
        assertEquals("/a/b may not be read or written. Change its permissions, or choose another one.",
            message(new AccessDeniedException("/a/b")));
    }

    @Test
    void anIoExceptionThatWasOnlyWrappedIsShownWithoutItsWrapping() {
        assertEquals("There is no file or folder /a. Choose another one.",
            message(new UncheckedIOException(new NoSuchFileException("/a"))));
        assertEquals("Folder /a can't be listed", message(new UncheckedIOException("Folder /a can't be listed",
            new IOException("cause"))));
    }

    @Test
    void aDefectGoesThroughAsItIs() {
        RuntimeException defect = new IllegalStateException("broken");
        assertSame(defect, assertThrows(IllegalStateException.class, () -> work(defect)));
    }

    @Test
    void cancellationIsKnimes() {
        assertThrows(CanceledExecutionException.class, () -> work(new CancellationException()));
    }
}

package org.physioclr.core.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works ahead in several threads and hands the results over in the order in which the work was given, in the thread
 * that gives it. Only a few results wait at a time, so that memory does not grow with the work.
 *
 * @param <T> what the work results in
 */
public final class OrderedPool<T> implements AutoCloseable {

    private final ExecutorService threads;
    private final int ahead;
    private final Taker<T> taker;
    private final Deque<Future<T>> waiting = new ArrayDeque<>();

    /**
     * Takes results.
     *
     * @param <T> what they are
     */
    public interface Taker<T> {
        void take(T result) throws IOException;
    }

    /**
     * Starts the threads.
     *
     * @param threads how many, at least one
     * @param ahead how many results may wait
     * @param taker is given the results
     */
    public OrderedPool(int threads, int ahead, Taker<T> taker) {
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "physioclr-work");
            thread.setDaemon(true);
            return thread;
        });
        this.ahead = ahead;
        this.taker = taker;
    }

    /** Gives work, and hands over the oldest results if too many wait. */
    public void submit(Callable<T> work) throws IOException {
        waiting.addLast(threads.submit(work));
        while (waiting.size() > ahead) {
            handOver();
        }
    }

    /** Hands over all that is left. */
    public void finish() throws IOException {
        while (!waiting.isEmpty()) {
            handOver();
        }
    }

    private void handOver() throws IOException {
        try {
            taker.take(waiting.removeFirst().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Interrupted").initCause(e);
        }
    }

    /** Drops what has not begun. Nothing is interrupted, as an interrupt would close the files that are read. */
    @Override
    public void close() {
        waiting.forEach(future -> future.cancel(false));
        threads.shutdown();
    }
}

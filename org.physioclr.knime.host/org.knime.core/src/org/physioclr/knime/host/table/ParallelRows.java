package org.physioclr.knime.host.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Rearranges rows on several threads, in order, with only a few rows a thread under way. */
final class ParallelRows {

    private static final int ROWS_AHEAD = 4;
    private static final long LAST_ROWS_SECONDS = 10;

    private final Rearrangement rearrangement;
    private final int threads;

    ParallelRows(Rearrangement rearrangement, int threads) {
        this.rearrangement = rearrangement;
        this.threads = threads;
    }

    /** Writes the rearranged rows of a table. */
    void write(StoredTable table, TableWriter writer, ExecutionMonitor monitor) throws CanceledExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (CloseableRowIterator rows = table.iterator()) {
            Deque<Future<DataRow>> pending = new ArrayDeque<>();
            long index = 0;
            while (rows.hasNext() || !pending.isEmpty()) {
                while (rows.hasNext() && pending.size() < threads * ROWS_AHEAD) {
                    DataRow row = rows.next();
                    long number = index++;
                    pending.add(pool.submit(() -> rearrangement.row(row, number)));
                }
                DataRow done = await(pending.removeFirst(), monitor);
                writer.add(done);
                long finished = writer.size();
                rearrangement.factories()
                    .forEach(factory -> factory.setProgress(finished, table.size(), done.getKey(), monitor));
            }
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** Waits for the rows that are still being computed: what they make must not outlive the node. */
    private static void awaitEnd(ExecutorService pool) {
        try {
            pool.awaitTermination(LAST_ROWS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a row, ready to be cancelled meanwhile. */
    private static DataRow await(Future<DataRow> future, ExecutionMonitor monitor) throws CanceledExecutionException {
        while (true) {
            monitor.checkCanceled();
            try {
                return future.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not yet: ask again whether to go on
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CanceledExecutionException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException defect) {
                    throw defect;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}

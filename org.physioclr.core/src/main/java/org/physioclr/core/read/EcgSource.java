package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.physioclr.core.run.Progress;

/**
 * Reads many files on all cores and gives the results in the order of the files. Only a few results a core are held, so
 * memory does not grow with the number of files. A request to cancel is heard within a tenth of a second; reads that
 * run then end by themselves and are thrown away.
 */
public final class EcgSource implements Iterator<ReadResult>, AutoCloseable {

    private static final int LOOK_AHEAD_PER_THREAD = 3;
    private static final long HEARING_MILLISECONDS = 100;

    private final Iterator<RecordFile> files;
    private final RecordPipeline pipeline;
    private final Progress progress;
    private final ExecutorService threads;
    private final int lookAhead;
    private final Deque<Future<ReadResult>> running = new ArrayDeque<>();
    private long delivered;

    private EcgSource(Iterator<RecordFile> files, RecordPipeline pipeline, Progress progress) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.files = files;
        this.pipeline = pipeline;
        this.progress = progress;
        this.lookAhead = LOOK_AHEAD_PER_THREAD * cores;
        this.threads = Executors.newFixedThreadPool(cores, task -> {
            Thread thread = new Thread(task, "ECG reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads a folder or a single file.
     *
     * @param location the folder, or a file, whose folder then is the chosen one
     * @param recursive whether a folder's subfolders are read too
     * @param options what to make of the files
     * @param progress told how many files were read, asked whether to go on
     * @throws IOException if there is nothing at the location
     */
    public static EcgSource open(Path location, boolean recursive, ReaderOptions options, Progress progress)
            throws IOException {
        if (Files.isDirectory(location)) {
            return new EcgSource(withoutCopies(new RecordFiles(location, recursive, progress), options),
                new RecordPipeline(options), progress);
        }
        if (!Files.exists(location)) {
            throw new ReadException(location, "", "there is no such file or folder", "Choose one that exists.");
        }
        return open(List.of(location), location.toAbsolutePath().getParent(), options, progress);
    }

    /**
     * Reads given files.
     *
     * @param files in the order of the results
     * @param root the folder to which keys are relative; files elsewhere are called by their file name
     */
    public static EcgSource open(List<Path> files, Path root, ReaderOptions options, Progress progress) {
        Map<String, Long> count = files.stream()
            .collect(Collectors.groupingBy(file -> RecordFile.of(root, file, false).key(), Collectors.counting()));
        List<RecordFile> named = files.stream()
            .map(file -> RecordFile.of(root, file, count.get(RecordFile.of(root, file, false).key()) > 1)).toList();
        return new EcgSource(named.iterator(), new RecordPipeline(options), progress);
    }

    /** Leaves out what the data set holds twice. */
    private static Iterator<RecordFile> withoutCopies(Iterator<RecordFile> files, ReaderOptions options) {
        if (!(options.labelSource() instanceof LabelSource.Known known)) {
            return files;
        }
        Iterable<RecordFile> iterable = () -> files;
        return StreamSupport.stream(iterable.spliterator(), false)
            .filter(file -> !known.dataSet().isCopy(file.path())).iterator();
    }

    @Override
    public boolean hasNext() {
        return !running.isEmpty() || files.hasNext();
    }

    /**
     * The next file's result.
     *
     * @throws CancellationException if the user has asked to stop
     * @throws java.io.UncheckedIOException if a folder can't be listed
     */
    @Override
    public ReadResult next() {
        progress.checkCancelled();
        while (running.size() < lookAhead && files.hasNext()) {
            RecordFile file = files.next();
            running.add(threads.submit(() -> pipeline.read(file)));
        }
        if (running.isEmpty()) {
            throw new NoSuchElementException();
        }
        ReadResult result = await(running.remove());
        delivered++;
        progress.report(Double.NaN, delivered + (delivered == 1 ? " file read" : " files read"));
        return result;
    }

    private ReadResult await(Future<ReadResult> future) {
        while (true) {
            try {
                return future.get(HEARING_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.checkCancelled();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Reading was interrupted");
            } catch (ExecutionException e) {
                throw new IllegalStateException("A file could not be read: " + e.getCause(), e.getCause());
            }
        }
    }

    /** Stops; results that were not fetched are lost. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Machine;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerException;
import org.physioclr.torch.protocol.WorkerFacts;
import org.physioclr.torch.protocol.WorkerInstallation;
import org.physioclr.torch.protocol.WorkerMessage;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;

/** A worker's ends: killed, cancelled, orphaned, starved, misunderstood. None leaves a process or a file. */
@Timeout(60)
class WorkerLifeTest {

    private static final int FOREVER = 100_000;

    @TempDir
    private Path folder;
    private Path output;
    private WorkerClient client;
    private Path temporary;

    @BeforeEach
    void open() throws IOException {
        output = Files.createDirectory(folder.resolve("output"));
        client = new WorkerClient(Worker.installation());
        temporary = client.file("x").getParent();
    }

    @AfterEach
    void leavesNothingBehind() throws IOException {
        client.close();
        assertFalse(Files.exists(temporary), "the client's temporary folder");
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(List.of(), files.toList(), "half-written output");
        }
        assertEquals(0, workers().count(), "processes");
    }

    /** This JVM starts nothing else; the arguments of a process are cut off where the class path is long. */
    private static Stream<ProcessHandle> workers() {
        return ProcessHandle.current().children()
            .filter(process -> process.info().command().map(command -> command.endsWith("java")).orElse(false));
    }

    private Pretrain endless() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 32, 5, 1);
        return Worker.pretrain(Worker.options(Method.PHYSIOCLR, FOREVER, 0, 1), toys,
            output.resolve("encoder.safetensors"));
    }

    /** Progress that lets the test wait until the worker trains, and cancel it. */
    private static final class Watch implements Progress {
        private final CompletableFuture<String> training = new CompletableFuture<>();
        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void report(double fraction, String message) {
            if (message.startsWith("Epoch")) {
                training.complete(message);
            }
        }

        @Override
        public void checkCancelled() {
            if (cancelled.get()) {
                throw new CancellationException();
            }
        }
    }

    private static CompletableFuture<Object> run(WorkerClient client, Pretrain request, Progress progress) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.run(request, Worker.MACHINE, progress);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Test
    void killedWorkerIsReportedWithinFiveSecondsWithItsExitStatus() throws Exception {
        Watch watch = new Watch();
        CompletableFuture<Object> work = run(client, endless(), watch);
        watch.training.get(30, TimeUnit.SECONDS);
        workers().forEach(ProcessHandle::destroyForcibly);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> work.get(5, TimeUnit.SECONDS));
        assertEquals(WorkerException.class, failure.getCause().getClass());
        assertTrue(failure.getCause().getMessage().contains("exit status 137 (killed"), failure.getMessage());
    }

    @Test
    void cancelledWorkerIsGoneWithinTwoSeconds() throws Exception {
        Watch watch = new Watch();
        CompletableFuture<Object> work = run(client, endless(), watch);
        watch.training.get(30, TimeUnit.SECONDS);
        long start = System.nanoTime();
        watch.cancelled.set(true);
        assertThrows(CancellationException.class, () -> {
            try {
                work.get(5, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        });
        assertEquals(0, workers().count());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 2, seconds + " s");
    }

    @Test
    void workerEndsWhenItsParentsPipeClosesAndAfterAFarewellLeavesTheFolder() throws Exception {
        WorkerInstallation installation = Worker.installation();
        Process process = new ProcessBuilder(installation.java().toString(), "-Dai.djl.offline=true",
            "-DPYTORCH_LIBRARY_PATH=" + installation.nativeLibraries(), "-DPYTORCH_VERSION=2.7.1",
            "-DPYTORCH_FLAVOR=cpu", "-D" + WorkerFacts.FOLDER + "=" + temporary, "-cp",
            installation.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            WorkerMain.class.getName()).directory(temporary.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
        String call = "{\"protocol\":1,\"request\":\"Pretrain\",\"body\":" + Json.line(endless()) + "}\n";
        process.getOutputStream().write(call.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String heard = process.inputReader(StandardCharsets.UTF_8).lines().filter(line -> line.contains("Epoch"))
            .findFirst().orElseThrow();
        assertTrue(heard.startsWith(WorkerMessage.PREFIX), heard);
        process.getOutputStream().write((WorkerMessage.FAREWELL + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertTrue(process.waitFor(2, TimeUnit.SECONDS));
        assertTrue(Files.exists(temporary), "its client takes it away");
    }

    @Test
    void tooLittleMemoryIsSaid() throws Exception {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 2, 6000, 1);
        Pretrain request = Worker.pretrain(Worker.options(Method.CMSC, 1, 0, 1), toys, output.resolve("e.safetensors"));
        Machine small = new Machine("cpu", 1, 128);
        WorkerException failure =
            assertThrows(WorkerException.class, () -> client.run(request, small, Progress.NONE));
        assertTrue(failure.getMessage().contains("Give it more memory"), failure.getMessage());
    }

    @Test
    void failuresSayWhatToDo() throws Exception {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 2, 5, 1);
        Pretrain onePatient =
            Worker.pretrain(Worker.options(Method.CMSC, 1, 0, 1), toys, output.resolve("e.safetensors"));
        WorkerException failure =
            assertThrows(WorkerException.class, () -> client.run(onePatient, Worker.MACHINE, Progress.NONE));
        assertEquals("Learning needs ECGs of at least two patients, but there is 1 to learn from. Add ECGs, or lower "
            + "the validation share.", failure.getMessage());
        Pretrain noGpu = new Pretrain(onePatient.options(), "cuda:0", onePatient.records(), null, List.of(), "", null,
            null, onePatient.output());
        assertTrue(assertThrows(WorkerException.class, () -> client.run(noGpu, Worker.MACHINE, Progress.NONE))
            .getMessage().startsWith("The device cuda:0 can't be used: "));
    }

    /** Runs a request as a node does, in a process that the test can kill. */
    static final class Parent {

        private Parent() {
        }

        public static void main(String[] arguments) throws IOException {
            WorkerClient client = new WorkerClient(Worker.installation());
            System.out.println(client.file("x").getParent());
            client.run(Json.parse(arguments[0], Pretrain.class), Worker.MACHINE, new Progress() {
                @Override
                public void report(double fraction, String message) {
                    System.out.println(message);
                }

                @Override
                public void checkCancelled() {
                }
            });
        }
    }

    @Test
    void workerOfAKilledParentTakesTheTemporaryFolderAway() throws Exception {
        Process parent = new ProcessBuilder(Worker.installation().java().toString(),
            "-Dphysioclr.natives=" + System.getProperty("physioclr.natives"), "-cp",
            System.getProperty("java.class.path"), Parent.class.getName(), Json.line(endless()))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader words = parent.inputReader(StandardCharsets.UTF_8)) {
            Path orphaned = Path.of(words.readLine());
            assertTrue(words.lines().anyMatch(line -> line.startsWith("Epoch")));
            assertTrue(Files.exists(orphaned));
            List<ProcessHandle> workers = parent.children().toList();
            assertEquals(1, workers.size());
            parent.destroyForcibly().waitFor();
            assertTrue(within(2, () -> !Files.exists(orphaned)), "the temporary folder");
            assertTrue(within(2, () -> isGone(workers.get(0))), "the worker");
        }
    }

    private static boolean within(int seconds, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return condition.getAsBoolean();
    }

    /**
     * Nobody may fetch the exit status of a process whose parent is dead: it is gone, though listed, without a command.
     */
    private static boolean isGone(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}

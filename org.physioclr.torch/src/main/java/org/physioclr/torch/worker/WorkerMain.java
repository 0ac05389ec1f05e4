package org.physioclr.torch.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.physioclr.torch.protocol.TemporaryFolder;
import org.physioclr.torch.protocol.WorkerCall;
import org.physioclr.torch.protocol.WorkerFacts;
import org.physioclr.torch.protocol.WorkerMessage;
import org.physioclr.torch.protocol.WorkerRequest;

import com.google.gson.JsonParseException;

/**
 * The learning process. Reads one request from its standard input, works in its current folder and answers on its
 * standard output. The end of its input without a farewell means that whoever started it has died: then it takes away
 * the folder that was its client's, if it was told of one, and goes at once.
 */
public final class WorkerMain {

    private static final int DONE = 0;
    private static final int ORPHANED = 3;
    private static final int NO_REQUEST = 2;

    private WorkerMain() {
    }

    /** Works; never returns. */
    public static void main(String[] arguments) throws IOException {
        Voice voice = Voice.takeStandardOutput();
        // DJL finds its engine through this loader.
        Thread.currentThread().setContextClassLoader(WorkerMain.class.getClassLoader());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        if (line == null) {
            System.err.println("PhysioCLR's nodes start this program: it wants a request on its standard input.");
            Runtime.getRuntime().halt(NO_REQUEST);
        }
        VoicedProgress progress = new VoicedProgress(voice);
        voice.startBeating();
        listen(input, progress, voice);
        voice.say(answer(line, progress));
        Runtime.getRuntime().halt(DONE); // exit hooks of native libraries have nothing to add
    }

    /** Hears {@code cancel}, and the end of the input. */
    private static void listen(BufferedReader input, VoicedProgress progress, Voice voice) {
        Thread listener = new Thread(() -> {
            boolean farewell = false;
            try {
                for (String line = input.readLine(); line != null; line = input.readLine()) {
                    if (line.equals(WorkerMessage.CANCEL)) {
                        progress.cancel();
                        goIfStillThere(voice);
                    }
                    farewell |= line.equals(WorkerMessage.FAREWELL);
                }
            } catch (IOException e) {
                System.err.println("Lost the one who started this: " + e);
            }
            if (!farewell) {
                removeFolder();
            }
            Runtime.getRuntime().halt(ORPHANED);
        }, "physioclr-listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** Nobody else will. The other threads may still write: what they add meanwhile needs a second try. */
    private static void removeFolder() {
        String folder = System.getProperty(WorkerFacts.FOLDER);
        for (int attempt = 0; folder != null && attempt < 3; attempt++) {
            try {
                TemporaryFolder.remove(Path.of(folder));
                return;
            } catch (IOException e) {
                System.err.println("The folder " + folder + " can't be removed: " + e);
            }
        }
    }

    /** A native call can't be interrupted: after a moment the whole process goes. */
    private static void goIfStillThere(Voice voice) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            voice.say(WorkerMessage.cancelled());
            Runtime.getRuntime().halt(DONE);
        }, "physioclr-last-resort");
        thread.setDaemon(true);
        thread.start();
    }

    private static WorkerMessage answer(String line, VoicedProgress progress) {
        try {
            WorkerRequest<?> request = WorkerCall.parse(line);
            return WorkerMessage.result(Work.of(request, Path.of("").toAbsolutePath(), progress));
        } catch (CancellationException e) {
            return WorkerMessage.cancelled();
        } catch (JsonParseException e) {
            return WorkerMessage.failure("The learning process does not understand its request: " + e.getMessage(),
                "Install the extension again, so that its parts are of one version");
        } catch (OutOfMemoryError e) {
            throw e; // the JVM's option ends the process, the client says what to do
        } catch (IOException | RuntimeException | Error e) {
            return Failures.message(e);
        }
    }
}

package org.physioclr.torch.worker;

import java.util.concurrent.CancellationException;

import org.physioclr.core.run.Progress;
import org.physioclr.torch.protocol.WorkerMessage;

/** Progress that is sent to whoever started the process, who can cancel. */
final class VoicedProgress implements Progress {

    private final Voice voice;
    private volatile boolean cancelled;

    VoicedProgress(Voice voice) {
        this.voice = voice;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void report(double fraction, String message) {
        checkCancelled();
        voice.say(WorkerMessage.progress(fraction, message));
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException("Cancelled");
        }
    }
}

package org.physioclr.torch.pretrain;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.physioclr.core.run.Progress;

/** Tells how the training goes and when it will end, a few times a second at most. */
final class TrainingProgress {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Progress progress;
    private final int epochs;
    private final double maxMinutes;
    private final String device;
    private final LongSupplier nanoTime;
    private final long start;
    private final double before;
    private long last;
    private long ecgs;

    /**
     * Starts the clock.
     *
     * @param before the share of all steps that were made before
     */
    TrainingProgress(Progress progress, int epochs, double maxMinutes, String device, double before,
            LongSupplier nanoTime) {
        this.progress = progress;
        this.epochs = epochs;
        this.maxMinutes = maxMinutes;
        this.device = device;
        this.before = before;
        this.nanoTime = nanoTime;
        start = nanoTime.getAsLong();
        last = start - PAUSE_NANOS;
    }

    void checkCancelled() {
        progress.checkCancelled();
    }

    /** Minutes since the training began. */
    double minutes() {
        return (nanoTime.getAsLong() - start) / 60e9;
    }

    /**
     * A step has been made.
     *
     * @param epoch from 1
     * @param done the share of all steps that have been made
     * @param loss the epoch's mean so far
     * @param more ECGs in the step
     */
    void step(int epoch, double done, double loss, int more) {
        progress.checkCancelled();
        ecgs += more;
        long now = nanoTime.getAsLong();
        if (now - last < PAUSE_NANOS && done < 1) {
            return;
        }
        last = now;
        double seconds = Math.max(1e-9, (now - start) / 1e9);
        double left = seconds * (1 - done) / (done - before);
        if (maxMinutes > 0) {
            left = Math.min(left, Math.max(0, maxMinutes * 60 - seconds));
        }
        progress.report(done, String.format(Locale.ROOT, "Epoch %d/%d · loss %.3f · %.0f ECGs/s · %s · about %s left",
            epoch, epochs, loss, ecgs / seconds, device, duration(left)));
    }

    private static String duration(double seconds) {
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        return seconds < 90 * 60 ? Math.round(seconds / 60) + " min"
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}

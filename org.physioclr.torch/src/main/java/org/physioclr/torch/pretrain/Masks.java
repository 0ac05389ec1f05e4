package org.physioclr.torch.pretrain;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.physioclr.torch.protocol.Reconstruction;

/** What a masked autoencoder does not get to see. */
final class Masks {

    private Masks() {
    }

    /**
     * Masks leads and time patches.
     *
     * @param signal {@code [lead][sample]}
     * @param settings which share of the leads and of the time patches
     * @return a copy, NaN where masked; the signal itself if nothing is
     */
    static float[][] apply(float[][] signal, Reconstruction settings, double rateHz, RandomGenerator random) {
        if (settings.leadMasking() == 0 && settings.patchMasking() == 0) {
            return signal;
        }
        float[][] masked = Arrays.stream(signal).map(float[]::clone).toArray(float[][]::new);
        for (int lead : drawn(signal.length, settings.leadMasking(), random)) {
            Arrays.fill(masked[lead], Float.NaN);
        }
        int samples = signal[0].length;
        int length = Math.max(1, (int) Math.round(settings.patchSeconds() * rateHz));
        int patches = (samples + length - 1) / length;
        for (int patch : drawn(patches, settings.patchMasking(), random)) {
            for (float[] lead : masked) {
                Arrays.fill(lead, patch * length, Math.min(samples, (patch + 1) * length), Float.NaN);
            }
        }
        return masked;
    }

    /** A share of so many things, each set of that size as likely as any other; never all of them. */
    private static int[] drawn(int count, double share, RandomGenerator random) {
        int wanted = Math.min(count - 1, (int) Math.round(share * count));
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int i = 0; i < wanted; i++) {
            int j = i + random.nextInt(count - i);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
        return Arrays.copyOf(order, wanted);
    }

    /**
     * Where a reconstruction can be judged: where there is a signal and, if so wanted, the encoder did not see it.
     *
     * @param shown what the encoder sees, {@code [lead][sample]}, NaN where it sees nothing
     * @param target what is to be reconstructed, NaN where nothing is known
     * @param maskedOnly whether what it sees does not count
     * @return {@code [lead][sample]}; null if every sample counts
     */
    static boolean[][] counted(float[][] shown, float[][] target, boolean maskedOnly) {
        boolean all = true;
        boolean[][] counted = new boolean[target.length][target[0].length];
        for (int lead = 0; lead < counted.length; lead++) {
            for (int i = 0; i < counted[lead].length; i++) {
                counted[lead][i] = !Float.isNaN(target[lead][i]) && (!maskedOnly || Float.isNaN(shown[lead][i]));
                all &= counted[lead][i];
            }
        }
        return all ? null : counted;
    }
}

package org.physioclr.core.run;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The start of a reproducible random stream. Parts of a computation take children, so that what one part draws never
 * depends on how much another has drawn or on the order in which threads run.
 *
 * @param value any number
 */
public record Seed(long value) {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The seed of the part with this name; equal names give equal seeds. */
    public Seed child(String name) {
        long hash = value;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ name.charAt(i));
        }
        return new Seed(mix(hash + name.length()));
    }

    /** The seed of the part with this number. */
    public Seed child(long index) {
        return new Seed(mix(value ^ mix(index + GOLDEN_RATIO)));
    }

    /** A new generator at the beginning of this seed's stream. */
    public RandomGenerator generator() {
        return new SplittableRandom(value);
    }

    /** The finaliser of MurmurHash3's 64-bit variant as improved by Stafford (variant 13). */
    private static long mix(long z) {
        long x = z + GOLDEN_RATIO;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}

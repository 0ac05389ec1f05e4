package org.physioclr.core.synth;

import static org.physioclr.core.synth.Subject.between;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The shape of a person's beats, as Gaussians of the heart's vector around the R peak; timing as at a rate of 60 a
 * minute. The ranges are those of Sameni et al. (EURASIP 2007:43407) and simECG for normal beats.
 *
 * @param p the P wave, its centre counted from the P wave's onset
 * @param qrs the QRS complex
 * @param t the T wave, centres counted back from its end
 * @param st the ST segment's elevation, or null
 * @param prSeconds the PR interval
 * @param qtcSeconds the QT interval at a rate of 60 a minute
 */
record HeartShape(Bump p, List<Bump> qrs, List<Bump> t, Bump st, double prSeconds, double qtcSeconds) {

    private static final double GAIN_SD = 0.25;

    static HeartShape draw(Set<Diagnosis> diagnoses, RandomGenerator random) {
        double gain = Math.exp(GAIN_SD * random.nextGaussian());
        double size = between(0.25, 1.5, random);
        Bump p = new Bump(0.055, 0.022, between(0.04, 0.09, random), between(0.05, 0.125, random),
            between(-0.02, 0.02, random));
        List<Bump> normal = normalQrs(size, random);
        List<Bump> qrs = diagnoses.contains(Diagnosis.LBBB) ? leftBlock(random)
            : diagnoses.contains(Diagnosis.RBBB) ? rightBlock(normal, random)
                : diagnoses.contains(Diagnosis.LVH) ? hypertrophy(normal, random) : normal;
        double scale = between(0.7, 1.5, random);
        List<Bump> t = recovery(size, scale, random).stream().map(bump -> recovered(bump, diagnoses)).toList();
        Bump st = diagnoses.contains(Diagnosis.STE) ? elevation(random) : null;
        double pr = diagnoses.contains(Diagnosis.IAVB) ? between(0.23, 0.34, random) : between(0.13, 0.19, random);
        return new HeartShape(p, qrs.stream().map(bump -> bump.times(gain)).toList(),
            t.stream().map(bump -> bump.times(gain)).toList(), st, pr, between(0.38, 0.43, random));
    }

    private static List<Bump> normalQrs(double size, RandomGenerator random) {
        double sigma = between(0.05, 0.08, random) / (2 * Math.PI);
        return List.of(new Bump(-0.016, sigma, -0.05 - 0.35 * size, 0, -0.05 - 0.35 * size),
            new Bump(0, sigma, 0.4 + 1.1 * size, 0.1 + 0.6 * size, 0),
            new Bump(0.016, sigma, 0, -0.05 - 0.25 * size, 0.1 + 0.9 * size));
    }

    /** Two broad lobes to the left, no septal force, a large force to the back. */
    private static List<Bump> leftBlock(RandomGenerator random) {
        double size = between(0.7, 1.3, random);
        return List.of(new Bump(-0.015, 0.02, 0.8 * size, 0.25 * size, 0.5 * size),
            new Bump(0.045, 0.02, 0.75 * size, 0.05 * size, 0.8 * size));
    }

    /** A normal beginning, then a late force to the right and the front. */
    private static List<Bump> rightBlock(List<Bump> normal, RandomGenerator random) {
        return List.of(normal.get(0), normal.get(1), normal.get(2),
            new Bump(0.06, 0.02, -between(0.3, 0.5, random), 0, -between(0.45, 0.75, random)));
    }

    private static List<Bump> hypertrophy(List<Bump> normal, RandomGenerator random) {
        double factor = between(1.6, 2, random);
        return normal.stream().map(b -> new Bump(b.centre(), b.sigma(), b.x() * factor, b.y(), b.z() * factor))
            .toList();
    }

    private static List<Bump> recovery(double size, double scale, RandomGenerator random) {
        boolean large = size >= 0.5;
        double x = scale * (large ? between(0.06, 0.12, random) : between(0.03, 0.08, random));
        double y = scale * (large ? between(0.026, 0.05, random) : between(0.015, 0.034, random));
        double z = -scale * (large ? between(0.052, 0.1, random) : between(0.025, 0.068, random));
        return List.of(new Bump(-0.16, 0.055, x, y, z), new Bump(-0.095, 0.035, 2 * x, 2 * y, 2 * z));
    }

    /** Blocks and strain turn the T wave against the QRS complex; inversion turns it about. */
    private static Bump recovered(Bump t, Set<Diagnosis> diagnoses) {
        if (diagnoses.contains(Diagnosis.LBBB)) {
            return new Bump(t.centre(), t.sigma(), -1.2 * t.x(), t.y(), 1.5 * t.z());
        }
        if (diagnoses.contains(Diagnosis.RBBB)) {
            return new Bump(t.centre(), t.sigma(), t.x(), t.y(), -0.6 * t.z());
        }
        if (diagnoses.contains(Diagnosis.LVH)) {
            return new Bump(t.centre(), t.sigma(), -0.7 * t.x(), 0.3 * t.y(), t.z());
        }
        return diagnoses.contains(Diagnosis.TINV) ? t.times(-0.8) : t;
    }

    private static Bump elevation(RandomGenerator random) {
        double mv = between(0.15, 0.3, random);
        return random.nextBoolean() ? new Bump(0.14, 0.06, 0, mv, 0.1 * mv)
            : new Bump(0.14, 0.06, 0.15 * mv, 0, -0.8 * mv);
    }
}

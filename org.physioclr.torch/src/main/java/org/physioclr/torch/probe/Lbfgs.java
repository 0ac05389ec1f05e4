package org.physioclr.torch.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function: limited-memory BFGS with a backtracking line search on the Armijo condition
 * (Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 7.4, 7.5 and 3.1).
 */
final class Lbfgs {

    private static final int MEMORY = 10;
    private static final int MOST_ITERATIONS = 500;
    private static final double GRADIENT = 1e-7;
    private static final double RELATIVE_GRADIENT = 1e-11;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-12;

    /** Near the minimum the value's own rounding hides the decrease that the gradient still sees. */
    private static final double ROUNDING = 1e-14;

    private Lbfgs() {
    }

    /** A function of many variables. */
    interface Function {

        /** The value at a point; writes the gradient there into the second array. */
        double value(double[] point, double[] gradient);
    }

    private record Pair(double[] step, double[] change, double inverseCurvature) {
    }

    /**
     * The minimum's place, to a gradient of norm 1e-7 or 1e-11 of that at the start. Where the function curves by 1 at
     * least, as with a ridge penalty, no variable is then further from the minimum than the gradient's norm.
     *
     * @param curvature about how fast the gradient grows along each variable, positive; the better the guess, the fewer
     *     steps
     */
    static double[] minimise(Function function, double[] start, double[] curvature) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = function.value(point, gradient);
        double goal = Math.max(GRADIENT, RELATIVE_GRADIENT * norm(gradient));
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int iteration = 0; iteration < MOST_ITERATIONS && norm(gradient) > goal; iteration++) {
            double[] direction = direction(gradient, pairs, curvature);
            double slope = dot(direction, gradient);
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double length = 1;
            double nextValue;
            while (true) {
                for (int i = 0; i < point.length; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = function.value(next, nextGradient);
                if (nextValue <= value + SUFFICIENT_DECREASE * length * slope + ROUNDING * Math.abs(value)) {
                    break;
                }
                length /= 2;
                if (length < SMALLEST_STEP) {
                    return point; // no descent within double precision: this is the minimum
                }
            }
            remember(pairs, point, next, gradient, nextGradient);
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    /** The two-loop recursion: minus the approximated inverse Hessian times the gradient. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs, double[] curvature) {
        double[] q = new double[gradient.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = -gradient[i];
        }
        double[] alpha = new double[pairs.size()];
        int k = 0;
        for (Pair pair : pairs) {
            alpha[k] = pair.inverseCurvature() * dot(pair.step(), q);
            add(q, -alpha[k++], pair.change());
        }
        for (int i = 0; i < q.length; i++) {
            q[i] /= curvature[i];
        }
        for (Iterator<Pair> oldestFirst = pairs.descendingIterator(); oldestFirst.hasNext();) {
            Pair pair = oldestFirst.next();
            add(q, alpha[--k] - pair.inverseCurvature() * dot(pair.change(), q), pair.step());
        }
        return q;
    }

    private static void remember(Deque<Pair> pairs, double[] point, double[] next, double[] gradient,
            double[] nextGradient) {
        double[] step = next.clone();
        add(step, -1, point);
        double[] change = nextGradient.clone();
        add(change, -1, gradient);
        double curvature = dot(step, change);
        if (curvature > 1e-14 * dot(change, change)) {
            pairs.addFirst(new Pair(step, change, 1 / curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
    }

    private static void add(double[] target, double factor, double[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * other[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}

package org.physioclr.torch.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function: limited-memory BFGS with a backtracking line search on the Armijo condition
 * (Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 7.4, 7.5 and 3.1). It does not call the function
 * but asks for its value at {@link #trial}, so that many functions can be evaluated together.
 */
final class Lbfgs {

    private static final int MEMORY = 30;
    private static final int MOST_ITERATIONS = 500;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-12;

    /** Near the minimum the value's own rounding hides the decrease that the gradient still sees. */
    private static final double ROUNDING = 1e-14;

    private final double[] curvature;
    private final double goal;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] point;
    private double[] gradient;
    private double value = Double.POSITIVE_INFINITY;
    private double[] trial;
    private double[] direction;
    private double slope;
    private double length;
    private int iterations;
    private boolean done;

    private record Pair(double[] step, double[] change, double inverseCurvature) {
    }

    /**
     * Begins.
     *
     * @param start where; its value is asked for first
     * @param curvature about how fast the gradient grows along each variable, positive; the better the guess, the fewer
     *     steps
     * @param goal the gradient's norm to stop at. Where the function curves by 1 at least, as with a ridge penalty, no
     *     variable is then further from the minimum
     */
    Lbfgs(double[] start, double[] curvature, double goal) {
        this.curvature = curvature;
        this.goal = goal;
        trial = start.clone();
        point = trial;
    }

    /** Where the function is to be evaluated next. */
    double[] trial() {
        return trial;
    }

    /** Whether the minimum is found. */
    boolean done() {
        return done;
    }

    /** The minimum's place, or the best so far. */
    double[] minimum() {
        return point;
    }

    /**
     * Takes the evaluation at {@link #trial}.
     *
     * @param trialGradient kept
     */
    void accept(double trialValue, double[] trialGradient) {
        if (trialValue <= value + SUFFICIENT_DECREASE * length * slope + ROUNDING * Math.abs(value)) {
            if (gradient != null) {
                remember(trialGradient);
            }
            point = trial;
            gradient = trialGradient;
            value = trialValue;
            done = norm(gradient) <= goal || iterations++ == MOST_ITERATIONS;
            direction = direction();
            slope = dot(direction, gradient);
            length = 1;
        } else {
            length /= 2;
            done = length < SMALLEST_STEP; // no descent within double precision: this is the minimum
        }
        trial = point.clone();
        add(trial, length, direction);
    }

    /** The two-loop recursion: minus the approximated inverse Hessian times the gradient. */
    private double[] direction() {
        double[] q = new double[gradient.length];
        add(q, -1, gradient);
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

    private void remember(double[] trialGradient) {
        double[] step = trial.clone();
        add(step, -1, point);
        double[] change = trialGradient.clone();
        add(change, -1, gradient);
        double bend = dot(step, change);
        if (bend > 1e-14 * dot(change, change)) {
            pairs.addFirst(new Pair(step, change, 1 / bend));
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

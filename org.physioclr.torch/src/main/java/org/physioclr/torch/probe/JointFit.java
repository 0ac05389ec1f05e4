package org.physioclr.torch.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;

/**
 * Fits many logistic regressions on the same rows together, each with an L2 penalty on the weights of standardised
 * columns and none on the intercept. Each minimises {@code |w|²/2 + Σ costᵢ log(1 + exp(-yᵢ(w·xᵢ + b)))}, yᵢ in
 * {-1, 1}, which is scikit-learn's objective after a {@code StandardScaler}; see {@link Task}. The minimum is unique.
 */
final class JointFit implements AutoCloseable {

    private final DesignMatrix rows;
    private final PrincipalAxes axes;
    private final JointLoss loss;

    /** Takes over the rows. */
    JointFit(DesignMatrix rows) {
        this.rows = rows;
        axes = PrincipalAxes.of(rows);
        loss = new JointLoss(rows, axes);
    }

    /** Points from which nothing is known yet. */
    double[][] origins(int tasks) {
        return new double[tasks][rows.columns() + 1];
    }

    /**
     * Fits.
     *
     * @param starts one a task; the nearer to the solution the faster
     * @param goal how far a weight may be from the solution
     * @param progress asked whether to go on
     * @return points, one a task
     */
    double[][] fit(double[][] starts, List<Task> tasks, double goal, Progress progress) {
        Lbfgs[] searches = new Lbfgs[tasks.size()];
        Arrays.setAll(searches, i -> new Lbfgs(starts[i], curvature(tasks.get(i)), goal));
        int[] open = IntStream.range(0, searches.length).toArray();
        while (open.length > 0) {
            progress.checkCancelled();
            List<Task> left = Arrays.stream(open).mapToObj(tasks::get).toList();
            double[][] points = Arrays.stream(open).mapToObj(i -> searches[i].trial()).toArray(double[][]::new);
            JointLoss.Evaluation evaluation = loss.at(points, left);
            for (int k = 0; k < open.length; k++) {
                double[] gradient = evaluation.gradients()[k];
                searches[open[k]].accept(evaluation.values()[k] + penalty(points[k], gradient), gradient);
            }
            open = Arrays.stream(open).filter(i -> !searches[i].done()).toArray();
        }
        return Arrays.stream(searches).map(Lbfgs::minimum).toArray(double[][]::new);
    }

    /** The penalty of a point, whose gradient is added. */
    private static double penalty(double[] point, double[] gradient) {
        double square = 0;
        for (int axis = 0; axis < point.length - 1; axis++) {
            gradient[axis] += point[axis];
            square += point[axis] * point[axis];
        }
        return square / 2;
    }

    /** About the diagonal of the Hessian: as if all rows had the log odds of the outcome's frequency. */
    private double[] curvature(Task task) {
        double positives = Task.count(task.outcome(), 1) * task.positiveCost();
        double negatives = Task.count(task.outcome(), 0) * task.negativeCost();
        double information = positives * negatives / (positives + negatives);
        double[] curvature = new double[rows.columns() + 1];
        for (int axis = 0; axis < rows.columns(); axis++) {
            curvature[axis] = 1 + information * axes.squares()[axis] / rows.rows();
        }
        curvature[rows.columns()] = information;
        return curvature;
    }

    /** The log losses of points, one a task. */
    double[] losses(double[][] points, List<Task> tasks) {
        return loss.at(points, tasks).values();
    }

    /** The regressions that points stand for, on the columns as they are. */
    List<LogisticRegression> regressions(double[][] points) {
        return loss.regressions(points);
    }

    @Override
    public void close() {
        rows.close();
    }
}

package org.physioclr.torch.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.physioclr.core.split.PatientSplit;
import org.physioclr.torch.device.Autograd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * The log losses of many logistic regressions on the same rows, and their gradients, by native matrix products. A
 * regression is a point: its weights on the {@link PrincipalAxes} of the standardised columns, then its intercept.
 */
final class JointLoss {

    private static final int[] ROW = {1};

    private final DesignMatrix rows;
    private final NDManager manager;
    private final NDArray toColumns;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    JointLoss(DesignMatrix rows, PrincipalAxes axes) {
        this.rows = rows;
        manager = rows.manager();
        toColumns = axes.toColumns();
    }

    /** The regressions that points stand for, on the columns as they are. */
    List<LogisticRegression> regressions(double[][] points) {
        return scoped(() -> {
            NDArray weights = weights(points);
            double[] flat = weights.toDoubleArray();
            double[] intercepts = intercepts(points, weights).toDoubleArray();
            int columns = rows.columns();
            return IntStream.range(0, points.length).mapToObj(i -> new LogisticRegression(
                Arrays.copyOfRange(flat, i * columns, (i + 1) * columns), intercepts[i])).toList();
        });
    }

    private NDArray weights(double[][] points) {
        return manager.create(flat(points, 0, rows.columns()), new Shape(points.length, rows.columns()))
            .matMul(toColumns);
    }

    private NDArray intercepts(double[][] points, NDArray weights) {
        return manager.create(flat(points, rows.columns(), 1), new Shape(points.length, 1))
            .subi(weights.matMul(rows.mean().transpose()));
    }

    private static <R> R scoped(Autograd.Work<R, RuntimeException> work) {
        return Autograd.off(() -> {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                return work.run();
            }
        });
    }

    /**
     * Losses and gradients.
     *
     * @param values one a task: Σ costᵢ log(1 + exp(-yᵢ margin)), yᵢ in {-1, 1}
     * @param gradients of the values, one a task, as long as a point
     */
    record Evaluation(double[] values, double[][] gradients) {
    }

    /**
     * Evaluates tasks.
     *
     * @param points one a task
     */
    Evaluation at(double[][] points, List<Task> tasks) {
        return scoped(() -> evaluate(points, tasks));
    }

    private Evaluation evaluate(double[][] points, List<Task> tasks) {
        NDArray weights = weights(points);
        NDArray intercepts = intercepts(points, weights);
        NDArray evenCost = column(tasks, task -> (task.positiveCost() + task.negativeCost()) / 2);
        NDArray oddCost = column(tasks, task -> (task.positiveCost() - task.negativeCost()) / 2);
        NDArray loss = manager.zeros(intercepts.getShape(), DataType.FLOAT64);
        NDArray slopes = manager.zeros(intercepts.getShape(), DataType.FLOAT64);
        NDArray gradient = manager.zeros(weights.getShape(), DataType.FLOAT64);
        int from = 0;
        for (NDArray block : rows.blocks()) {
            int count = (int) block.getShape().get(0);
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray x = block.toType(DataType.FLOAT64, true);
                NDArray side = sides(tasks, from, count);
                NDArray cost = side.square().muli(evenCost).addi(side.mul(oddCost));
                NDArray wrong = weights.matMul(x.transpose()).addi(intercepts).muli(side).negi();
                NDArray log = wrong.abs().negi().exp().addi(1).log().addi(NDArrays.maximum(wrong, 0));
                NDArray slope = Activation.sigmoid(wrong).muli(cost).muli(side).negi();
                loss.addi(log.muli(cost).sum(ROW, true));
                slopes.addi(slope.sum(ROW, true));
                gradient.addi(slope.matMul(x));
            }
            from += count;
        }
        gradient.subi(slopes.matMul(rows.mean()));
        return evaluation(loss, gradient.matMul(toColumns.transpose()), slopes);
    }

    /** [task, row]: 1 and -1 for the outcomes 1 and 0, and 0 where there is none. */
    private NDArray sides(List<Task> tasks, int from, int count) {
        int bytes = tasks.size() * count;
        if (staging.capacity() < bytes) {
            staging = ByteBuffer.allocateDirect(bytes);
        }
        staging.clear().limit(bytes);
        for (Task task : tasks) {
            for (int row = from; row < from + count; row++) {
                byte outcome = task.outcome()[row];
                staging.put((byte) (outcome == PatientSplit.UNKNOWN ? 0 : 2 * outcome - 1));
            }
        }
        try (NDArray lent = manager.create(staging.flip(), new Shape(tasks.size(), count), DataType.INT8)) {
            return lent.toType(DataType.FLOAT64, true);
        }
    }

    private NDArray column(List<Task> tasks, ToDoubleFunction<Task> number) {
        return manager.create(tasks.stream().mapToDouble(number).toArray(), new Shape(tasks.size(), 1));
    }

    private static double[] flat(double[][] points, int from, int length) {
        double[] flat = new double[points.length * length];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(points[i], from, flat, i * length, length);
        }
        return flat;
    }

    private static Evaluation evaluation(NDArray loss, NDArray gradient, NDArray slopes) {
        double[] weights = gradient.toDoubleArray();
        double[] intercepts = slopes.toDoubleArray();
        double[][] gradients = new double[intercepts.length][];
        for (int i = 0; i < gradients.length; i++) {
            int columns = weights.length / gradients.length;
            gradients[i] = Arrays.copyOfRange(weights, i * columns, (i + 1) * columns + 1);
            gradients[i][columns] = intercepts[i];
        }
        return new Evaluation(loss.toDoubleArray(), gradients);
    }
}

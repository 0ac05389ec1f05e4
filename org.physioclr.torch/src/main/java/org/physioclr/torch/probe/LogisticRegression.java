package org.physioclr.torch.probe;

import java.util.Arrays;

/**
 * Binary logistic regression with an L2 penalty on the weights and none on the intercept. It minimises
 * {@code |w|²/2 + C Σ sᵢ log(1 + exp(-yᵢ(w·xᵢ + b)))}, yᵢ in {-1, 1}, which is scikit-learn's objective with
 * {@code penalty="l2"}; sᵢ is 1, or weighs both outcomes alike ({@code class_weight="balanced"}). The minimum is unique
 * and found by L-BFGS (Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.5).
 *
 * @param weights one a column
 * @param intercept the log odds at the origin
 */
public record LogisticRegression(double[] weights, double intercept) {

    /**
     * How to fit.
     *
     * @param c the inverse strength of the penalty, positive
     * @param balanced whether both outcomes weigh alike whatever their number
     */
    public record Options(double c, boolean balanced) {

        public Options {
            if (!(c > 0) || Double.isInfinite(c)) {
                throw new IllegalArgumentException("C must be positive, not " + c);
            }
        }
    }

    /**
     * Fits the regression.
     *
     * @param rows {@code [row][column]}, finite
     * @param outcome 0 or 1 for each row, both of them present
     * @throws IllegalArgumentException if there is one outcome only
     */
    public static LogisticRegression fit(double[][] rows, byte[] outcome, Options options) {
        return fit(rows, outcome, options, new LogisticRegression(new double[rows[0].length], 0));
    }

    /** Fits the regression from a start that may be near the solution; the solution does not depend on it. */
    static LogisticRegression fit(double[][] rows, byte[] outcome, Options options, LogisticRegression start) {
        int columns = rows[0].length;
        double[] parameters = Arrays.copyOf(start.weights(), columns + 1);
        parameters[columns] = start.intercept();
        Objective objective = new Objective(rows, outcome, options);
        double[] solution = Lbfgs.minimise(objective, parameters, objective.curvature(parameters));
        return new LogisticRegression(Arrays.copyOf(solution, columns), solution[columns]);
    }

    /** The probability of outcome 1. */
    public double probability(double[] row) {
        return 1 / (1 + Math.exp(-logit(row)));
    }

    /** The log odds of outcome 1. */
    public double logit(double[] row) {
        double sum = intercept;
        for (int column = 0; column < weights.length; column++) {
            sum += weights[column] * row[column];
        }
        return sum;
    }

    /** The penalised negative log likelihood and its gradient; the parameters are the weights, then the intercept. */
    private static final class Objective implements Lbfgs.Function {

        private static final double FLATTEST = 0.01;

        private final double[][] rows;
        private final double[] sign;
        private final double[] rowWeight;

        Objective(double[][] rows, byte[] outcome, Options options) {
            this.rows = rows;
            int positives = 0;
            for (byte value : outcome) {
                positives += value;
            }
            if (positives == 0 || positives == outcome.length) {
                throw new IllegalArgumentException("All " + outcome.length + " rows have the outcome "
                    + (positives == 0 ? 0 : 1) + ": there is nothing to fit");
            }
            double half = outcome.length / 2.0;
            double positiveWeight = options.c() * (options.balanced() ? half / positives : 1);
            double negativeWeight = options.c() * (options.balanced() ? half / (outcome.length - positives) : 1);
            sign = new double[outcome.length];
            rowWeight = new double[outcome.length];
            for (int row = 0; row < outcome.length; row++) {
                sign[row] = outcome[row] == 1 ? 1 : -1;
                rowWeight[row] = outcome[row] == 1 ? positiveWeight : negativeWeight;
            }
        }

        /** The diagonal of the Hessian, which for the intercept may vanish where all margins are large. */
        double[] curvature(double[] parameters) {
            int columns = parameters.length - 1;
            double[] diagonal = new double[parameters.length];
            Arrays.fill(diagonal, 0, columns, 1);
            for (int row = 0; row < rows.length; row++) {
                double decay = Math.exp(-Math.abs(margin(parameters, row)));
                double weight = rowWeight[row] * decay / ((1 + decay) * (1 + decay));
                for (int column = 0; column < columns; column++) {
                    diagonal[column] += weight * rows[row][column] * rows[row][column];
                }
                diagonal[columns] += Math.max(weight, FLATTEST * rowWeight[row]);
            }
            return diagonal;
        }

        private double margin(double[] parameters, int row) {
            int columns = parameters.length - 1;
            double margin = parameters[columns];
            for (int column = 0; column < columns; column++) {
                margin += parameters[column] * rows[row][column];
            }
            return margin * sign[row];
        }

        @Override
        public double value(double[] parameters, double[] gradient) {
            int columns = gradient.length - 1;
            double penalty = 0;
            for (int column = 0; column < columns; column++) {
                penalty += parameters[column] * parameters[column];
                gradient[column] = parameters[column];
            }
            gradient[columns] = 0;
            double loss = 0;
            for (int row = 0; row < rows.length; row++) {
                double[] x = rows[row];
                double margin = margin(parameters, row);
                double decay = Math.exp(-Math.abs(margin));
                loss += rowWeight[row] * (Math.max(0, -margin) + Math.log1p(decay));
                double slope = -rowWeight[row] * sign[row] * (margin > 0 ? decay : 1) / (1 + decay);
                for (int column = 0; column < columns; column++) {
                    gradient[column] += slope * x[column];
                }
                gradient[columns] += slope;
            }
            return penalty / 2 + loss;
        }
    }
}

package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Compares the derivatives of a mapping with its values: every entry of {@link DifferentiableMapping#jacobian} with a
 * central difference of {@link DifferentiableMapping#value}, and {@link DifferentiableMapping#along} with the Jacobian, in
 * one random direction.
 *
 * <pre>{@code
 * JacobianCheck.Report report = JacobianCheck.of(mapping).at(mapping.start());
 * if (!report.passed(1e-6)) {
 *     throw new IllegalStateException(report.toString());
 * }
 * }</pre>
 *
 * <p>Each row of the Jacobian, which is the gradient of one output, is judged as {@link GradientCheck} judges gradients, with
 * the same differences and the same relative errors. All outputs share their runs: a check costs about 8n values (up to 40n
 * where an output is not smooth) besides one Jacobian and one pass.
 */
public final class JacobianCheck {
    private final DifferentiableMapping mapping;

    private JacobianCheck(DifferentiableMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * {@return a check of {@code mapping}; serves one thread at a time, as the mapping does}
     *
     * @param mapping the mapping
     */
    public static JacobianCheck of(DifferentiableMapping mapping) {
        return new JacobianCheck(Objects.requireNonNull(mapping, "mapping"));
    }

    /**
     * Checks at a point, with a direction drawn from a fixed seed, so that the same check gives the same report.
     *
     * @param x the inputs, of length n; left unchanged
     * @return the report
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public Report at(double[] x) {
        return at(x, new SplittableRandom(0L));
    }

    /**
     * Checks at a point, with a direction drawn from {@code random}.
     *
     * @param x the inputs, of length n; left unchanged
     * @param random what the direction is drawn from
     * @return the report
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public Report at(double[] x, RandomGenerator random) {
        int n = mapping.inputDimension();
        int m = mapping.outputDimension();
        Arguments.requireLength("x", x, n);
        double[] point = x.clone();
        double[] value = new double[m];
        mapping.value(point, value);
        double[][] jacobian = new double[m][n];
        double[] again = new double[m];
        mapping.jacobian(point, again, jacobian);
        boolean valuesAgree = Arrays.equals(again, value);

        double[] v = new double[n];
        Directions.gaussian().draw(v, random);
        double[] along = new double[m];
        mapping.along(point, v, again, along);
        valuesAgree &= Arrays.equals(again, value);

        double alongError = 0.0;
        double[] largest = new double[m];
        for (int i = 0; i < m; i++) {
            alongError = Math.max(alongError, RelativeError.ofProduct(along[i], jacobian[i], v));
            largest[i] = RelativeError.largest(jacobian[i]);
        }

        CentralDifference central = new CentralDifference(mapping);
        int worstOutput = -1;
        int worstInput = -1;
        double exact = 0.0;
        double difference = 0.0;
        double differenceError = 0.0;
        double maxError = 0.0;
        for (int j = 0; j < n; j++) {
            central.at(point, j);
            for (int i = 0; i < m; i++) {
                double error = RelativeError.ofComponent(
                        jacobian[i][j], central.derivative(i), largest[i], value[i], point[j]);
                if (worstOutput < 0 || error > maxError) {
                    worstOutput = i;
                    worstInput = j;
                    exact = jacobian[i][j];
                    difference = central.derivative(i);
                    differenceError = central.error(i);
                    maxError = error;
                }
            }
        }
        return new Report(
                m, n, worstOutput, worstInput, exact, difference, differenceError, maxError, alongError, valuesAgree);
    }

    /**
     * What a check found.
     *
     * @param outputs the number m of rows that were compared
     * @param inputs the number n of columns that were compared
     * @param worstOutput the row of the entry with the largest relative error; −1 where there are no entries
     * @param worstInput the column of that entry; −1 where there are no entries
     * @param exact the worst entry as {@code jacobian} gives it
     * @param difference the worst entry by central differences; NaN where the output is not finite around the point
     * @param differenceError an estimate of the absolute error of {@code difference} itself: if it explains the distance
     *     to {@code exact}, the mapping is too rough or too noisy there for differences to judge
     * @param maxRelativeError the relative error of the worst entry, as {@link GradientCheck} defines it
     * @param alongError the largest distance of a component of {@code along} from the Jacobian times v, relative to the sum
     *     of |J_ij v_j|
     * @param valuesAgree whether {@code jacobian} and {@code along} give the very bits that {@code value} gives
     */
    public record Report(
            int outputs,
            int inputs,
            int worstOutput,
            int worstInput,
            double exact,
            double difference,
            double differenceError,
            double maxRelativeError,
            double alongError,
            boolean valuesAgree) {

        /**
         * {@return whether no entry, nor the derivative along the random direction, is off by more than {@code
         * tolerance}, and the values agree}
         *
         * @param tolerance for the relative errors, positive and finite; 1e-6 suits most mappings
         * @throws IllegalArgumentException if {@code tolerance} is not positive and finite
         */
        public boolean passed(double tolerance) {
            Arguments.requireTolerance(tolerance);
            return maxRelativeError <= tolerance && alongError <= tolerance && valuesAgree;
        }

        /** One line that names the worst entry and all that is wrong, fit for the message of a failed test. */
        @Override
        public String toString() {
            StringBuilder text =
                    new StringBuilder("JacobianCheck of " + outputs + " outputs by " + inputs + " inputs: ");
            if (worstOutput >= 0) {
                text.append("the worst is output " + worstOutput + " by input " + worstInput + ", exact " + exact
                        + ", difference " + difference + " ± " + differenceError + ", relative error "
                        + maxRelativeError + "; ");
            }
            text.append("along a random direction, relative error " + alongError);
            if (!valuesAgree) {
                text.append("; jacobian or along gives another value than value does");
            }
            return text.toString();
        }
    }
}

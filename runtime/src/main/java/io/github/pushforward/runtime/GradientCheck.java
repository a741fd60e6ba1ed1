package io.github.pushforward.runtime;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Compares the derivatives of a function with its values: every component of {@link DifferentiableFunction#gradient}
 * with a central difference of {@link DifferentiableFunction#value}, and {@link DifferentiableFunction#along} with the
 * gradient, in one random direction.
 *
 * <pre>{@code
 * GradientCheck.Report report = GradientCheck.of(function).at(function.start());
 * if (!report.passed(1e-6)) {
 *     throw new IllegalStateException(report.toString());
 * }
 * }</pre>
 *
 * <p>The differences are extrapolated (Ridders, 1982), so for a smooth function they have about ten digits. They cost
 * about 8n values (up to 40n where the function is not smooth) besides one gradient and one pass. A tolerance of 1e-6
 * leaves room for functions that lose some digits to cancellation. At a kink the difference tends to the mean of the one-sided
 * derivatives, which is also what generated code gives for {@code abs}, {@code max} and {@code min}; where the derivative
 * is infinite no check passes.
 *
 * <p>The <strong>relative error</strong> of a component with exact derivative a and difference b is
 *
 * <pre>   |a − b| ÷ max(|a|, |b|, 10⁻³ ‖∇f‖∞, 10⁻⁵ |f| ÷ max(1, |x_i|)).</pre>
 *
 * The third term keeps components that are much smaller than the largest one, ‖∇f‖∞, from being held to digits that the
 * difference does not have; the last one does so near a minimum, where every component is small: the rounding of f alone
 * makes an error of about 10⁻¹³ |f| in a difference, which then counts as 10⁻⁸. Where a, b or f is infinite or NaN,
 * the error is infinite.
 */
public final class GradientCheck {

    private final DifferentiableFunction function;

    private GradientCheck(DifferentiableFunction function) {
        this.function = function;
    }

    /**
     * {@return a check of {@code function}; serves one thread at a time, as the function does}
     *
     * @param function f
     */
    public static GradientCheck of(DifferentiableFunction function) {
        return new GradientCheck(Objects.requireNonNull(function, "function"));
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
        int n = function.dimension();
        Arguments.requireLength("x", x, n);
        double[] point = x.clone();
        double value = function.value(point);
        double[] gradient = new double[n];
        boolean valuesAgree = Double.compare(function.gradient(point, gradient), value) == 0;

        double[] v = new double[n];
        Directions.gaussian().draw(v, random);
        Dual along = function.along(point, v);
        valuesAgree &= Double.compare(along.value(), value) == 0;

        double largest = RelativeError.largest(gradient);
        CentralDifference central = new CentralDifference(function);
        int worst = -1;
        double exact = 0.0;
        double difference = 0.0;
        double differenceError = 0.0;
        double maxError = 0.0;
        for (int i = 0; i < n; i++) {
            central.at(point, i);
            double error = RelativeError.ofComponent(gradient[i], central.derivative(0), largest, value, point[i]);
            if (worst < 0 || error > maxError) {
                worst = i;
                exact = gradient[i];
                difference = central.derivative(0);
                differenceError = central.error(0);
                maxError = error;
            }
        }
        return new Report(
                n,
                worst,
                exact,
                difference,
                differenceError,
                maxError,
                RelativeError.ofProduct(along.tangent(), gradient, v),
                valuesAgree);
    }

    /**
     * What a check found.
     *
     * @param components the number n of components that were compared
     * @param worst the index of the component with the largest relative error; −1 where n = 0
     * @param exact the worst component as {@code gradient} gives it
     * @param difference the worst component by central differences; NaN where the function is not finite around the point
     * @param differenceError an estimate of the absolute error of {@code difference} itself: if it explains the distance
     *     to {@code exact}, the function is too rough or too noisy there for differences to judge
     * @param maxRelativeError the relative error of the worst component, as {@link GradientCheck} defines it
     * @param alongError the distance of {@code along} from gradient·v, relative to the sum of |gradient_i v_i|
     * @param valuesAgree whether {@code gradient} and {@code along} return the very bits that {@code value} returns
     */
    public record Report(
            int components,
            int worst,
            double exact,
            double difference,
            double differenceError,
            double maxRelativeError,
            double alongError,
            boolean valuesAgree) {

        /**
         * {@return whether no component, nor the derivative along the random direction, is off by more than {@code
         * tolerance}, and the values agree}
         *
         * @param tolerance for the relative errors, positive and finite; 1e-6 suits most functions
         * @throws IllegalArgumentException if {@code tolerance} is not positive and finite
         */
        public boolean passed(double tolerance) {
            Arguments.requireTolerance(tolerance);
            return maxRelativeError <= tolerance && alongError <= tolerance && valuesAgree;
        }

        /** One line that names the worst component and all that is wrong, fit for the message of a failed test. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("GradientCheck of " + components + " components: ");
            if (worst >= 0) {
                text.append("the worst is component " + worst + ", exact " + exact + ", difference " + difference
                        + " ± " + differenceError + ", relative error " + maxRelativeError + "; ");
            }
            text.append("along a random direction, relative error " + alongError);
            if (!valuesAgree) {
                text.append("; gradient or along returns another value than value does");
            }
            return text.toString();
        }
    }
}

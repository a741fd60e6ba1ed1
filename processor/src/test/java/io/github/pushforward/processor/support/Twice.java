package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.HyperDual;
import io.github.pushforward.runtime.TwiceDifferentiableFunction;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One method of order 2 of {@code demo.Demo} under test: its value against the original bit for bit, its first derivatives against
 * those of order 1 bit for bit, its second ones against central differences of the first.
 */
public final class Twice {
    private final Compiled compiled;
    private final String name;
    private double width = 0x1p-12;
    private double tolerance = 1e-7;
    private double rounding = 1e-10;

    private Twice(Compiled compiled, String name) {
        this.compiled = compiled;
        this.name = name;
    }

    /** A scalar method of the given members. */
    public static Twice of(String members, String name) {
        return of(Compiled.members(members), name);
    }

    public static Twice of(Compiled compiled, String name) {
        return new Twice(compiled, name);
    }

    /** Differences wide enough to see through the rounding to {@code float} inside the method. */
    public Twice inSinglePrecision() {
        width = 0x1p-6;
        tolerance = 1e-2;
        rounding = 1e-5;
        return this;
    }

    /** Differences that suit a point near which the function bends much. */
    public Twice within(double newWidth, double newTolerance) {
        width = newWidth;
        tolerance = newTolerance;
        return this;
    }

    /** The flat view at a point. */
    public TwiceDifferentiableFunction function(Object... arguments) {
        return (TwiceDifferentiableFunction) compiled.call("demo.DemoGradient", name + "Function", copies(arguments));
    }

    /** The Hessian at a point. */
    public double[][] hessian(Object... arguments) {
        return (double[][]) compiled.call("demo.DemoGradient", name + "Hessian", copies(arguments));
    }

    /** Checks the Hessian at a point against one known from elsewhere. */
    public Twice hasHessian(double[][] expected, Object... arguments) {
        double[][] hessian = hessian(arguments);
        for (int i = 0; i < expected.length; i++) {
            assertThat(hessian[i]).as("row %d", i).containsExactly(expected[i], offset(1e-12));
        }
        return this;
    }

    /** Checks everything at a point. */
    public Twice at(Object... arguments) {
        TwiceDifferentiableFunction f = function(arguments);
        double[] x = f.start();
        double expected = ((Number) compiled.call("demo.Demo", name, copies(arguments))).doubleValue();
        double[] gradient = new double[x.length];
        double[][] hessian = new double[x.length][x.length];
        double value = f.hessian(x, gradient, hessian);

        assertThat(bits(value)).as("value, bit for bit").isEqualTo(bits(expected));
        double[] gradientOfOrderOne = new double[x.length];
        f.gradient(x, gradientOfOrderOne);
        assertThat(Flat.bits(gradient)).as("gradient, bit for bit").isEqualTo(Flat.bits(gradientOfOrderOne));
        agree(hessian, differences(f, x), arguments);
        checkProducts(f, x, hessian);
        checkLanes(f, x, hessian);
        return this;
    }

    private void agree(double[][] hessian, double[][] differences, Object[] arguments) {
        double scale = Math.max(
                1,
                Arrays.stream(differences)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(1));
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                assertThat(hessian[i][j])
                        .as("H[%d][%d] at %s", i, j, Arrays.deepToString(arguments))
                        .isCloseTo(differences[i][j], offset(tolerance * scale));
            }
        }
    }

    /** Hessians take several second directions a pass: the bits are those of passes of one. */
    private static void checkLanes(TwiceDifferentiableFunction f, double[] x, double[][] hessian) {
        for (int i = 0; i < x.length; i++) {
            double[] v = new double[x.length];
            v[i] = 1;
            for (int j = i; j < x.length; j++) {
                double[] w = new double[x.length];
                w[j] = 1;
                assertThat(hessian[i][j])
                        .as("entry %d, %d, bit for bit", i, j)
                        .isEqualTo(f.along(x, v, w).second());
            }
        }
    }

    /** The products with directions, either way round, against those with the matrix. */
    private void checkProducts(TwiceDifferentiableFunction f, double[] x, double[][] hessian) {
        SplittableRandom random = new SplittableRandom(7);
        double[] v = random.doubles(x.length, -1, 1).toArray();
        double[] w = random.doubles(x.length, -1, 1).toArray();
        double[] product = new double[x.length];
        f.hessianVector(x, v, product);
        double form = 0;
        double size = 1;
        for (int i = 0; i < x.length; i++) {
            double expected = 0;
            for (int j = 0; j < x.length; j++) {
                expected += hessian[i][j] * v[j];
                size = Math.max(size, Math.abs(hessian[i][j]));
            }
            assertThat(product[i]).as("(Hv)[%d]", i).isCloseTo(expected, offset(rounding * size));
            form += w[i] * expected;
        }
        HyperDual along = f.along(x, v, w);
        Dual one = f.along(x, v);
        Dual other = f.along(x, w);
        assertThat(along.second()).as("vHw").isCloseTo(form, offset(rounding * size));
        assertThat(f.along(x, w, v).second()).as("wHv").isCloseTo(form, offset(rounding * size));
        assertThat(along.tangent()).as("f'v").isEqualTo(one.tangent());
        assertThat(along.tangent2())
                .as("f'w")
                .isCloseTo(other.tangent(), offset(0.01 * rounding * (1 + Math.abs(other.tangent()))));
        assertThat(bits(along.value())).as("value").isEqualTo(bits(one.value()));
    }

    private double[][] differences(TwiceDifferentiableFunction f, double[] x) {
        double[][] columns = new double[x.length][];
        for (int j = 0; j < x.length; j++) {
            double[] near = new double[x.length];
            double[] far = new double[x.length];
            for (int side = -1; side <= 1; side += 2) {
                add(f, x, j, side * width, side, near);
                add(f, x, j, 2 * side * width, side, far);
            }
            columns[j] = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                // Five-point stencil, of fourth order.
                columns[j][i] = (8 * near[i] - far[i]) / (12 * width);
            }
        }
        return columns;
    }

    private static void add(TwiceDifferentiableFunction f, double[] x, int input, double step, int sign, double[] sum) {
        double[] moved = x.clone();
        moved[input] += step;
        double[] gradient = new double[x.length];
        f.gradient(moved, gradient);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * gradient[i];
        }
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    private static Object[] copies(Object[] arguments) {
        return Arrays.stream(arguments).map(Flat::copy).toArray();
    }
}

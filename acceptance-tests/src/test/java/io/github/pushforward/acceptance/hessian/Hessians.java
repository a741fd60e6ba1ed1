package io.github.pushforward.acceptance.hessian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.HyperDual;
import io.github.pushforward.runtime.TwiceDifferentiableFunction;
import java.util.SplittableRandom;

/** Flat views held against Hessians known from elsewhere. */
public final class Hessians {
    private static final double RELATIVE = 1e-8;

    private Hessians() {}

    /** Checks gradient, Hessian and the products of it with directions to 1e-8, relative to their largest numbers. */
    public static void agree(TwiceDifferentiableFunction f, double[] gradient, double[][] hessian) {
        double[] x = f.start();
        double[] actualGradient = new double[x.length];
        double[][] actual = new double[x.length][x.length];
        assertThat(f.hessian(x, actualGradient, actual)).isEqualTo(f.value(x));
        assertThat(actualGradient).containsExactly(gradient, offset(RELATIVE * largest(gradient)));
        double size = 0;
        for (int i = 0; i < x.length; i++) {
            size = Math.max(size, largest(hessian[i]));
        }
        for (int i = 0; i < x.length; i++) {
            assertThat(actual[i]).as("row %d", i).containsExactly(hessian[i], offset(RELATIVE * size));
        }
        products(f, x, hessian, RELATIVE * size * x.length);
    }

    private static void products(TwiceDifferentiableFunction f, double[] x, double[][] hessian, double tolerance) {
        SplittableRandom random = new SplittableRandom(3);
        double[] v = random.doubles(x.length, -1, 1).toArray();
        double[] w = random.doubles(x.length, -1, 1).toArray();
        double[] product = new double[x.length];
        Dual dual = f.hessianVector(x, v, product);
        double form = 0;
        for (int i = 0; i < x.length; i++) {
            double expected = 0;
            for (int j = 0; j < x.length; j++) {
                expected += hessian[i][j] * v[j];
            }
            assertThat(product[i]).isCloseTo(expected, offset(tolerance));
            form += w[i] * expected;
        }
        HyperDual along = f.along(x, v, w);
        HyperDual across = f.along(x, w, v);
        assertThat(along.second()).isCloseTo(form, offset(tolerance));
        // Symmetric to rounding
        assertThat(across.second()).isCloseTo(along.second(), offset(1e-6 * tolerance));
        assertThat(dual).isEqualTo(f.along(x, v));
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}

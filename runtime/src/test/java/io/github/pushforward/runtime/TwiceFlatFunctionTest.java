package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Flat views with second derivatives, by a view that is written by hand. */
class TwiceFlatFunctionTest {
    private static final double[] X = {3, 5};

    private final Cubic f = new Cubic(X);

    /** f(x, y) = x²y; counts its passes. */
    private static final class Cubic extends TwiceFlatFunction {
        private final double[] x = new double[2];
        private final double[] v = new double[2];
        private final double[] w = new double[2];
        private int passes;

        Cubic(double[] start) {
            super(start);
        }

        @Override
        protected void enter(double[] point) {
            System.arraycopy(point, 0, x, 0, 2);
        }

        @Override
        protected void direct(double[] direction) {
            System.arraycopy(direction, 0, v, 0, 2);
        }

        @Override
        protected void directSecond(double[] direction) {
            System.arraycopy(direction, 0, w, 0, 2);
        }

        @Override
        protected double primal() {
            return x[0] * x[0] * x[1];
        }

        private double slope(double[] direction) {
            return 2 * x[0] * x[1] * direction[0] + x[0] * x[0] * direction[1];
        }

        @Override
        protected Dual tangent() {
            return new Dual(primal(), slope(v));
        }

        @Override
        protected HyperDual second() throws IOException {
            passes++;
            if (x[1] < 0) {
                throw new IOException("y < 0");
            }
            double bend = 2 * x[1] * v[0] * w[0] + 2 * x[0] * (v[0] * w[1] + v[1] * w[0]);
            return new HyperDual(primal(), slope(v), slope(w), bend);
        }
    }

    @Test
    void theHessianTakesHalfOfThePasses() {
        double[] gradient = new double[2];
        double[][] hessian = new double[2][2];

        assertThat(f.hessian(X, gradient, hessian)).isEqualTo(45);
        assertThat(gradient).containsExactly(30, 9);
        assertThat(hessian).isDeepEqualTo(new double[][] {{10, 6}, {6, 0}});
        assertThat(f.passes).isEqualTo(3);
    }

    @Test
    void theProductWithAVectorTakesAPassForEachInput() {
        double[] product = new double[2];

        assertThat(f.hessianVector(X, new double[] {1, -2}, product)).isEqualTo(new Dual(45, 12));
        assertThat(product).containsExactly(-2, 6);
        assertThat(f.passes).isEqualTo(2);
    }

    @Test
    void oneFormTakesOnePass() {
        assertThat(f.along(X, new double[] {1, -2}, new double[] {2, 1})).isEqualTo(new HyperDual(45, 12, 69, 2));
        assertThat(f.passes).isEqualTo(1);
    }

    @Test
    void theViewIsLeftAsItWas() {
        f.hessian(X, new double[2], new double[2][2]);

        assertThat(f.start()).containsExactly(3, 5);
        assertThat(f.along(X, new double[] {0, 1}, new double[] {0, 1}).second())
                .isZero();
    }

    @Test
    void whatTheMethodThrowsComesOutAsItIs() {
        double[] outside = {1, -1};

        assertThatThrownBy(() -> f.hessian(outside, new double[2], new double[2][2]))
                .isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> f.hessianVector(outside, X, new double[2])).isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> f.along(outside, X, X)).isExactlyInstanceOf(IOException.class);
        // and the next pass goes along its own direction alone
        assertThat(f.along(X, new double[] {1, 0}, new double[] {0, 1}).second())
                .isEqualTo(6);
    }

    @Test
    void arraysOfOtherLengthsAreRefused() {
        double[] three = new double[3];
        double[] two = new double[2];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.along(three, two, two))
                .withMessageContaining("x has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.along(two, three, two))
                .withMessageContaining("v has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.along(two, two, three))
                .withMessageContaining("w has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hessianVector(two, two, three))
                .withMessageContaining("product has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hessian(two, two, new double[3][2]))
                .withMessageContaining("hessian has 3 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hessian(two, two, new double[][] {two, three}))
                .withMessageContaining("a row of hessian has length 3");
    }

    @Test
    void resultsAreNotWrittenToWhatThePassesStillRead() {
        double[] v = {1, -2};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.gradient(X, X))
                .withMessageContaining("gradient is the array x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.along(X, new double[][] {v, v}, X))
                .withMessageContaining("derivatives is the array x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hessian(X, X, new double[2][2]))
                .withMessageContaining("gradient is the array x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hessianVector(X, v, X))
                .withMessageContaining("product is the array x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hessianVector(X, v, v))
                .withMessageContaining("product is the array v");
        assertThat(X).containsExactly(3, 5);
    }
}

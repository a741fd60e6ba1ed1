package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Counted;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.SparseJacobian;
import io.github.pushforward.runtime.SparseMatrix;
import io.github.pushforward.runtime.WrongPatternException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Compressed Jacobians of generated views, by the patterns that these find themselves. */
class SparseJacobianOfViewTest {
    private static final Compiled BROYDEN = Compiled.members(SparsityTest.BROYDEN);

    private static DifferentiableMapping broyden(int n) {
        double[] x = new SplittableRandom(5).doubles(n, -1, 1).toArray();
        return (DifferentiableMapping) BROYDEN.call("demo.DemoGradient", "fFunction", (Object) x);
    }

    @Test
    void tenThousandInputsInThreeDirections() {
        int n = 10_000;
        Counted mapping = new Counted(broyden(n));
        SparseJacobian plan = SparseJacobian.of(mapping);
        assertThat(mapping.directions()).as("for the pattern").isZero();
        assertThat(plan.coloring().colors()).isEqualTo(3);
        double[] x = mapping.start();
        double[] y = new double[n];
        SparseMatrix jacobian = plan.evaluate(x, y);
        assertThat(mapping.directions()).as("with the check").isEqualTo(4);
        plan.evaluate(x, y, jacobian.values());
        assertThat(mapping.directions()).isEqualTo(3);
        for (int i = 0; i < n; i += 1_111) {
            assertThat(jacobian.get(i, i)).isCloseTo(3 - 4 * x[i], within(1e-14));
            assertThat(jacobian.get(i, (i + 1) % n)).isEqualTo(i + 1 < n ? -2 : 0);
            assertThat(jacobian.get(i, (i + n - 1) % n)).isEqualTo(i > 0 ? -1 : 0);
        }
    }

    @Test
    void equalsTheDenseOne() {
        int n = 17;
        DifferentiableMapping view = broyden(n);
        double[] x = view.start();
        double[] y = new double[n];
        double[][] dense = new double[n][n];
        view.jacobian(x, y, dense);
        double[] ySparse = new double[n];
        assertThat(SparseJacobian.of(view).evaluate(x, ySparse).toDense()).isDeepEqualTo(dense);
        assertThat(ySparse).isEqualTo(y);
    }

    @Test
    void anotherBranchIsCaught() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double[] f(double[] x) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < y.length; i++) {
                        y[i] = x[i] > 0 ? x[i] * x[i] : x[0] * x[i];
                    }
                    return y;
                }
                """);
        DifferentiableMapping view = (DifferentiableMapping)
                compiled.call("demo.DemoGradient", "fFunction", (Object) new double[] {1, 2, 3, 4});
        SparseJacobian plan = SparseJacobian.of(view);
        double[] y = new double[4];
        double[] other = {1, 2, -3, 4};
        assertThatExceptionOfType(WrongPatternException.class)
                .isThrownBy(() -> plan.evaluate(other, y))
                .withMessageContaining("output 2 depends on input 0");
        SparseMatrix right = SparseJacobian.of(view, view.sparsity(other)).evaluate(other, y);
        assertThat(right.get(2, 0)).isEqualTo(-3);
        assertThat(right.get(2, 2)).isEqualTo(1);
    }
}

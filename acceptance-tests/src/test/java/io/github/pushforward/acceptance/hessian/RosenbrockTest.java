package io.github.pushforward.acceptance.hessian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Hessian of Rosenbrock's function against the one by hand. */
class RosenbrockTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void agreesWithTheHandHessian(int n) {
        double[] x = new SplittableRandom(n).doubles(n, -2, 2).toArray();
        double[] gradient = RosenbrockGradient.value(x).x();

        Hessians.agree(RosenbrockGradient.valueFunction(x), gradient, Rosenbrock.hessian(x));
    }

    /** A sparse Hessian is exactly zero where it is: what is not coupled has no derivative. */
    @ParameterizedTest
    @ValueSource(ints = 6)
    void isTridiagonal(int n) {
        double[][] hessian = RosenbrockGradient.valueHessian(
                new SplittableRandom(n).doubles(n, -2, 2).toArray());

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(hessian[i][j] == 0.0).as("H[%d][%d]", i, j).isEqualTo(Math.abs(i - j) > 1);
            }
        }
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Plain functions in the place of dual ones: they give values, and no derivative is lost in silence. */
class ConstantFunctionsTest {

    @Test
    void ofOneNumber() {
        DualUnaryOperator constant = DualUnaryOperator.constant(x -> 2 * x);

        assertThat(constant.apply(3, 0)).isEqualTo(new Dual(6, 0));
        assertThat(constant.applyAsDouble(3)).isEqualTo(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constant.apply(3, 1e-300))
                .withMessageContaining("received an active value");
    }

    @Test
    void ofTwoNumbers() {
        DualBinaryOperator constant = DualBinaryOperator.constant((x, y) -> x - y);

        assertThat(constant.apply(3, 1, 0, 0)).isEqualTo(new Dual(2, 0));
        assertThat(constant.applyAsDouble(3, 1)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> constant.apply(3, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> constant.apply(3, 1, 0, 1));
    }

    @Test
    void ofArrays() {
        ToDualFunction<double[], double[]> sum = ToDualFunction.constant(x -> x[0] + x[1]);
        ToDualBiFunction<double[], float[], double[], float[]> product =
                ToDualBiFunction.constant((x, y) -> x[0] * y[0]);
        double[] x = {3, 4};

        assertThat(sum.apply(x, new double[2])).isEqualTo(new Dual(7, 0));
        assertThat(sum.applyAsDouble(x)).isEqualTo(7);
        assertThat(product.apply(x, new float[] {2}, new double[2], new float[1]))
                .isEqualTo(new Dual(6, 0));
        assertThat(product.applyAsDouble(x, new float[] {2})).isEqualTo(6);
        assertThatIllegalArgumentException().isThrownBy(() -> sum.apply(x, new double[] {0, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> product.apply(x, new float[] {2}, new double[2], new float[] {1}));
    }

    @Test
    void thatGiveArrays() {
        DoubleToDualFunction<double[], double[]> pair = DoubleToDualFunction.constant(x -> new double[] {x, -x});
        DualFunction<double[][], double[], double[][], double[]> row = DualFunction.constant(rows -> rows[1]);
        double[][] rows = {{1}, {2, 3}};

        assertThat(pair.apply(3, 0).value()).containsExactly(3, -3);
        assertThat(pair.apply(3, 0).tangent()).containsExactly(0, 0);
        assertThat(pair.apply(3)).containsExactly(3, -3);
        assertThat(row.apply(rows, new double[][] {{0}, {0, 0}}).tangent()).containsExactly(0, 0);
        assertThat(row.apply(rows)).containsExactly(2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> pair.apply(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> row.apply(rows, new double[][] {{0}, {0, 1}}));
    }

    /** The tangent of an object is no number that could be seen to be zero. */
    @Test
    void aTangentThatIsAnObjectIsRefused() {
        Tangents.requireZero(null);
        assertThatIllegalArgumentException().isThrownBy(() -> Tangents.requireZero(new Object()));
    }

    @Test
    void functionsFollowEachOther() {
        DualUnaryOperator square = (x, dx) -> new Dual(x * x, 2 * x * dx);
        DualUnaryOperator increment = (x, dx) -> new Dual(x + 1, dx);
        DoubleUnaryOperator plain = square;

        assertThat(square.andThen(increment).apply(3, 1)).isEqualTo(new Dual(10, 6));
        assertThat(square.compose(increment).apply(3, 1)).isEqualTo(new Dual(16, 8));
        assertThat(DualUnaryOperator.identity().apply(3, 5)).isEqualTo(new Dual(3, 5));
        assertThat(plain.applyAsDouble(3)).isEqualTo(9);
    }
}

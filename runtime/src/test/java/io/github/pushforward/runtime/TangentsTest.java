package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The checks that generated methods begin with; {@code TangentShapesTest} of the processor goes through them by generated code. */
class TangentsTest {

    @Test
    void arraysOfObjectsAreOnlyCounted() {
        assertThatCode(() -> Tangents.requireShape(new Object[2], new Object[2], "xTangent"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Tangents.requireShape(new Object[] {"a", null}, new Object[] {null, "b"}, "xTangent"))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tangents.requireShape(new Object[2][3], new Object[2][4], "xTangent"))
                .withMessage(
                        "xTangent[0] is of length 4, but its primal is of length 3: give it the shape of its primal");
    }

    @Test
    void rowsThatAreSharedOrNullAreShapes() {
        double[] row = {1, 2};
        assertThatCode(() -> Tangents.requireShape(
                        new double[][][] {{row, row}, null}, new double[][][] {{row, row}, {}}, "xTangent"))
                .doesNotThrowAnyException();
    }

    @Test
    void theNameOfARowInTheDepthIsWhole() {
        double[][][][] primal = new double[2][2][2][2];
        double[][][][] tangent = new double[2][2][2][2];
        tangent[1][0][1] = new double[3];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tangents.requireShape(primal, tangent, "xTangent"))
                .withMessageStartingWith("xTangent[1][0][1] is of length 3, but its primal is of length 2");
        tangent[1][0] = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tangents.requireShape(primal, tangent, "xTangent"))
                .withMessageStartingWith("xTangent[1][0] is null, but its primal is of length 2");
    }
}

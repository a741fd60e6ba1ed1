package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Jacobians by columns: those of a mapping that someone wrote by hand, with no more than it must have. */
class JacobianByColumnsTest {
    /** (x y, y): the Jacobian is ((y, x), (0, 1)). */
    private static final DifferentiableMapping MAPPING = new DifferentiableMapping() {
        @Override
        public int inputDimension() {
            return 2;
        }

        @Override
        public int outputDimension() {
            return 2;
        }

        @Override
        public double[] start() {
            return new double[] {1, 1};
        }

        @Override
        public void value(double[] x, double[] y) {
            y[0] = x[0] * x[1];
            y[1] = x[1];
        }

        @Override
        public void along(double[] x, double[] v, double[] y, double[] yTangent) {
            value(x, y);
            yTangent[0] = v[0] * x[1] + x[0] * v[1];
            yTangent[1] = v[1];
        }

        @Override
        public void jacobian(double[] x, double[] y, double[][] jacobian) {
            value(x, y);
            jacobian[0] = new double[] {x[1], x[0]};
            jacobian[1] = new double[] {0, 1};
        }
    };

    private static final double[] POINT = {3, 5};

    @Test
    void columnsAreTheRowsTurned() {
        double[] y = new double[2];
        double[][] columns = new double[2][2];

        MAPPING.jacobianByColumns(POINT, y, columns);

        assertThat(y).containsExactly(15, 5);
        assertThat(columns[0]).containsExactly(5, 0);
        assertThat(columns[1]).containsExactly(3, 1);
    }

    @Test
    void theWrongNumberOfColumnsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAPPING.jacobianByColumns(POINT, new double[2], new double[3][2]))
                .withMessage("columns has 3 rows instead of 2: pass one for each input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAPPING.jacobianByColumns(POINT, new double[2], new double[2][1]))
                .withMessage("columns[0] has length 1 instead of 2: pass rows of that length");
    }

    @Test
    void directionsAreTakenOneByOne() {
        double[] y = new double[2];
        double[][] tangents = new double[2][2];

        MAPPING.along(POINT, new double[][] {{1, 0}, {1, 1}}, y, tangents);

        assertThat(tangents[0]).containsExactly(5, 0);
        assertThat(tangents[1]).containsExactly(8, 1);
        MAPPING.along(new double[] {1, 2}, new double[0][], y, new double[0][]);
        assertThat(y).containsExactly(2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAPPING.along(POINT, new double[1][2], y, new double[2][2]))
                .withMessageStartingWith("yTangents has 2 rows, but there are 1 directions");
    }

    @Test
    void nothingIsKnownOfItsPattern() {
        assertThat(MAPPING.sparsity(POINT).entries()).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> MAPPING.sparsity(new double[1]));
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlatMappingTest {
    private final PolarMapping mapping = new PolarMapping(2, 0.5);

    @Test
    void theDimensionsAndTheStart() {
        assertThat(mapping.inputDimension()).isEqualTo(2);
        assertThat(mapping.outputDimension()).isEqualTo(3);
        assertThat(mapping.start()).containsExactly(2, 0.5);
        mapping.start()[0] = 9;
        assertThat(mapping.start()).containsExactly(2, 0.5);
    }

    @Test
    void theNumberOfOutputsTakesOneRunAtTheStart() {
        assertThat(mapping.primals + mapping.passes).isZero();
        mapping.outputDimension();
        mapping.outputDimension();
        mapping.value(new double[] {1, 1}, new double[3]);
        assertThat(mapping.primals).isEqualTo(2);
        assertThat(mapping.passes).isZero();
    }

    @Test
    void theValue() {
        double[] y = new double[3];
        mapping.value(new double[] {3, 1}, y);
        assertThat(y).containsExactly(PolarMapping.values(3, 1));
    }

    @Test
    void alongIsTheJacobianTimesTheDirection() {
        double[] x = {3, 1};
        double[] v = {0.25, -2};
        double[] y = new double[3];
        double[] yTangent = new double[3];
        mapping.along(x, v, y, yTangent);

        assertThat(y).containsExactly(PolarMapping.values(3, 1));
        double[][] jacobian = PolarMapping.jacobian(3, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(yTangent[i]).isEqualTo(jacobian[i][0] * 0.25 + jacobian[i][1] * -2);
        }
        assertThat(x).containsExactly(3, 1);
        assertThat(v).containsExactly(0.25, -2);
        assertThat(mapping.passes).isEqualTo(1);
    }

    @Test
    void theJacobianTakesOnePassAnInput() {
        double[] x = {3, 1};
        double[] y = new double[3];
        double[][] jacobian = new double[3][2];
        mapping.jacobian(x, y, jacobian);

        assertThat(jacobian).isDeepEqualTo(PolarMapping.jacobian(3, 1));
        assertThat(y).containsExactly(PolarMapping.values(3, 1));
        assertThat(x).containsExactly(3, 1);
        assertThat(mapping.passes).isEqualTo(2);
    }

    @Test
    void theJacobianAtTheStartNeedsNoOtherRun() {
        JacobianColumns columns = mapping.jacobianAtStart();

        double[][] expected = PolarMapping.jacobian(2, 0.5);
        assertThat(columns.next()).containsExactly(expected[0][0], expected[1][0], expected[2][0]);
        assertThat(columns.next(1)).isDeepEqualTo(new double[][] {{expected[0][1]}, {expected[1][1]}, {0}});
        assertThat(mapping.passes).isEqualTo(2);
        assertThat(mapping.primals).isZero();
        mapping.outputDimension();
        assertThat(mapping.primals).isZero();
    }

    @Test
    void columnsAreTakenInOrder() {
        JacobianColumns columns = new JacobianColumns(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});
        assertThat(columns.next(2)).isDeepEqualTo(new double[][] {{1, 2}, {5, 6}});
        assertThat(columns.next(0)).isDeepEqualTo(new double[2][0]);
        assertThat(columns.next()).containsExactly(3, 7);
        assertThat(columns.next()).containsExactly(4, 8);
    }

    /** The point may be overwritten by the value: it is read before. */
    @Test
    void inputsAndOutputsInOneArray() {
        FlatMapping square = new PolarMapping(2, 0.5) {
            @Override
            int outputs(double radius) {
                return 2;
            }
        };
        double[][] jacobian = new double[2][2];
        double[] x = {3, 1};
        double[] expected = Arrays.copyOf(PolarMapping.values(3, 1), 2);
        square.jacobian(x, x, jacobian);
        assertThat(x).containsExactly(expected);
        assertThat(jacobian).isDeepEqualTo(Arrays.copyOf(PolarMapping.jacobian(3, 1), 2));
        double[] z = {3, 1};
        square.value(z, z);
        assertThat(z).containsExactly(expected);
    }

    @Test
    void wrongLengthsAreRefused() {
        double[] x = {3, 1};
        double[] y = new double[3];
        double[][] jacobian = new double[3][2];
        for (double[] wrong : new double[][] {new double[1], new double[4]}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mapping.value(wrong, y))
                    .withMessage("x has length " + wrong.length
                            + ", but the function has 2 inputs: pass one value for each");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mapping.value(x, wrong))
                    .withMessage(
                            "y has length " + wrong.length + ", but the mapping has 3 outputs: pass room for each");
            assertThatIllegalArgumentException().isThrownBy(() -> mapping.along(wrong, x, y, y));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mapping.along(x, wrong, y, y))
                    .withMessageStartingWith("v has length");
            assertThatIllegalArgumentException().isThrownBy(() -> mapping.along(x, x, wrong, y));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mapping.along(x, x, y, wrong))
                    .withMessageStartingWith("yTangent has length");
            assertThatIllegalArgumentException().isThrownBy(() -> mapping.jacobian(wrong, y, jacobian));
            assertThatIllegalArgumentException().isThrownBy(() -> mapping.jacobian(x, wrong, jacobian));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapping.jacobian(x, y, new double[2][2]))
                .withMessage("jacobian has 2 rows, but the mapping has 3 outputs: pass one row for each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapping.jacobian(x, y, new double[3][3]))
                .withMessage("jacobian[0] has length 3, but the mapping has 2 inputs: pass rows of that length");
        assertThat(mapping.passes).isZero();
    }

    @Test
    void anotherNumberOfOutputsThanAtTheStartIsAnError() {
        PolarMapping uneven = new PolarMapping(2, 0.5) {
            @Override
            int outputs(double radius) {
                return radius > 10 ? 4 : 3;
            }
        };
        double[] far = {11, 1};
        double[] y = new double[3];
        uneven.value(new double[] {9, 1}, y);
        assertThatIllegalStateException()
                .isThrownBy(() -> uneven.value(far, y))
                .withMessageContaining("gave 4 outputs at this point, but 3 at start()");
        assertThatIllegalStateException().isThrownBy(() -> uneven.along(far, far, y, y));
        assertThatIllegalStateException().isThrownBy(() -> uneven.jacobian(far, y, new double[3][2]));
    }

    @Test
    void noInputsTakeOneRun() {
        FlatMapping none = new NoInputs();
        double[] y = new double[2];
        none.jacobian(new double[0], y, new double[2][0]);
        assertThat(y).containsExactly(1, 2);
        assertThat(new NoInputs().jacobianAtStart().next(0)).isDeepEqualTo(new double[2][0]);
    }

    private static final class NoInputs extends FlatMapping {
        NoInputs() {
            super(new double[0]);
        }

        @Override
        protected void enter(double[] point) {}

        @Override
        protected void direct(double[] direction) {}

        @Override
        protected void primal() {}

        @Override
        protected void tangent() {
            throw new AssertionError("there is no direction to pass along");
        }

        @Override
        protected int size() {
            return 2;
        }

        @Override
        protected void values(double[] y) {
            y[0] = 1;
            y[1] = 2;
        }

        @Override
        protected void tangents(double[] yTangent) {
            throw new AssertionError("there are no tangents");
        }
    }

    /** A pass that ends half-way leaves no direction behind. */
    @Test
    void exceptionsComeThroughAndLeaveNothingBehind() {
        PolarMapping failing = new PolarMapping(2, 0.5) {
            @Override
            protected void tangent() {
                super.tangent();
                if (passes == 2) {
                    throw new ArithmeticException("half-way");
                }
            }
        };
        double[][] jacobian = new double[3][2];
        assertThatThrownBy(() -> failing.jacobian(new double[] {3, 1}, new double[3], jacobian))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("half-way");
        failing.jacobian(new double[] {3, 1}, new double[3], jacobian);
        assertThat(jacobian).isDeepEqualTo(PolarMapping.jacobian(3, 1));
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of scalar functions, of one direction a pass and of several. */
class FlatFunctionTest {
    private static final double[] POINT = {0.5, -1.5, 2};

    /** By hand: (2xy, x², cos z). */
    private static final double[] GRADIENT = {-1.5, 0.25, Math.cos(2)};

    private static final double VALUE = 0.25 * -1.5 + Math.sin(2);

    private final WarpedProduct function = new WarpedProduct(false);

    @Test
    void theValueIsThatOfThePoint() {
        assertThat(function.dimension()).isEqualTo(3);
        assertThat(function.start()).containsExactly(1, 2, 3);
        assertThat(function.value(POINT)).isEqualTo(VALUE);
        assertThat(function.passes + function.lanePasses).isZero();
    }

    @Test
    void alongOneDirection() {
        Dual dual = function.along(POINT, new double[] {1, 10, 100});

        assertThat(dual.value()).isEqualTo(VALUE);
        assertThat(dual.tangent()).isEqualTo(-1.5 + 2.5 + 100 * Math.cos(2));
    }

    /** Three inputs are two lanes, and one direction that is left. */
    @Test
    void aGradientTakesAsFewPassesAsLanesAllow() {
        double[] gradient = new double[3];

        assertThat(function.gradient(POINT, gradient)).isEqualTo(VALUE);
        assertThat(gradient).containsExactly(GRADIENT);
        assertThat(function.lanePasses).isEqualTo(1);
        assertThat(function.passes).isEqualTo(1);
    }

    /** What one gradient left in the lanes is not in the next. */
    @Test
    void gradientsFollowEachOther() {
        double[] gradient = new double[3];
        function.gradient(new double[] {7, 8, 9}, gradient);
        function.gradient(POINT, gradient);

        assertThat(gradient).containsExactly(GRADIENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void alongSeveralDirections(int count) {
        double[][] directions = new double[count][3];
        double[] expected = new double[count];
        for (int k = 0; k < count; k++) {
            directions[k] = new double[] {k + 1, 2 * k - 1, 0.5 * k};
            expected[k] = function.along(POINT, directions[k]).tangent();
        }
        function.gradient(POINT, new double[3]);
        double[] derivatives = new double[count];

        assertThat(function.along(POINT, directions, derivatives)).isEqualTo(VALUE);
        assertThat(derivatives).containsExactly(expected);
    }

    @Test
    void lanesThatFailGiveWayToSinglePasses() {
        WarpedProduct failing = new WarpedProduct(true);
        double[] gradient = new double[3];

        assertThat(failing.gradient(POINT, gradient)).isEqualTo(VALUE);
        assertThat(gradient).containsExactly(GRADIENT);
        assertThat(failing.passes).isEqualTo(3);
    }

    @Test
    void theExceptionIsThatOfTheMethod() {
        double[] negative = {-1, 0, 0};

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> function.value(negative));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> function.along(negative, POINT));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> function.gradient(negative, new double[3]));
    }

    @Test
    void arraysOfTheWrongLengthAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.value(new double[2]))
                .withMessage("x has length 2, but the function has 3 inputs: pass one value for each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.along(POINT, new double[4]))
                .withMessageStartingWith("v has length 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.along(POINT, new double[][] {POINT, {1}}, new double[2]))
                .withMessageStartingWith("directions[1] has length 1");
        assertThatIllegalArgumentException().isThrownBy(() -> function.gradient(POINT, POINT));
    }

    @Test
    void absentArraysAreNamed() {
        double[] absent = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.value(absent))
                .withMessage("x is null, but the function has 3 inputs: pass one value for each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.along(POINT, absent))
                .withMessageStartingWith("v is null");
    }

    /** A view of x² y, with one lane more than inputs. */
    private static final class Product extends FlatFunction {
        private final boolean fails;
        private double x;
        private double y;
        private double xTangent;
        private double yTangent;

        Product(boolean fails) {
            super(new double[] {1, 2});
            this.fails = fails;
        }

        @Override
        protected void enter(double[] point) {
            x = point[0];
            y = point[1];
        }

        @Override
        protected void direct(double[] direction) {
            xTangent = direction[0];
            yTangent = direction[1];
        }

        @Override
        protected double primal() {
            return x * x * y;
        }

        @Override
        protected Dual tangent() {
            return new Dual(primal(), 2 * x * y * xTangent + x * x * yTangent);
        }

        @Override
        protected int lanes() {
            return 3;
        }

        @Override
        protected boolean hasUnitPass() {
            return true;
        }

        @Override
        protected double unitTangents(double[] derivatives) {
            if (fails) {
                throw new StackOverflowError();
            }
            derivatives[0] = 2 * x * y;
            derivatives[1] = x * x;
            derivatives[2] = 0;
            return primal();
        }

        @Override
        protected void directLanes(double[] directions) {
            throw new StackOverflowError();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPassAlongUnitDirectionsThatFailsGivesWayToSingleOnes(boolean fails) {
        double[] gradient = new double[2];
        assertThat(new Product(fails).gradient(new double[] {3, 5}, gradient)).isEqualTo(45);
        assertThat(gradient).containsExactly(30, 9);
    }
}

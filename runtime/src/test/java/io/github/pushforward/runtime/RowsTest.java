package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    /** The sum of squares; counts what passes take. */
    private static final class Squares extends FlatFunction {
        private final double[] x;
        private final double[] tangent;
        private double[][] rows = {};
        private int lanes;
        private final List<Integer> passes = new ArrayList<>();
        private boolean throwsInRows;

        Squares(int n) {
            super(new double[n]);
            this.x = new double[n];
            this.tangent = new double[n];
        }

        @Override
        protected void enter(double[] point) {
            System.arraycopy(point, 0, x, 0, x.length);
        }

        @Override
        protected void direct(double[] direction) {
            System.arraycopy(direction, 0, tangent, 0, x.length);
        }

        @Override
        protected double primal() {
            return tangent().value();
        }

        @Override
        protected Dual tangent() {
            passes.add(1);
            double value = 0;
            double derivative = 0;
            for (int i = 0; i < x.length; i++) {
                value += x[i] * x[i];
                derivative += 2 * x[i] * tangent[i];
            }
            return new Dual(value, derivative);
        }

        @Override
        protected boolean hasRows() {
            return true;
        }

        @Override
        protected void directRows(double[][] directions, int lanes) {
            this.rows = directions;
            this.lanes = lanes;
        }

        @Override
        protected double rowTangents(double[] derivatives) {
            passes.add(lanes);
            if (throwsInRows) {
                throw new IllegalStateException("rows alone");
            }
            double value = 0;
            java.util.Arrays.fill(derivatives, 0, lanes, 0);
            for (int i = 0; i < x.length; i++) {
                value += x[i] * x[i];
                for (int lane = 0; lane < lanes; lane++) {
                    derivatives[lane] += 2 * x[i] * rows[i][lane];
                }
            }
            return value;
        }
    }

    private static double[] ramp(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i + 1;
        }
        return x;
    }

    private static void checkGradient(Squares squares, int n) {
        double[] gradient = new double[n];
        double value = squares.gradient(ramp(n), gradient);
        double expected = 0;
        for (int i = 0; i < n; i++) {
            assertThat(gradient[i]).isEqualTo(2.0 * (i + 1));
            expected += (i + 1.0) * (i + 1);
        }
        assertThat(value).isEqualTo(expected);
    }

    @Test
    void passesTakeAboutTheSameNumberOfDirectionsInWholeVectors() {
        Squares few = new Squares(15);
        checkGradient(few, 15);
        assertThat(few.passes).hasSize(15).containsOnly(1);

        Squares one = new Squares(26);
        checkGradient(one, 26);
        assertThat(one.passes).containsExactly(32);

        Squares many = new Squares(330);
        checkGradient(many, 330);
        checkGradient(many, 330);
        assertThat(many.passes).hasSize(12).containsOnly(56);
    }

    @Test
    void otherDirectionsLeaveNoTraces() {
        Squares squares = new Squares(20);
        checkGradient(squares, 20);
        double[][] directions = new double[50][20];
        double[] expected = new double[50];
        for (int k = 0; k < 50; k++) {
            for (int i = 0; i < 20; i++) {
                directions[k][i] = k - i;
                expected[k] += 2 * (i + 1) * directions[k][i];
            }
        }
        double[] derivatives = new double[50];
        squares.along(ramp(20), directions, derivatives);
        assertThat(derivatives).containsExactly(expected);
        assertThat(squares.passes).containsExactly(24, 56);
        checkGradient(squares, 20);
        squares.along(ramp(20), directions, derivatives);
        assertThat(derivatives).containsExactly(expected);
    }

    @Test
    void whereRowsThrowDirectionsAreTakenOneByOne() {
        Squares squares = new Squares(20);
        squares.throwsInRows = true;
        checkGradient(squares, 20);
        assertThat(squares.passes).hasSize(21);
        squares.throwsInRows = false;
        checkGradient(squares, 20);
    }

    @Test
    void rowsOfVeryManyInputsAreShort() {
        assertThat(new Rows(100_000, 1_000).length()).isEqualTo(40);
        assertThat(Rows.fit(1 << 18)).isTrue();
        assertThat(Rows.fit((1 << 18) + 1)).isFalse();
        assertThat(new Rows(1 << 18, 1_000).length()).isEqualTo(16);
        assertThat(new Rows(0, 70).length()).isEqualTo(40);
    }

    @Test
    void arraysOfTangentsHaveTheRowsInTheOrderOfPacking() {
        double[][] rows = new double[6][1];
        double[][] flat = LaneRows.of(new double[] {1, 2}, rows, 1);
        assertThat(flat[0]).isSameAs(rows[1]);
        assertThat(flat[1]).isSameAs(rows[2]);
        double[][][] nested = LaneRows.of(new double[][] {{1}, null, {}, {2, 3}}, rows, 0);
        assertThat(nested[0][0]).isSameAs(rows[0]);
        assertThat(nested[1]).isNull();
        assertThat(nested[2]).isEmpty();
        assertThat(nested[3][1]).isSameAs(rows[2]);
        double[][][][] deep = LaneRows.of(new double[][][] {{{1}, {2}}, null, {{3}}}, rows, 3);
        assertThat(deep[0][1][0]).isSameAs(rows[4]);
        assertThat(deep[1]).isNull();
        assertThat(deep[2][0][0]).isSameAs(rows[5]);
        assertThat(LaneRows.of((double[]) null, rows, 0)).isNull();
    }
}

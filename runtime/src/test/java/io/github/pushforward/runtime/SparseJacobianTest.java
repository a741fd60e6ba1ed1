package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparseJacobianTest {

    /** The very bits, because no other input moves what an output is made of. */
    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.ColumnColoringTest#patterns")
    void theEntriesAreThoseOfTheDenseJacobian(SparsityPattern pattern) {
        SparseMapping mapping = SparseMapping.of(pattern);
        SparseJacobian plan = SparseJacobian.of(mapping, pattern);
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 3; round++) {
            double[] x = random.doubles(pattern.columns()).toArray();
            double[] kept = x.clone();
            double[] y = new double[pattern.rows()];
            SparseMatrix jacobian = plan.evaluate(x, y);
            assertThat(jacobian.toDense()).isDeepEqualTo(mapping.dense(x));
            assertThat(x).containsExactly(kept);
            double[] value = new double[y.length];
            mapping.value(x, value);
            assertThat(y).containsExactly(value);
        }
    }

    @Test
    void aBandCostsItsWidthInPasses() {
        int n = 10_000;
        SparsityPattern band = SparsityPattern.banded(n, n, 2, 2);
        SparseMapping mapping = SparseMapping.of(band);
        SparseJacobian plan = SparseJacobian.of(mapping, band);
        double[] x = mapping.start();
        double[] values = new double[band.entries()];
        plan.evaluate(x, new double[n], values);
        assertThat(mapping.passes).isEqualTo(5 + 1);
        plan.evaluate(x, new double[n], values);
        assertThat(mapping.passes).isEqualTo(5 + 1 + 5);
        assertThat(mapping.runs).isZero();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < mapping.rows[i].length; k++) {
                assertThat(values[band.position(i, mapping.rows[i][k])]).isEqualTo(mapping.derivative(x, i, k));
            }
        }
    }

    @Test
    void evaluationsAllocateNothingOfTheSizeOfTheJacobian() {
        int n = 2_000;
        SparsityPattern band = SparsityPattern.banded(n, n, 5, 5);
        SparseMapping mapping = SparseMapping.of(band);
        SparseJacobian plan = SparseJacobian.of(mapping, band);
        double[] x = mapping.start();
        double[] y = new double[n];
        double[] values = new double[band.entries()];
        plan.evaluate(x, y, values);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        plan.evaluate(x, y, values);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(n);
    }

    /** What the mapping gets are up to 8 directions at a time, and the sums of the unit vectors of each colour. */
    @Test
    void directionsComeInBlocks() {
        int[] blocks = new int[2];
        double[] sum = new double[20];
        SparseMapping mapping = new SparseMapping(20, SparseMapping.of(SparsityPattern.dense(3, 20)).rows) {
            @Override
            public void along(double[] x, double[][] directions, double[] y, double[][] yTangents) {
                assertThat(yTangents.length).isEqualTo(directions.length);
                blocks[0]++;
                blocks[1] = Math.max(blocks[1], directions.length);
                for (double[] direction : directions) {
                    Arrays.setAll(sum, j -> sum[j] + direction[j]);
                }
                super.along(x, directions, y, yTangents);
            }
        };
        SparseJacobian.of(mapping).evaluate(mapping.start(), new double[3]);
        assertThat(blocks).containsExactly(3, 8);
        assertThat(sum).containsOnly(1.0);
    }

    @Test
    void aMappingThatSaysNothingIsDense() {
        SparseMapping mapping = new SparseMapping(3, new int[][] {{0}, {2}});
        SparseJacobian plan = SparseJacobian.of(mapping);
        assertThat(plan.pattern()).isEqualTo(SparsityPattern.dense(2, 3));
        assertThat(plan.coloring().colors()).isEqualTo(3);
        double[] x = mapping.start();
        assertThat(plan.evaluate(x, new double[2]).toDense()).isDeepEqualTo(mapping.dense(x));
    }

    @Test
    void aGeneratedViewTakesThePatternThatItOverrides() {
        PolarMapping polar = new PolarMapping(2, 0.5) {
            @Override
            public SparsityPattern sparsity() {
                return SparsityPattern.of(2, new int[][] {{0, 1}, {0, 1}, {0}});
            }
        };
        double[] y = new double[3];
        SparseMatrix jacobian = SparseJacobian.of(polar).evaluate(new double[] {3, 1}, y);
        assertThat(jacobian.values()).hasSize(5);
        assertThat(jacobian.toDense()).isDeepEqualTo(PolarMapping.jacobian(3, 1));
        assertThat(y).containsExactly(PolarMapping.values(3, 1));
    }

    @Test
    void withoutEntriesTheValueIsStillThere() {
        SparseMapping mapping = new SparseMapping(2, new int[][] {{}, {}});
        double[] y = {7, 7};
        SparseJacobian.of(mapping, SparsityPattern.of(2, new int[2][0]))
                .withoutCheck()
                .evaluate(mapping.start(), y);
        assertThat(y).containsExactly(0, 0);
        assertThat(mapping.runs).isEqualTo(1);
        assertThat(mapping.passes).isZero();
    }

    @Test
    void argumentsAreChecked() {
        SparseMapping mapping = new SparseMapping(3, new int[][] {{0}, {2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseJacobian.of(mapping, SparsityPattern.dense(3, 2)))
                .withMessageStartingWith("the mapping has 2 outputs and 3 inputs, but there is SparsityPattern[3 x 2")
                .withMessageContaining("pass a pattern with a row for each output");
        SparseJacobian plan = SparseJacobian.of(mapping);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.evaluate(new double[2], new double[2]))
                .withMessageStartingWith("x has length 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.evaluate(new double[3], new double[2], new double[5]))
                .withMessageStartingWith("y has length 2 and values 5");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.withTolerance(Double.POSITIVE_INFINITY));
    }
}

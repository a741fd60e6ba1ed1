package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WrongPatternTest {

    private static SparsityPattern without(SparsityPattern pattern, int row, int column) {
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < pattern.rows(); i++) {
            int ofRow = i;
            rows.add(Arrays.stream(pattern.columnsOf(i))
                    .filter(j -> ofRow != row || j != column)
                    .toArray());
        }
        return SparsityPattern.of(pattern.columns(), rows.toArray(new int[0][]));
    }

    @Test
    void everySingleMissingEntryIsCaughtAndNamed() {
        SparsityPattern pattern = Patterns.random(30, 25, 5, 8);
        SparseMapping mapping = SparseMapping.of(pattern);
        for (int row = 0; row < pattern.rows(); row++) {
            for (int column : pattern.columnsOf(row)) {
                SparseJacobian plan = SparseJacobian.of(mapping, without(pattern, row, column));
                int worst = row;
                int missing = column;
                assertThatExceptionOfType(WrongPatternException.class)
                        .isThrownBy(() -> plan.evaluate(mapping.start(), new double[30]))
                        .withMessageContaining("output " + row + " depends on input " + column
                                + ", which its row of the" + " pattern lacks: add the entry")
                        .satisfies(thrown -> {
                            assertThat(thrown.report().worstOutput()).isEqualTo(worst);
                            assertThat(thrown.report().missingInput()).isEqualTo(missing);
                        });
            }
        }
    }

    /** The missing entry adds itself to its neighbour: signs ±1 would cancel it in half of all directions. */
    @Test
    void noDirectionLetsACancellingEntryThrough() {
        SparseMapping mapping = new SparseMapping(2, new int[][] {{0, 1}, {1}});
        SparseJacobian plan = SparseJacobian.of(mapping, SparsityPattern.of(2, new int[][] {{0}, {1}}));
        assertThat(plan.coloring().colors()).isEqualTo(1);
        for (int seed = 0; seed < 1_000; seed++) {
            SparseJacobian.Report report = plan.check(mapping.start(), new SplittableRandom(seed));
            assertThat(report.passed(1e-6)).as("seed %s", seed).isFalse();
            assertThat(report.missingInput()).isEqualTo(1);
        }
    }

    @Test
    void aCheckThatFailedIsMadeAgain() {
        SparseMapping mapping = new SparseMapping(2, new int[][] {{0, 1}});
        SparseJacobian plan = SparseJacobian.of(mapping, SparsityPattern.of(2, new int[][] {{0}}));
        double[] y = new double[1];
        for (int round = 0; round < 2; round++) {
            assertThatExceptionOfType(WrongPatternException.class).isThrownBy(() -> plan.evaluate(mapping.start(), y));
        }
        assertThat(plan.withoutCheck().evaluate(mapping.start(), y).values())
                .containsExactly(mapping.derivative(mapping.start(), 0, 0));
    }

    /** A name for the culprit costs about two directions for each bit of n. */
    @Test
    void findingTheMissingInputIsCheap() {
        int n = 4_096;
        SparsityPattern band = SparsityPattern.banded(n, n, 1, 1);
        SparseMapping mapping = SparseMapping.of(band);
        SparseJacobian plan = SparseJacobian.of(mapping, without(band, 1_000, 1_001));
        SparseJacobian.Report report = plan.check(mapping.start(), new SplittableRandom(3));
        assertThat(report.worstOutput()).isEqualTo(1_000);
        assertThat(report.missingInput()).isEqualTo(1_001);
        assertThat(mapping.passes).isLessThanOrEqualTo(3 + 1 + 2 * 13);
    }

    /** As the pattern is found where a branch is taken, and used where it is not. */
    @Test
    void anEntryThatIsZeroAtThePointEscapesUntilItIsNot() {
        SparseMapping mapping = new SparseMapping(3, new int[][] {{0, 2}, {1}});
        SparseJacobian plan = SparseJacobian.of(mapping, SparsityPattern.of(3, new int[][] {{}, {1}}));
        double[] x = mapping.start();
        mapping.scales[0] = 0;
        assertThat(plan.evaluate(x, new double[2]).toDense()).isDeepEqualTo(new double[][] {
            {0, 0, 0}, {0, mapping.derivative(x, 1, 0), 0}
        });
        mapping.scales[0] = 1;
        plan.evaluate(x, new double[2]);
        SparseJacobian.Report report = plan.check(x, new SplittableRandom(1));
        assertThat(report.passed(1e-6)).isFalse();
        assertThat(report.worstOutput()).isZero();
        assertThat(report.missingInput()).isIn(0, 2);
    }

    @Test
    void aRightPatternPassesAndSaysSo() {
        SparsityPattern band = SparsityPattern.banded(50, 50, 1, 1);
        SparseMapping mapping = SparseMapping.of(band);
        SparseJacobian.Report report = SparseJacobian.of(mapping, band).check(mapping.start(), new SplittableRandom(2));
        assertThat(report.passed(1e-12)).isTrue();
        assertThat(report.missingInput()).isEqualTo(-1);
        assertThat(report.toString())
                .startsWith("SparseJacobian of 50 outputs along a random direction: the worst is output ")
                .doesNotContain("pattern");
        assertThat(mapping.passes).isEqualTo(3 + 1);
    }

    /** An infinite derivative in an entry of the pattern is no fault of the pattern; one outside of it is. */
    @Test
    void rowsThatAreNotFiniteAreCounted() {
        SparseMapping mapping = new SparseMapping(2, new int[][] {{0}, {1}});
        mapping.scales[0] = Double.POSITIVE_INFINITY;
        double[] x = mapping.start();
        SparsityPattern right = SparsityPattern.of(2, mapping.rows);
        SparseJacobian.Report report = SparseJacobian.of(mapping, right).check(x, new SplittableRandom(2));
        assertThat(report.passed(1e-12)).isTrue();
        assertThat(report.unjudgedOutputs()).isEqualTo(1);
        assertThat(report.toString()).contains("1 of the rows are not finite");

        SparsityPattern wrong = SparsityPattern.of(2, new int[][] {{}, {1}});
        report = SparseJacobian.of(mapping, wrong).check(x, new SplittableRandom(2));
        assertThat(report.maxRelativeError()).isInfinite();
        assertThat(report.missingInput()).isZero();
    }

    @Test
    void whatCouldNotBeJudgedIsCheckedAgain() {
        SparseMapping mapping = new SparseMapping(2, new int[][] {{0, 1}});
        SparseJacobian plan = SparseJacobian.of(mapping, SparsityPattern.of(2, new int[][] {{0}}));
        double[] y = new double[1];
        plan.evaluate(new double[] {Double.NaN, 0}, y);
        assertThatExceptionOfType(WrongPatternException.class).isThrownBy(() -> plan.evaluate(mapping.start(), y));
    }

    @Test
    void roundingIsForgivenByATolerance() {
        SparseMapping mapping = new SparseMapping(2, new int[][] {{0, 1}}) {
            @Override
            public void along(double[] x, double[] v, double[] y, double[] yTangent) {
                super.along(x, v, y, yTangent);
                yTangent[0] *= 1 + 1e-5 * v[0];
            }
        };
        SparseJacobian plan = SparseJacobian.of(mapping);
        assertThatExceptionOfType(WrongPatternException.class)
                .isThrownBy(() -> plan.evaluate(mapping.start(), new double[1]))
                .withMessageContaining("no input outside of the pattern explains that")
                .withMessageContaining("withTolerance");
        assertThat(plan.withTolerance(1e-3)
                        .evaluate(mapping.start(), new double[1])
                        .values())
                .hasSize(2);
    }
}

package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.SparsityPattern;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The sparsity pattern that a view finds by a pass of index sets, against the numbers of its dense Jacobian. */
public final class Sparsities {
    private Sparsities() {}

    /** Checks that no entry of the Jacobian at a point that is not zero is missing; one that is no number shows nothing. */
    public static void assertCovers(DifferentiableMapping view, double[] x) {
        SparsityPattern pattern = view.sparsity(x);
        double[][] jacobian = jacobian(view, x);
        assertThat(pattern.rows()).isEqualTo(jacobian.length);
        assertThat(pattern.columns()).isEqualTo(x.length);
        for (int i = 0; i < jacobian.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (jacobian[i][j] != 0 && !Double.isNaN(jacobian[i][j])) {
                    assertThat(pattern.contains(i, j))
                            .as("entry (%d, %d) of %s in %s", i, j, Arrays.deepToString(jacobian), pattern)
                            .isTrue();
                }
            }
        }
    }

    /** Checks that the pattern has the entries of the Jacobian that are not zero, and no others. */
    public static void assertExact(DifferentiableMapping view, double[] x) {
        int[][] rows = Arrays.stream(jacobian(view, x))
                .map(row ->
                        IntStream.range(0, row.length).filter(j -> row[j] != 0).toArray())
                .toArray(int[][]::new);
        SparsityPattern pattern = view.sparsity(x);
        for (int i = 0; i < rows.length; i++) {
            assertThat(pattern.columnsOf(i)).as("inputs of output %d", i).isEqualTo(rows[i]);
        }
        assertThat(pattern).isEqualTo(SparsityPattern.of(x.length, rows));
    }

    private static double[][] jacobian(DifferentiableMapping view, double[] x) {
        double[][] jacobian = new double[view.outputDimension()][x.length];
        view.jacobian(x, new double[jacobian.length], jacobian);
        return jacobian;
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
    private final SparseMatrix matrix =
            new SparseMatrix(SparsityPattern.of(3, new int[][] {{0, 2}, {}}), new double[] {4, 5});

    @Test
    void entriesAreWhereThePatternHasThem() {
        assertThat(matrix.get(0, 2)).isEqualTo(5);
        assertThat(matrix.get(0, 1)).isZero();
        assertThat(matrix.toDense()).isDeepEqualTo(new double[][] {{4, 0, 5}, {0, 0, 0}});
        double[] product = {1, 1};
        matrix.times(new double[] {1, 10, 100}, product);
        assertThat(product).containsExactly(504, 0);
        assertThat(matrix).hasToString("SparseMatrix[SparsityPattern[2 x 3, 2 entries, at most 2 a row]]");
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SparseMatrix(SparsityPattern.dense(1, 2), new double[3]))
                .withMessageStartingWith("values has length 3, but SparsityPattern[1 x 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.times(new double[2], new double[2]))
                .withMessageContaining("takes 3 numbers to 2");
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FlatMappingSparsityTest {

    /** Its third output depends on r alone; on neither for r = 0. */
    private static class FollowedPolarMapping extends PolarMapping {
        private double radius;

        FollowedPolarMapping() {
            super(2, 0.5);
        }

        @Override
        protected void enter(double[] point) {
            super.enter(point);
            radius = point[0];
        }

        @Override
        protected boolean indexSetPass(IndexSetPass sets) throws IOException {
            if (radius < 0) {
                throw new IOException("checked");
            }
            IndexSet r = sets.input();
            IndexSet phi = sets.input();
            IndexSet both = IndexSet.union(r, phi);
            sets.outputs(new IndexSet[][] {{both, both}, null, {radius == 0 ? null : r}});
            return true;
        }
    }

    @Test
    void withoutAPassEveryEntry() {
        assertThat(new PolarMapping(2, 0.5).sparsity()).isEqualTo(SparsityPattern.dense(3, 2));
    }

    @Test
    void thePatternAtTheStartAndAtOtherPoints() {
        FollowedPolarMapping mapping = new FollowedPolarMapping();
        SparsityPattern atStart = SparsityPattern.of(2, new int[][] {{0, 1}, {0, 1}, {0}});
        assertThat(mapping.sparsity()).isEqualTo(atStart);
        assertThat(mapping.sparsity(new double[] {0, 1})).isEqualTo(SparsityPattern.of(2, new int[][] {
            {0, 1}, {0, 1}, {}
        }));
        assertThat(mapping.sparsity()).isEqualTo(atStart);
        assertThat(mapping.passes).as("passes along directions").isZero();
    }

    @Test
    void whatTheMethodThrowsComesOutAsItIs() {
        assertThatThrownBy(() -> new FollowedPolarMapping().sparsity(new double[] {-1, 0}))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("checked");
    }

    @Test
    void thePointHasAValueForEachInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowedPolarMapping().sparsity(new double[1]))
                .withMessage("x has length 1, but the function has 2 inputs: pass one value for each");
        DifferentiableMapping plain = SparseMapping.of(SparsityPattern.banded(2, 3, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.sparsity(new double[2]))
                .withMessage("x has length 2, but the mapping has 3 inputs: pass one value for each");
        assertThat(plain.sparsity(new double[3])).isEqualTo(plain.sparsity());
    }

    @Test
    void theNumberOfOutputsStaysThatOfTheStart() {
        PolarMapping fickle = new PolarMapping(2, 0.5) {
            @Override
            protected boolean indexSetPass(IndexSetPass sets) {
                sets.outputs(new IndexSet[] {sets.input(), sets.input()});
                return true;
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(fickle::sparsity)
                .withMessageStartingWith("the method gave 2 outputs at this point, but 3 at start()");
    }

    @Test
    void inputsAreNumberedRowByRow() {
        IndexSetPass pass = new IndexSetPass();
        pass.outputs(new IndexSet[] {pass.input()});
        pass.outputs(pass.inputs(new double[][] {{0, 0}, null, {0}}));
        pass.outputs(pass.inputs((double[]) null));
        pass.outputs(pass.inputs(new float[][][] {{{0}, {}}, {{0}}}));
        assertThat(pass.size()).isEqualTo(6);
        assertThat(pass.pattern()).isEqualTo(SparsityPattern.banded(6, 6, 0, 0));
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShadowsTest {

    private static double[][] jagged() {
        return new double[][] {{1.0, 2.0}, null, {}, {3.0}};
    }

    @Test
    void zerosHaveTheShapeOfTheArray() {
        assertThat(Shadows.zeros(new double[] {1.0, Double.NaN})).containsExactly(0.0, 0.0);
        assertThat(Shadows.zeros(new float[] {1.0f})).containsExactly(0.0f);
        assertThat(Shadows.zeros(new double[0])).isEmpty();
        assertThat(Shadows.zeros(jagged())).isDeepEqualTo(new double[][] {{0.0, 0.0}, null, {}, {0.0}});
        assertThat(Shadows.zeros(new float[][] {{1.0f}, null})).isDeepEqualTo(new float[][] {{0.0f}, null});
    }

    @Test
    void zerosOfAnyRank() {
        double[][][] cube = {jagged(), null, {}};
        double[][][] shadow = Shadows.zeros(cube);
        assertThat(Arrays.deepEquals(shadow, new double[][][] {{{0.0, 0.0}, null, {}, {0.0}}, null, {}}))
                .isTrue();
        assertThat(cube[0]).isDeepEqualTo(jagged());
        float[][][][] floats = {{{{1.0f}}}};
        assertThat(Arrays.deepEquals(Shadows.zeros(floats), new float[][][][] {{{{0.0f}}}}))
                .isTrue();
    }

    @Test
    void aNullArrayHasANullShadow() {
        assertThat(Shadows.zeros((double[]) null)).isNull();
        assertThat(Shadows.zeros((float[]) null)).isNull();
        assertThat(Shadows.zeros((double[][]) null)).isNull();
        assertThat(Shadows.zeros((float[][]) null)).isNull();
        assertThat(Shadows.zeros((double[][][]) null)).isNull();
        assertThat(Shadows.copy((double[]) null)).isNull();
        assertThat(Shadows.copy((double[][]) null)).isNull();
    }

    @Test
    void onlyFloatingPointNumbersHaveZeros() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shadows.zeros(new int[][] {{1}}))
                .withMessage("an array holds a int[]: only arrays of double or float have a shadow of zeros");
    }

    @Test
    void copiesShareNothing() {
        double[] array = {1.0, 2.0};
        double[] copy = Shadows.copy(array);
        assertThat(copy).containsExactly(1.0, 2.0).isNotSameAs(array);
        double[][] rows = jagged();
        double[][] copies = Shadows.copy(rows);
        assertThat(copies).isDeepEqualTo(jagged());
        copies[0][0] = 9.0;
        copies[3] = null;
        assertThat(rows).isDeepEqualTo(jagged());
    }

    @Test
    void copiesOfEveryTypeAndRank() {
        Object[] arrays = {
            new double[] {1.5},
            new float[] {1.5f},
            new long[] {2L},
            new int[] {3},
            new short[] {4},
            new byte[] {5},
            new char[] {'6'},
            new boolean[] {true},
            new int[][] {{1, 2}, null, {}},
            new double[][][] {jagged(), null}
        };
        for (Object array : arrays) {
            Object copy = Shadows.copy(array);
            assertThat(copy).isNotSameAs(array).hasSameClassAs(array);
            assertThat(Arrays.deepEquals(new Object[] {copy}, new Object[] {array}))
                    .isTrue();
        }
        int[][] rows = {{1, 2}};
        Shadows.copy(rows)[0][0] = 9;
        assertThat(rows[0][0]).isEqualTo(1);
    }
}

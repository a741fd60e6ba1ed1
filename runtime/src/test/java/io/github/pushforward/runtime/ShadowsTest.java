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
    void restoringPutsEveryNumberBack() {
        double[] numbers = {9.0, 9.0};
        Shadows.restore(new double[] {1.0, 2.0}, numbers);
        assertThat(numbers).containsExactly(1.0, 2.0);
        double[][] rows = Shadows.copy(jagged());
        double[] first = rows[0];
        first[1] = 9.0;
        Shadows.restore(jagged(), rows);
        assertThat(rows).isDeepEqualTo(jagged());
        assertThat(rows[0]).isSameAs(first);
    }

    @Test
    void everyPrimitiveTypeIsRestored() {
        float[] floats = new float[1];
        long[] longs = new long[1];
        int[] ints = new int[1];
        short[] shorts = new short[1];
        byte[] bytes = new byte[1];
        char[] chars = new char[1];
        boolean[] booleans = new boolean[1];
        Shadows.restore(new float[] {1.5f}, floats);
        Shadows.restore(new long[] {2L}, longs);
        Shadows.restore(new int[] {3}, ints);
        Shadows.restore(new short[] {4}, shorts);
        Shadows.restore(new byte[] {5}, bytes);
        Shadows.restore(new char[] {'6'}, chars);
        Shadows.restore(new boolean[] {true}, booleans);
        assertThat(floats).containsExactly(1.5f);
        assertThat(longs).containsExactly(2L);
        assertThat(ints).containsExactly(3);
        assertThat(shorts).containsExactly((short) 4);
        assertThat(bytes).containsExactly((byte) 5);
        assertThat(chars).containsExactly('6');
        assertThat(booleans).containsExactly(true);
    }

    @Test
    void nullsAreRestoredByNulls() {
        Shadows.restore((double[]) null, null);
        Shadows.restore((double[][]) null, null);
    }

    @Test
    void theShapesMustAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shadows.restore(new double[2], new double[3]))
                .withMessage(
                        "cannot restore an array of length 3 from an array of length 2: both must have the same shape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shadows.restore(jagged(), new double[][] {{0.0, 0.0}, {}, {}, {0.0}}))
                .withMessage("cannot restore an array of length 0 from null: both must have the same shape");
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static double[][] jagged() {
        return new double[][] {{1.0, 2.0}, null, {}, {3.0}};
    }

    @Test
    void sizeIsTheNumberOfNumbers() {
        assertThat(Packing.size(new double[5])).isEqualTo(5);
        assertThat(Packing.size(jagged())).isEqualTo(3);
        assertThat(Packing.size(new double[0])).isZero();
        assertThat(Packing.size((double[]) null)).isZero();
        assertThat(Packing.size((double[][]) null)).isZero();
    }

    @Test
    void moreNumbersThanAnArrayHoldsAreRefused() {
        double[] row = new double[1 << 16];
        double[][] rows = new double[1 << 15][];
        Arrays.fill(rows, row);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Packing.size(rows));
    }

    @Test
    void segmentsFollowEachOther() {
        double[] flat = new double[7];
        int at = Packing.pack(new double[] {10.0, 20.0}, flat, 1);
        assertThat(at).isEqualTo(3);
        at = Packing.pack(jagged(), flat, at);
        assertThat(at).isEqualTo(6);
        assertThat(flat).containsExactly(0.0, 10.0, 20.0, 1.0, 2.0, 3.0, 0.0);
    }

    @Test
    void unpackingIsTheWayBack() {
        double[] flat = {0.0, 10.0, 20.0, 1.0, 2.0, 3.0, 0.0};
        double[] array = new double[2];
        double[][] rows = Shadows.zeros(jagged());
        int at = Packing.unpack(flat, 1, array);
        assertThat(at).isEqualTo(3);
        at = Packing.unpack(flat, at, rows);
        assertThat(at).isEqualTo(6);
        assertThat(array).containsExactly(10.0, 20.0);
        assertThat(rows).isDeepEqualTo(jagged());
    }

    @Test
    void aNullArrayTakesNoRoom() {
        double[] flat = {1.0};
        assertThat(Packing.pack((double[]) null, flat, 1)).isEqualTo(1);
        assertThat(Packing.pack((double[][]) null, flat, 1)).isEqualTo(1);
        assertThat(Packing.unpack(flat, 1, (double[]) null)).isEqualTo(1);
        assertThat(Packing.unpack(flat, 1, (double[][]) null)).isEqualTo(1);
        assertThat(flat).containsExactly(1.0);
    }

    @Test
    void aFlatArrayThatIsTooShortIsRefused() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Packing.pack(new double[3], new double[4], 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Packing.unpack(new double[4], 2, new double[3]));
    }

    @Test
    void arraysOfAnyRankGoThereAndBack() {
        double[][][] cube = {{{1.0, 2.0}, null}, null, {{}, {3.0}}};
        assertThat(Packing.size(cube)).isEqualTo(3);
        double[] flat = new double[5];
        assertThat(Packing.pack(cube, flat, 1)).isEqualTo(4);
        assertThat(flat).containsExactly(0.0, 1.0, 2.0, 3.0, 0.0);
        double[][][] back = Shadows.zeros(cube);
        assertThat(Packing.unpack(flat, 1, back)).isEqualTo(4);
        assertThat(java.util.Arrays.deepEquals(back, cube)).isTrue();
    }

    @Test
    void aTangentMustHaveTheShapeOfItsPrimal() {
        Packing.requireSameShape(new double[2], new double[2], "xTangent");
        Packing.requireSameShape(new double[][] {{1.0}, null}, new double[][] {{0.0}, null}, "xTangent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packing.requireSameShape(new double[2], new double[3], "xTangent"))
                .withMessage("xTangent is of length 3, but its primal is of length 2: give it the shape of its primal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packing.requireSameShape(new double[][] {{1.0}}, new double[][] {null}, "xTangent"))
                .withMessage("xTangent[0] is null, but its primal is of length 1: give it the shape of its primal");
    }

    @Test
    void floatsAreRoundedOnTheirWayBack() {
        float[] array = {0.1f, Float.MIN_VALUE};
        float[][] rows = {{1, 2}, null, {3}};
        float[][][] deep = {{{4}}, null};
        double[] flat = new double[6 + 1];

        int at = Packing.pack(deep, flat, Packing.pack(rows, flat, Packing.pack(array, flat, 1)));

        assertThat(at).isEqualTo(7);
        assertThat(Packing.size(array) + Packing.size(rows) + Packing.size(deep))
                .isEqualTo(6);
        assertThat(flat).containsExactly(0, 0.1f, Float.MIN_VALUE, 1, 2, 3, 4);
        flat[1] = 0.1;
        flat[6] = 1e300;
        float[][] rowsBack = Shadows.zeros(rows);
        float[][][] deepBack = Shadows.zeros(deep);
        float[] back = new float[2];
        assertThat(Packing.unpack(flat, Packing.unpack(flat, Packing.unpack(flat, 1, back), rowsBack), deepBack))
                .isEqualTo(7);
        assertThat(back).isEqualTo(array);
        assertThat(rowsBack).isDeepEqualTo(rows);
        assertThat(deepBack[0][0]).containsExactly(Float.POSITIVE_INFINITY);
    }

    @Test
    void floatsThatDoNotFitChangeNothing() {
        double[] flat = new double[2];
        float[] array = {1, 2, 3};

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Packing.pack(array, flat, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Packing.unpack(flat, 0, array));
        assertThat(flat).containsExactly(0, 0);
        assertThat(array).containsExactly(1, 2, 3);
    }

    @Test
    void shapesOfFloats() {
        Packing.requireSameShape(new float[][] {{1}, null}, new float[][] {{2}, null}, "xTangent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packing.requireSameShape(new float[][] {{1}}, new float[][] {{1, 2}}, "xTangent"))
                .withMessageContaining("xTangent[0] is of length 2");
    }
}

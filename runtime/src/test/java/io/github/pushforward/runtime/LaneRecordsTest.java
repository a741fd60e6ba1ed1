package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What lane passes return, and what they do to arrays whose numbers are interleaved by lane. */
class LaneRecordsTest {

    @Test
    void tangentsAreStoredInTheOrderOfTheLanes() {
        double[] two = new double[2];
        double[] four = new double[4];
        double[] eight = new double[8];

        assertThat(new Dual2(9, 1, 2).store(two)).isEqualTo(9);
        assertThat(new Dual4(9, 1, 2, 3, 4).store(four)).isEqualTo(9);
        assertThat(new Dual8(9, 1, 2, 3, 4, 5, 6, 7, 8).store(eight)).isEqualTo(9);
        assertThat(two).containsExactly(1, 2);
        assertThat(four).containsExactly(1, 2, 3, 4);
        assertThat(eight).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void thoseOfFloatsAsWell() {
        double[] two = new double[2];
        double[] four = new double[4];
        double[] eight = new double[8];

        assertThat(new DualFloat2(9, 1, 2).store(two)).isEqualTo(9);
        assertThat(new DualFloat4(9, 1, 2, 3, 4).store(four)).isEqualTo(9);
        assertThat(new DualFloat8(9, 1, 2, 3, 4, 5, 6, 7, 8).store(eight)).isEqualTo(9);
        assertThat(two).containsExactly(1, 2);
        assertThat(four).containsExactly(1, 2, 3, 4);
        assertThat(eight).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void oneLaneIsFilled() {
        double[] tangents = {0, 1, 2, 3, 4, 5};
        LaneArrays.fill(tangents, 2, 1, 7);
        assertThat(tangents).containsExactly(0, 7, 2, 7, 4, 7);

        float[] floats = {0, 1, 2, 3, 4, 5};
        LaneArrays.fill(floats, 3, 0, 7);
        assertThat(floats).containsExactly(7, 1, 2, 7, 4, 5);
    }

    @Test
    void oneLaneIsFilledInARange() {
        double[] tangents = {0, 1, 2, 3, 4, 5};
        LaneArrays.fill(tangents, 1, 3, 2, 0, 7);
        assertThat(tangents).containsExactly(0, 1, 7, 3, 7, 5);

        float[] floats = {0, 1, 2, 3, 4, 5};
        LaneArrays.fill(floats, 0, 2, 2, 1, 7);
        assertThat(floats).containsExactly(0, 7, 2, 7, 4, 5);
    }

    @Test
    void zerosForSeveralLanesHaveRoomForEach() {
        double[][] rows = {{1, 2}, null, {3}};

        double[][] zeros = Shadows.zeros(rows, 4);

        assertThat(zeros[0]).containsExactly(new double[8]);
        assertThat(zeros[1]).isNull();
        assertThat(zeros[2]).containsExactly(new double[4]);
        assertThat(Shadows.zeros(new float[][][] {{{1, 2}}}, 2)[0][0]).hasSize(4);
    }
}

package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arrays of arrays that find back to what they were. */
class KeptArraysTest {

    @Test
    void rowsComeBackToTheirPlaces() {
        double[][] array = {{1, 2}, null, {3}};
        double[] first = array[0];
        double[] last = array[2];
        KeptArrays kept = KeptArrays.rowsOf(array);
        array[0] = last;
        array[1] = new double[7];
        array[2] = null;
        first[0] = 9;

        kept.restore();

        assertThat(array[0]).isSameAs(first).containsExactly(9, 2);
        assertThat(array[1]).isNull();
        assertThat(array[2]).isSameAs(last);
    }

    @Test
    void numbersComeBackWhereTheyAreKept() {
        float[][][] array = {{{1}, {2, 3}}, {null, {4}}};
        float[][] plane = array[0];
        KeptArrays kept = KeptArrays.of(array);
        array[0] = array[1];
        plane[1][0] = 7;
        plane[0] = plane[1];

        kept.restore();

        assertThat(array[0]).isSameAs(plane);
        assertThat(array).isDeepEqualTo(new float[][][] {{{1}, {2, 3}}, {null, {4}}});
    }

    @Test
    void arraysOfOtherThings() {
        int[][] counts = {{1}, {2}};
        boolean[][] flags = {{true}};
        KeptArrays keptCounts = KeptArrays.of(counts);
        KeptArrays keptFlags = KeptArrays.of(flags);
        counts[1][0]++;
        counts[0] = counts[1];
        flags[0][0] = false;

        keptCounts.restore();
        keptFlags.restore();

        assertThat(counts).isDeepEqualTo(new int[][] {{1}, {2}});
        assertThat(flags).isDeepEqualTo(new boolean[][] {{true}});
    }

    @Test
    void noArray() {
        KeptArrays.rowsOf(null).restore();
        KeptArrays.of(null).restore();
    }
}

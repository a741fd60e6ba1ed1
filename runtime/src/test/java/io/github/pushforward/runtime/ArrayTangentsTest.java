package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sorting of arrays together with their shadows. */
class ArrayTangentsTest {
    private static final double NAN = Double.NaN;

    @Test
    void movesTangentsWithTheirNumbers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < 70; n++) {
            double[] array = random.doubles(n).toArray();
            double[] tangent = Arrays.stream(array).map(x -> 3 * x).toArray();
            double[] expected = array.clone();
            Arrays.sort(expected);

            ArrayTangents.sort(array, tangent);

            assertThat(array).isEqualTo(expected);
            assertThat(tangent)
                    .isEqualTo(Arrays.stream(expected).map(x -> 3 * x).toArray());
        }
    }

    @Test
    void aRangeAlone() {
        double[] array = {9, 3, 1, 2, 0};
        double[] tangent = {90, 30, 10, 20, 0};

        ArrayTangents.sort(array, 1, 4, tangent);

        assertThat(array).containsExactly(9, 1, 2, 3, 0);
        assertThat(tangent).containsExactly(90, 10, 20, 30, 0);
    }

    @Test
    void equalNumbersShareTheMeanOfTheirTangents() {
        double[] array = {2, 1, 2, 1, 2};
        double[] tangent = {3, 5, 6, 5, 0};

        ArrayTangents.sort(array, tangent);

        assertThat(tangent).containsExactly(5, 5, 3, 3, 3);
    }

    @Test
    void zerosAreEqualWhateverTheirSign() {
        double[] array = {0.0, -1, -0.0};
        double[] tangent = {1, 2, 3};

        ArrayTangents.sort(array, tangent);

        assertThat(array).containsExactly(-1, -0.0, 0.0);
        assertThat(tangent).containsExactly(2, 2, 2);
    }

    @Test
    void nanComesLastWithItsTangent() {
        double[] array = {NAN, 2, NAN, 1};
        double[] tangent = {7, 20, 8, 10};

        ArrayTangents.sort(array, tangent);

        assertThat(array).containsExactly(1, 2, NAN, NAN);
        assertThat(tangent).containsExactly(10, 20, 7, 8);
    }

    @Test
    void floats() {
        float[] array = {3, 1, 2, 1};
        float[] tangent = {30, 1, 20, 3};

        ArrayTangents.sort(array, tangent);

        assertThat(array).containsExactly(1, 1, 2, 3);
        assertThat(tangent).containsExactly(2, 2, 20, 30);
        ArrayTangents.sort(array, 2, 4, tangent);
        assertThat(tangent).containsExactly(2, 2, 20, 30);
    }

    @Test
    void failsAsArraysSortDoes() {
        double[] array = {3, 1};
        double[] tangent = {30, 10};

        assertThatThrownBy(() -> ArrayTangents.sort(array, 0, 3, tangent))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ArrayTangents.sort(array, 2, 1, tangent)).isInstanceOf(IllegalArgumentException.class);
        assertThat(array).containsExactly(3, 1);
        assertThat(tangent).containsExactly(30, 10);
    }
}

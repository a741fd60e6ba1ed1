package demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogisticTest {
    /** At zero weights every margin is 0, and the slope of each term −label/2. */
    @Test
    void gradient() {
        double[][] points = {{1, 2}, {3, -4}, {0.5, 8}};
        int[] labels = {1, -1, 1};
        var gradient = LogisticGradient.loss(new double[2], 0, points, labels);

        assertEquals(Math.log(2), gradient.value(), 1e-15);
        assertArrayEquals(new double[] {(-1 + 3 - 0.5) / 6, (-2 - 4 - 8) / 6.0}, gradient.weights(), 1e-15);
        assertEquals((-1 + 1 - 1) / 6.0, gradient.bias(), 1e-15);
    }
}

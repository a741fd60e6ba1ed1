package io.github.pushforward.example.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContourLinesTest {

    @Test
    void theContourOfADistanceIsACircle() {
        List<Line> lines = new ContourLines(Math::hypot, -2, 2, -2, 2, 100).at(1, 50);
        assertThat(lines).as("no point is 50 away").hasSize(1);
        Line circle = lines.get(0);
        double length = 0;
        for (int i = 0; i < circle.x().length; i++) {
            if (i % 3 == 2) {
                assertThat(circle.y()[i]).as("a break behind each piece").isNaN();
            } else {
                assertThat(Math.hypot(circle.x()[i], circle.y()[i])).isCloseTo(1, within(1e-3));
            }
            if (i % 3 == 1) {
                length += Math.hypot(circle.x()[i] - circle.x()[i - 1], circle.y()[i] - circle.y()[i - 1]);
            }
        }
        assertThat(length).isCloseTo(2 * Math.PI, within(1e-2));
    }

    @Test
    void bothPiecesOfASaddleAreThere() {
        Line saddle = new ContourLines((x, y) -> x * y, -1, 1, -1, 1, 1).at(0.5).get(0);
        assertThat(saddle.x()).hasSize(6);
    }
}

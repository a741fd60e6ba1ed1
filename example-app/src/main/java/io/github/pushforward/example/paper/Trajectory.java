package io.github.pushforward.example.paper;

import java.util.function.LongConsumer;

/**
 * Where a descent went.
 *
 * @param steps how many had been made at each point
 * @param values f there
 */
record Trajectory(double[] steps, double[] x, double[] y, double[] values) {

    private static final int POINTS = 1_000;

    /** Follows a descent over {@code steps} steps that {@code advance} makes. */
    static Trajectory of(FunctionDescent descent, LongConsumer advance, long steps) {
        int points = (int) Math.min(POINTS, steps);
        Trajectory trajectory = new Trajectory(
                new double[points + 1], new double[points + 1], new double[points + 1], new double[points + 1]);
        long made = 0;
        trajectory.set(0, 0, descent);
        for (int p = 1; p <= points; p++) {
            long next = steps * p / points;
            advance.accept(next - made);
            made = next;
            trajectory.set(p, made, descent);
        }
        return trajectory;
    }

    private void set(int point, long made, FunctionDescent descent) {
        steps[point] = made;
        x[point] = descent.x();
        y[point] = descent.y();
        values[point] = descent.value();
    }

    double end() {
        return values[values.length - 1];
    }
}

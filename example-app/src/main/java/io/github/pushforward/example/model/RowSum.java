package io.github.pushforward.example.model;

/** The sum of a row. */
final class RowSum {

    private RowSum() {}

    /** In four parts: in one, each addition waits for the one before it. */
    static double of(double[] row) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int b = 0;
        for (; b + 3 < row.length; b += 4) {
            first += row[b];
            second += row[b + 1];
            third += row[b + 2];
            fourth += row[b + 3];
        }
        for (; b < row.length; b++) {
            first += row[b];
        }
        return first + second + (third + fourth);
    }
}

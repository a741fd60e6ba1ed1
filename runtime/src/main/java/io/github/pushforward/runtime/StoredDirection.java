package io.github.pushforward.runtime;

/** A direction in memory. */
record StoredDirection(double[] v) implements DirectionParts {

    @Override
    public void addNext(double factor, double[] sum, int offset, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += factor * v[offset + i];
        }
    }
}

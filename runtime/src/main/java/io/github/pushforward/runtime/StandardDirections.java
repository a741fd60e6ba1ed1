package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The laws that {@link Directions} hands out. They draw on {@link RandomGenerator#nextLong()} alone, because the
 * generator's other methods may and do change from one Java version to the next.
 */
enum StandardDirections implements Directions {
    GAUSSIAN {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            for (int i = 0; i < v.length; i++) {
                v[i] = Ziggurat.next(random);
            }
        }

        @Override
        double varianceOf(int n) {
            return n + 1.0;
        }
    },

    RADEMACHER {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            for (int block = 0; block < v.length; block += Math.min(Long.SIZE, v.length - block)) {
                long bits = random.nextLong();
                int end = block + Math.min(Long.SIZE, v.length - block);
                for (int i = block; i < end; i++) {
                    v[i] = ((bits & 1L) << 1) - 1L;
                    bits >>>= 1;
                }
            }
        }

        @Override
        double varianceOf(int n) {
            return n - 1.0;
        }
    },

    SPHERE {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            double squares;
            do {
                GAUSSIAN.draw(v, random);
                squares = 0.0;
                for (double component : v) {
                    squares += component * component;
                }
            } while (squares == 0.0 && v.length > 0); // the origin has no direction to scale
            double norm = Math.sqrt(squares);
            double radius = Math.sqrt(v.length);
            for (int i = 0; i < v.length; i++) {
                v[i] = v[i] / norm * radius; // in one dimension exactly ±1
            }
        }

        @Override
        double varianceOf(int n) {
            return n - 1.0;
        }
    },

    COORDINATE {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            if (v.length > 0) {
                Arrays.fill(v, 0.0);
                v[index(v.length, random)] = Math.sqrt(v.length);
            }
        }

        /** Uniform in 0 … n − 1: draws from the last, incomplete run of n numbers are rejected. */
        private int index(int n, RandomGenerator random) {
            long bits;
            long index;
            do {
                bits = random.nextLong() >>> 1;
                index = bits % n;
            } while (bits - index + (n - 1) < 0L);
            return (int) index;
        }

        @Override
        double varianceOf(int n) {
            return n - 1.0;
        }
    };

    /** The relative variance in {@code n} > 0 dimensions. */
    abstract double varianceOf(int n);

    @Override
    public final double relativeVariance(int dimension) {
        if (dimension < 0) {
            throw new IllegalArgumentException("dimension is " + dimension + ": pass the number of inputs, 0 or more");
        }
        return dimension == 0 ? 0.0 : varianceOf(dimension);
    }

    @Override
    public String toString() {
        return "Directions." + name().toLowerCase(Locale.ROOT) + "()";
    }
}

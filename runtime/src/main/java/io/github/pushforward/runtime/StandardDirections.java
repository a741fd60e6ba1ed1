package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The laws that {@link Directions} hands out. They draw on {@link RandomGenerator#nextLong()} alone, because the
 * generator's other methods may and do change from one Java version to the next.
 *
 * <p>All but the orthonormal law can also draw a direction part after part, so that nobody needs to hold the whole of it:
 * {@link #prepare} once, then {@link #part} for parts that follow each other. Parts begin at multiples of 64, because the
 * signs of Rademacher come 64 at a time. The components have the same bits as those of {@link #draw(double[],
 * RandomGenerator)} from the same state of the generator.
 */
enum StandardDirections implements Directions {
    GAUSSIAN {
        @Override
        void part(double[] part, int offset, int length, int n, double prepared, RandomGenerator random) {
            for (int i = 0; i < length; i++) {
                part[i] = Ziggurat.next(random);
            }
        }

        @Override
        double varianceOf(int n) {
            return n + 1.0;
        }
    },

    RADEMACHER {
        @Override
        void part(double[] part, int offset, int length, int n, double prepared, RandomGenerator random) {
            for (int block = 0; block < length; block += Math.min(Long.SIZE, length - block)) {
                long bits = random.nextLong();
                int end = block + Math.min(Long.SIZE, length - block);
                for (int i = block; i < end; i++) {
                    part[i] = ((bits & 1L) << 1) - 1L;
                    bits >>>= 1;
                }
            }
        }
    },

    SPHERE {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            double squares;
            do {
                GAUSSIAN.draw(v, random);
                squares = OrthogonalFrame.squares(v);
            } while (squares == 0.0 && v.length > 0); // the origin has no direction to scale
            OrthogonalFrame.scaleToRootN(v, squares);
        }

        /** The norm of the Gaussian direction, which is drawn for it, and once more for its parts. */
        @Override
        double prepare(int n, SplitMix random) {
            long start;
            double squares;
            do {
                start = random.state();
                squares = 0.0;
                for (int i = 0; i < n; i++) {
                    double component = Ziggurat.next(random);
                    squares += component * component;
                }
            } while (squares == 0.0 && n > 0);
            random.restart(start);
            return Math.sqrt(squares);
        }

        @Override
        void part(double[] part, int offset, int length, int n, double prepared, RandomGenerator random) {
            double radius = Math.sqrt(n);
            for (int i = 0; i < length; i++) {
                part[i] = Ziggurat.next(random) / prepared * radius;
            }
        }
    },

    COORDINATE {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            if (v.length > 0) {
                part(v, 0, v.length, v.length, index(v.length, random), random);
            }
        }

        /** The index of the component that is not 0. */
        @Override
        double prepare(int n, SplitMix random) {
            return n == 0 ? 0.0 : index(n, random);
        }

        @Override
        void part(double[] part, int offset, int length, int n, double prepared, RandomGenerator random) {
            Arrays.fill(part, 0, length, 0.0);
            int index = (int) prepared - offset;
            if (index >= 0 && index < length) {
                part[index] = Math.sqrt(n);
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
    },

    ORTHONORMAL {
        @Override
        public void draw(double[] v, RandomGenerator random) {
            SPHERE.draw(v, random);
        }

        @Override
        public void draw(double[][] directions, RandomGenerator random) {
            OrthogonalFrame.draw(directions, random);
        }

        @Override
        public boolean independent() {
            return false;
        }

        @Override
        public double relativeVariance(int dimension, int samples) {
            Arguments.requireSamples(samples);
            requireDimension(dimension);
            OrthogonalFrame.requireFits(samples, dimension);
            return dimension == 0 ? 0.0 : (double) (dimension - samples) / samples;
        }

        @Override
        void part(double[] part, int offset, int length, int n, double prepared, RandomGenerator random) {
            throw new IllegalStateException("orthonormal directions depend on each other: draw all of them at once");
        }
    };

    /**
     * What parts of a direction need to know of the whole: nothing, unless overridden. Leaves the generator where the first
     * part begins.
     */
    double prepare(int n, SplitMix random) {
        return 0.0;
    }

    /**
     * Overwrites the first {@code length} elements of {@code part} with the components from {@code offset} on of a
     * direction in n dimensions; parts are drawn in order, and {@code offset} is a multiple of 64.
     */
    abstract void part(double[] part, int offset, int length, int n, double prepared, RandomGenerator random);

    @Override
    public void draw(double[] v, RandomGenerator random) {
        part(v, 0, v.length, v.length, 0.0, random);
    }

    /** The relative variance in {@code n} > 0 dimensions: n − 1 where ‖v‖² = n always. */
    double varianceOf(int n) {
        return n - 1.0;
    }

    @Override
    public final double relativeVariance(int dimension) {
        requireDimension(dimension);
        return dimension == 0 ? 0.0 : varianceOf(dimension);
    }

    private static void requireDimension(int dimension) {
        if (dimension < 0) {
            throw new IllegalArgumentException("dimension is " + dimension + ": pass the number of inputs, 0 or more");
        }
    }

    @Override
    public String toString() {
        return "Directions." + name().toLowerCase(Locale.ROOT) + "()";
    }
}

package io.github.pushforward.runtime;

/** Checks of arguments that several classes share, with messages that say what to pass instead. */
final class Arguments {

    private Arguments() {}

    /** Throws unless {@code array} has the dimension of the function that it goes with. */
    static void requireLength(String name, double[] array, int dimension) {
        if (array.length != dimension) {
            throw new IllegalArgumentException(name + " has length " + array.length
                    + ", but the function has dimension " + dimension + ": pass an array of length " + dimension);
        }
    }

    /** Throws where what is written between passes is an array that the next pass reads. */
    static void requireApart(String written, double[] array, String read, double[] other) {
        if (array == other && array.length > 0) {
            throw new IllegalArgumentException(
                    written + " is the array " + read + ", which every pass still reads: pass an array of its own");
        }
    }

    /** Throws unless there is room for the derivative along each direction. */
    static void requireDerivatives(double[] derivatives, int directions) {
        if (derivatives.length != directions) {
            throw new IllegalArgumentException("derivatives has length " + derivatives.length + ", but there are "
                    + directions + " directions: pass an array of length " + directions);
        }
    }

    /** Throws unless at least one direction is to be drawn for an estimate. */
    static int requireSamples(int samples) {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "samples is " + samples + ": a forward gradient needs at least one direction, pass 1 or more");
        }
        return samples;
    }

    /** Throws unless a tolerance for relative errors is positive and finite. */
    static void requireTolerance(double tolerance) {
        if (!(tolerance > 0.0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "tolerance is " + tolerance + ": it must be positive and finite, 1e-6 for example");
        }
    }
}

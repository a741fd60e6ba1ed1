package io.github.pushforward.runtime;

/**
 * What flat views of functions and of mappings have in common: the point they start from, and the filling of inputs and
 * tangents before every run, so that none sees what an earlier one wrote into its arrays. What the methods throw comes out as
 * it is, checked exceptions included.
 */
abstract class FlatView {
    private final double[] start;
    /** All zeros between passes. */
    private final double[] unit;

    FlatView(double[] start) {
        this.start = start;
        this.unit = new double[start.length];
    }

    /** Fills the inputs of the next run. */
    protected abstract void enter(double[] point);

    /** Fills the tangents of the next pass. */
    protected abstract void direct(double[] direction);

    /** The packed values that the view was made from, as a fresh array. */
    public final double[] start() {
        return start.clone();
    }

    final int inputs() {
        return start.length;
    }

    final void enterStart() {
        enter(start);
    }

    final void enterAlong(double[] point, double[] direction) {
        enter(point);
        direct(direction);
    }

    /** Fills the inputs, and the tangents with the unit direction of one input. */
    final void enterAlong(double[] point, int input) {
        unit[input] = 1;
        try {
            enterAlong(point, unit);
        } finally {
            unit[input] = 0;
        }
    }

    final void enterStartAlong(int input) {
        enterAlong(start, input);
    }

    /** Throws what a method threw, a checked exception too, which the interfaces of views cannot declare. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException unchanged(Throwable thrown) throws T {
        throw (T) thrown;
    }

    final void requireInputs(String name, double[] array) {
        if (array.length != start.length) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", but the function has "
                    + start.length + " inputs: pass one value for each");
        }
    }
}

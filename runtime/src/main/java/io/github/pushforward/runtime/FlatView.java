package io.github.pushforward.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What flat views of functions and of mappings have in common: the point they start from, and the filling of inputs and
 * tangents before every run, so that none sees what an earlier one wrote into its arrays. What the methods throw comes out as
 * it is, checked exceptions included.
 */
abstract class FlatView {
    private final double[] start;
    /** All zeros between passes. */
    private final double[] unit;

    private final boolean keepsInputs;
    /** The point that the inputs are at; null where that is not known. */
    private double @Nullable [] entered;

    private final FlatReader reader = new FlatReader();

    /** @param keepsInputs whether runs leave the inputs as they are, which are at {@code start} now */
    FlatView(double[] start, boolean keepsInputs) {
        this.start = start;
        this.unit = new double[start.length];
        this.keepsInputs = keepsInputs;
        this.entered = keepsInputs ? start : null;
    }

    /** Fills the inputs of the next run. */
    protected abstract void enter(double[] point);

    /** Fills the tangents of the next pass. */
    protected abstract void direct(double[] direction);

    /** The packed values that the view was made from, as a fresh array. */
    public final double[] start() {
        return start.clone();
    }

    /**
     * Reads objects from a flat array; there is one reader, which begins anew. Where inputs are made from their originals before
     * every pass, those that never change are the originals themselves at the start.
     */
    protected final FlatReader reader(double[] flat) {
        return reader.reset(flat, !keepsInputs && Arrays.equals(flat, start));
    }

    /** Enters a point, unless the inputs are there already. */
    final void move(double[] point) {
        if (!keepsInputs) {
            enter(point);
        } else if (entered == null || !Arrays.equals(point, entered)) {
            double[] room = entered == null || entered == start ? new double[start.length] : entered;
            entered = null; // in case that the constructors of inputs throw
            enter(point);
            System.arraycopy(point, 0, room, 0, room.length);
            entered = room;
        }
    }

    final int inputs() {
        return start.length;
    }

    final void enterStart() {
        move(start);
    }

    final void enterAlong(double[] point, double[] direction) {
        move(point);
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

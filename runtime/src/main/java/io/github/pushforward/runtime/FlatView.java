package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What flat views of functions and of mappings have in common: the point they start from, and the filling of inputs and
 * tangents before every run, so that none sees what an earlier one wrote into its arrays. What the methods throw comes out as
 * it is, checked exceptions included.
 */
abstract class FlatView {
    private static final int ANY = -1;

    private final double[] start;
    /** All zeros between passes. */
    private final double[] unit;

    private final boolean keepsInputs;
    /** The point that the inputs are at; null where that is not known. */
    private double @Nullable [] entered;

    private final FlatReader reader = new FlatReader();
    /** The directions of the last lane pass, interleaved by lane. */
    private double[] lanes = {};
    /** What passes with rows read; null before the first. */
    private @Nullable Rows rows;

    /** The first of the unit directions that are all that is in {@link #lanes}; {@link #ANY} where others are. */
    private int firstUnit;

    /** @param keepsInputs whether runs leave the inputs as they are, which are at {@code start} now */
    FlatView(double[] start, boolean keepsInputs) {
        this.start = start;
        this.unit = new double[start.length];
        this.keepsInputs = keepsInputs;
        this.entered = keepsInputs ? start : null;
    }

    /**
     * Fills the inputs of the next run.
     *
     * @param point the packed values
     */
    protected abstract void enter(double[] point);

    /**
     * Fills the tangents of the next pass.
     *
     * @param direction the packed tangents
     */
    protected abstract void direct(double[] direction);

    /** {@return the number W of directions that a lane pass takes; 1 where there is none} */
    protected int lanes() {
        return 1;
    }

    /**
     * Fills the tangents of the next lane pass.
     *
     * @param directions interleaved by lane: component i of the direction of lane l is at {@code W·i + l}; they stay as they are until the
     *     next lane pass, and must
     */
    protected void directLanes(double[] directions) {
        throw new IllegalStateException("the view has no lane pass");
    }

    /** {@return whether there is a form with rows, for passes along many directions} */
    protected boolean hasRows() {
        return false;
    }

    /**
     * Takes the rows of the tangents of the passes to come.
     *
     * @param directions a row for each input, with a number for each direction; others are written to them before every pass
     * @param lanes how many numbers are in a row
     */
    protected void directRows(double[][] directions, int lanes) {
        throw new IllegalStateException("the view has no rows");
    }

    /** {@return the packed values that the view was made from, as a fresh array} */
    public final double[] start() {
        return start.clone();
    }

    /**
     * Reads objects from a flat array; there is one reader, which begins anew. Where inputs are made from their originals before
     * every pass, those that never change are the originals themselves at the start.
     *
     * @param flat the packed numbers
     * @return the reader, at the beginning
     */
    protected final FlatReader reader(double[] flat) {
        return reader.reset(flat, !keepsInputs && Arrays.equals(flat, start));
    }

    /**
     * Reads the tangents of a lane pass from directions that are interleaved by lane; it is the same reader, which begins anew.
     *
     * @param directions the packed tangents of all lanes, interleaved
     * @return the reader, at the beginning
     */
    protected final FlatReader laneReader(double[] directions) {
        return reader.reset(directions, lanes());
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

    final void enterAlong(double[] point, double[] direction) {
        move(point);
        direct(direction);
    }

    /**
     * Fills the inputs, and the tangents of a pass.
     *
     * @param directions null for the unit directions of the inputs
     * @param k which of the directions
     */
    final void enterAlong(double[] point, double @Nullable [][] directions, int k) {
        if (directions != null) {
            enterAlong(point, directions[k]);
            return;
        }
        unit[k] = 1;
        try {
            enterAlong(point, unit);
        } finally {
            unit[k] = 0;
        }
    }

    /**
     * Fills the inputs, and the tangents of a lane pass, with zeros in the lanes left over.
     *
     * @param directions null for the unit directions of the inputs
     * @param first which of the directions is that of the first lane
     * @param used the number of lanes with directions
     */
    final void enterLanes(double[] point, double @Nullable [][] directions, int first, int used) {
        double[] room = roomForLanes();
        clear(room);
        firstUnit = directions == null ? first : ANY;
        for (int lane = 0; lane < used; lane++) {
            interleave(directions, first + lane, lane, room);
        }
        move(point);
        directLanes(room);
    }

    private void interleave(double @Nullable [][] directions, int k, int lane, double[] room) {
        int width = lanes();
        if (directions == null) {
            room[width * k + lane] = 1;
            return;
        }
        double[] direction = directions[k];
        for (int i = 0; i < direction.length; i++) {
            room[width * i + lane] = direction[i];
        }
    }

    /** Fills with zeros, in next to no time where there are only unit directions. */
    private void clear(double[] room) {
        if (firstUnit == ANY) {
            Arrays.fill(room, 0);
            return;
        }
        int width = lanes();
        for (int lane = 0; lane < width && firstUnit + lane < start.length; lane++) {
            room[width * (firstUnit + lane) + lane] = 0;
        }
    }

    /** How many of the directions that are left the next pass takes: as many as there are lanes, or fit into rows, or one. */
    final int nextPass(int left) {
        if (left < Rows.LEAST || !hasRows() || !Rows.fit(start.length)) {
            return Math.min(left, lanes());
        }
        if (rows == null || rows.areTooShort(left)) {
            rows = new Rows(start.length, left);
            directRows(rows.directions(), rows.length());
        }
        return Math.min(left, rows.length());
    }

    /** Whether a pass along so many directions is one with rows. */
    final boolean isOfRows(int count) {
        return count > lanes() && count > 1;
    }

    /** The number of directions that a pass with rows takes. */
    final int rowLength() {
        return Objects.requireNonNull(rows).length();
    }

    /** Fills the inputs, and the rows of a pass, with zeros for directions left over. */
    final void enterRows(double[] point, double @Nullable [][] directions, int first, int used) {
        Objects.requireNonNull(rows).fill(directions, first, used);
        move(point);
    }

    private double[] roomForLanes() {
        int size = Math.multiplyExact(lanes(), start.length);
        if (lanes.length != size) {
            lanes = new double[size];
        }
        return lanes;
    }

    final double[] origin() {
        return start;
    }

    final void requireDirections(double[][] directions) {
        for (int k = 0; k < directions.length; k++) {
            if (directions[k].length != start.length) {
                throw new IllegalArgumentException("directions[" + k + "] has length " + directions[k].length
                        + ", but the function has " + start.length + " inputs: pass one value for each");
            }
        }
    }

    /** Throws what a method threw, a checked exception too, which the interfaces of views cannot declare. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException unchanged(Throwable thrown) throws T {
        throw (T) thrown;
    }

    final void requireInputs(String name, double @Nullable [] array) {
        if (array == null) {
            throw new IllegalArgumentException(
                    name + " is null, but the function has " + start.length + " inputs: pass one value for each");
        }
        if (array.length != start.length) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", but the function has "
                    + start.length + " inputs: pass one value for each");
        }
    }
}

package io.github.pushforward.runtime;

/** A tangent does not have the shape of its primal; the message names the part, and gains the names around it on the way out. */
final class ShapeMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final String problem;

    ShapeMismatch(String path, String problem) {
        super(path + problem);
        this.path = path;
        this.problem = problem;
    }

    /** The same mismatch, seen from outside of a part of this name. */
    ShapeMismatch in(String name) {
        if (name.isEmpty()) {
            return this;
        }
        boolean isElement = path.isEmpty() || path.startsWith("[");
        return new ShapeMismatch(name + (isElement ? path : "." + path), problem);
    }

    static ShapeMismatch of(String name, String tangent, String primal) {
        return new ShapeMismatch(
                name, " is " + tangent + ", but its primal is " + primal + ": give it the shape of its primal");
    }

    static void requireLength(int primal, int tangent) {
        if (primal != tangent) {
            throw of("", "of length " + tangent, "of length " + primal);
        }
    }
}

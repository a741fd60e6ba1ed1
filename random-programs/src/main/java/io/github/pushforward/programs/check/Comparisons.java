package io.github.pushforward.programs.check;

/** What is compared. */
public enum Comparisons {
    ORIGINAL("interpreter against the original, values and exceptions"),
    VALUE("tangent method against the original, values and exceptions"),
    TANGENT("tangents against the interpreter"),
    DIFFERENCE("interpreter against central differences"),
    LINEAR("tangents along a sum of directions"),
    GRADIENT("gradient against one-direction passes, bit for bit"),
    JACOBIAN("Jacobian against one-direction passes, bit for bit"),
    SPARSE("sparse Jacobian against the dense one"),
    HESSIAN("Hessian product against differences of the gradient"),
    SYMMETRY("symmetry of second derivatives"),
    ABSENT("methods whose gradient may be absent");

    private final String title;

    Comparisons(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}

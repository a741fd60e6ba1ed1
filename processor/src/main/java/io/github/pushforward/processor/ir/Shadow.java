package io.github.pushforward.processor.ir;

/** Whether a field has a tangent, and how that is read from the tangent of its object. */
public enum Shadow {
    /** The field is a constant. */
    NONE,
    /** The tangent is an object with a field of the same name. */
    FIELD,
    /** The tangent is a record with a component of the same name. */
    COMPONENT
}

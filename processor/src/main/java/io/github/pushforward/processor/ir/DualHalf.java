package io.github.pushforward.processor.ir;

/** The halves of a dual, named as the accessors of the runtime's records are. */
public enum DualHalf {
    VALUE,
    TANGENT
}

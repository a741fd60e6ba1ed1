package io.github.pushforward.programs.tree;

/** What the library does with arrays as a whole. */
public enum ArrayFunction {
    CLONE,
    COPY_OF,
    COPY_OF_RANGE,
    FILL,
    ARRAYCOPY,
    SORT
}

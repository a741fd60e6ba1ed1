package io.github.pushforward.processor.differentiate;

/** A tangent method has no lane form: it takes one direction a pass. */
final class NoLanes extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoLanes(String reason) {
        super(reason, null, false, false); // thrown for ordinary methods: without the cost of a stack trace
    }
}

package io.github.pushforward.processor.ir;

/**
 * Where in the source something stands. The origin belongs to the reader of source files, which alone looks inside.
 *
 * <p>All spans are equal to each other, so that two expressions which say the same thing are equal wherever they stand.
 */
public final class Span {
    /** The place of what no source file says. */
    public static final Span NONE = new Span("generated");

    private final Object origin;

    public Span(Object origin) {
        this.origin = origin;
    }

    public Object origin() {
        return origin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return Span.class.hashCode();
    }

    @Override
    public String toString() {
        return "Span";
    }
}

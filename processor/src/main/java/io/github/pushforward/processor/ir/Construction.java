package io.github.pushforward.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the tangent of a new object comes about.
 *
 * @param parts the parts of the tangent, in order; none where there is a body
 * @param body the constructor as a method that gives the tangent, where its parts are not the tangents of arguments
 */
public record Construction(List<Part> parts, @Nullable Callee body) {
    /** No argument has to do with the part: its tangent is zero, or {@code null}. */
    public static final int ZERO = -1;

    /**
     * A part of an object that has a tangent.
     *
     * @param argument the index of the argument that the constructor puts there, or {@link #ZERO}
     */
    public record Part(int argument, Type type) {}

    /** Of an object that carries no derivative. */
    public static final Construction CONSTANT = new Construction(List.of(), null);

    public Construction {
        parts = List.copyOf(parts);
    }

    /** Whether the object keeps the tangent of an argument. */
    public boolean keeps(int argument) {
        return body != null || parts.stream().anyMatch(part -> part.argument() == argument);
    }
}

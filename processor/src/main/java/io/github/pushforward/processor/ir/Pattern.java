package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an object is matched against. */
public sealed interface Pattern {

    /** The variables that a match declares. */
    Stream<Local> variables();

    /** Those that are bound to what may be active in an object of an active class. */
    default Stream<Local> activeVariables() {
        return variables();
    }

    /**
     * {@code Type name}.
     *
     * @param variable nothing for {@code _}
     * @param isInferred whether the source says {@code var}
     */
    record Binding(Type type, @Nullable Local variable, boolean isInferred) implements Pattern {
        @Override
        public Stream<Local> variables() {
            return Stream.ofNullable(variable);
        }
    }

    /** {@code _} without a type. */
    record Any() implements Pattern {
        @Override
        public Stream<Local> variables() {
            return Stream.of();
        }
    }

    /**
     * {@code Record(components)}.
     *
     * @param parts for each component, how it is read from a record
     */
    record Deconstruction(ClassType type, List<Pattern> components, List<Part> parts) implements Pattern {
        public Deconstruction {
            components = List.copyOf(components);
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Local> activeVariables() {
            return IntStream.range(0, parts.size())
                    .filter(i -> parts.get(i).shadow() != Shadow.NONE)
                    .mapToObj(components::get)
                    .flatMap(Pattern::activeVariables);
        }

        /** A component of a record. */
        public record Part(String name, Type type, Shadow shadow) {}

        @Override
        public Stream<Local> variables() {
            return components.stream().flatMap(Pattern::variables);
        }
    }
}

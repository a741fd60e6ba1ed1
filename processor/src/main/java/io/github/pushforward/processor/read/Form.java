package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a method is made for, and thereby its parameters: in place of a known function it takes what that captures.
 *
 * @param object the object that it is a method of, where that is a known function; what it captures comes first
 * @param receiver the type of the object that it is a method of, where that is none; then that object comes first
 * @param parameters the types of the declared parameters
 * @param functions for each of them the function that is always passed for it, if one is
 * @param values what else the call passes for them, {@code null} for functions
 * @param thrown the exceptions that the caller is prepared for
 */
record Form(
        @Nullable Closure object,
        @Nullable Type receiver,
        List<Type> parameters,
        List<Optional<Closure>> functions,
        List<@Nullable Expr> values,
        List<Type> thrown) {

    /** Without functions as arguments. */
    static Form ofObject(@Nullable Closure object, List<Type> parameters, List<Expr> values, List<Type> thrown) {
        return new Form(
                object,
                null,
                parameters,
                parameters.stream().map(type -> Optional.<Closure>empty()).toList(),
                values,
                thrown);
    }

    /** The types of all parameters. */
    List<Type> types() {
        List<Type> types = new ArrayList<>();
        if (object != null) {
            object.captured().forEach(local -> types.add(local.type()));
        }
        if (receiver != null) {
            types.add(receiver);
        }
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i);
            functions
                    .get(i)
                    .ifPresentOrElse(
                            function -> function.captured().forEach(local -> types.add(local.type())),
                            () -> types.add(type));
        }
        return types;
    }

    /**
     * The arguments of a call.
     *
     * @param self the object that the method is called on
     */
    List<Expr> arguments(@Nullable Expr self) {
        List<Expr> arguments = new ArrayList<>();
        if (object != null) {
            object.captured().stream().map(Local::read).forEach(arguments::add);
        }
        if (receiver != null) {
            arguments.add(self);
        }
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            functions
                    .get(i)
                    .ifPresentOrElse(
                            function -> function.captured().stream()
                                    .map(Local::read)
                                    .forEach(arguments::add),
                            () -> arguments.add(value));
        }
        return arguments;
    }

    private Stream<Closure> closures() {
        return Stream.concat(Stream.ofNullable(object), functions.stream().flatMap(Optional::stream));
    }

    /** How many functions contain each other where the method is made for them. */
    int depth() {
        return closures().mapToInt(closure -> closure.code().depth()).max().orElse(0);
    }

    /** What tells it apart from other forms of the method. */
    String description() {
        String passed = functions.stream()
                .map(function -> function.map(closure -> closure.code().id() + ":" + closure.seenAs())
                        .orElse("-"))
                .collect(Collectors.joining(","));
        return (object == null ? "" : object.code().id()) + "(" + passed + ")" + thrown;
    }
}

package io.github.pushforward.programs.interpret;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that a variable of a program holds. */
@FunctionalInterface
interface FunctionValue {

    /** The result for arguments of the types of the parameters. */
    @Nullable
    Object apply(List<? extends @Nullable Object> arguments);
}

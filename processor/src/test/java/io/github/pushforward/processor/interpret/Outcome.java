package io.github.pushforward.processor.interpret;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call did.
 *
 * @param thrown the class of the exception that ended it
 * @param arguments as it left them
 */
record Outcome(@Nullable Object result, @Nullable Class<?> thrown, List<? extends @Nullable Object> arguments) {

    static Outcome of(Supplier<@Nullable Object> call, List<? extends @Nullable Object> arguments) {
        try {
            return new Outcome(call.get(), null, arguments);
        } catch (BrokenIr broken) {
            throw broken;
        } catch (Exception | AssertionError | StackOverflowError thrown) {
            return new Outcome(null, thrown.getClass(), arguments);
        }
    }
}

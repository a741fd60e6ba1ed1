package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Completion;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import java.util.Set;

/**
 * Where a method goes on after an index or a length that is wrong. In interleaved arrays it is another number: the exception's text
 * differs, and {@code 4 * i} may wrap around to an index that there is, so that a pass of several lanes goes on with something else. Where
 * such an exception leaves the method, nothing is lost: views take the directions one by one then.
 */
final class CaughtIndices {
    /** What accesses to arrays and the library's methods for them throw, and what is above it. */
    private static final Set<ClassType> THROWN = Set.of(
            ClassType.of("java.lang", "ArrayIndexOutOfBoundsException"),
            ClassType.of("java.lang", "IndexOutOfBoundsException"),
            ClassType.of("java.lang", "NegativeArraySizeException"),
            ClassType.of("java.lang", "IllegalArgumentException"),
            ClassType.of("java.lang", "RuntimeException"),
            ClassType.of("java.lang", "Exception"),
            ClassType.of("java.lang", "OutOfMemoryError"),
            ClassType.of("java.lang", "VirtualMachineError"),
            ClassType.of("java.lang", "Error"),
            ClassType.of("java.lang", "Throwable"));

    private CaughtIndices() {}

    /** Whether a statement may keep such an exception from leaving the method. */
    static boolean in(Stmt statement) {
        return statement instanceof Try attempt
                && (attempt.catches().stream().anyMatch(CaughtIndices::catches)
                        || (attempt.last() != null && !Completion.completes(attempt.last())));
    }

    private static boolean catches(Try.Catch handler) {
        return handler.types().stream().anyMatch(CaughtIndices::isThrown);
    }

    private static boolean isThrown(Type type) {
        return type instanceof ClassType caught && THROWN.contains(caught);
    }
}

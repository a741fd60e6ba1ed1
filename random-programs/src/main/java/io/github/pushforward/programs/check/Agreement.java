package io.github.pushforward.programs.check;

import io.github.pushforward.programs.interpret.ArrayValue;
import io.github.pushforward.programs.interpret.ObjectValue;
import io.github.pushforward.programs.interpret.Real;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Type;
import java.lang.reflect.Array;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares values of compiled programs, and tangents, with those of the interpreter. */
final class Agreement {
    private final Tally tally;

    Agreement(Tally tally) {
        this.tally = tally;
    }

    /** What differs in the value: bits, lengths, nulls. */
    Optional<String> ofValue(String path, Type type, @Nullable Object expected, @Nullable Object actual)
            throws ReflectiveOperationException {
        if (expected == null || actual == null) {
            return expected == actual ? Optional.empty() : difference(path, expected, actual);
        }
        if (expected instanceof ArrayValue array) {
            if (Array.getLength(actual) != array.length()) {
                return difference(path + ".length", array.length(), Array.getLength(actual));
            }
            for (int i = 0; i < array.length(); i++) {
                var found = ofValue(path + "[" + i + "]", array.type().element(), array.get(i), Array.get(actual, i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (expected instanceof ObjectValue object) {
            for (Method.Parameter field : object.definition().fields()) {
                var found = ofValue(
                        path + "." + field.name(),
                        field.type(),
                        object.get(field.name()),
                        JavaValues.read(actual, field.name()));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (expected instanceof Real real) {
            double number = ((Number) actual).doubleValue();
            return Double.doubleToLongBits(real.value()) == Double.doubleToLongBits(number)
                    ? Optional.empty()
                    : difference(path, real.value(), number);
        }
        return expected.equals(actual) ? Optional.empty() : difference(path, expected, actual);
    }

    private static Optional<String> difference(String path, @Nullable Object expected, @Nullable Object actual) {
        return Optional.of(path + ": expected " + expected + ", but was " + actual);
    }

    /** What differs in the tangent by more than rounding explains. */
    Optional<String> ofTangent(String path, @Nullable Object expected, @Nullable Object tangent)
            throws ReflectiveOperationException {
        if (expected == null) {
            return tangent == null ? Optional.empty() : difference(path, null, tangent);
        }
        if (tangent == null) {
            return difference(path, "a tangent", null);
        }
        if (expected instanceof ArrayValue array) {
            if (!array.type().isReal()) {
                return Optional.empty();
            }
            if (Array.getLength(tangent) != array.length()) {
                return difference(path + ".length", array.length(), Array.getLength(tangent));
            }
            for (int i = 0; i < array.length(); i++) {
                var found = ofTangent(path + "[" + i + "]", array.get(i), Array.get(tangent, i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (expected instanceof ObjectValue object) {
            for (Method.Parameter field : object.definition().fields()) {
                if (field.isActive()) {
                    var found = ofTangent(
                            path + "." + field.name(),
                            object.get(field.name()),
                            JavaValues.read(tangent, field.name()));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
        return ofNumber(path, (Real) expected, ((Number) tangent).doubleValue());
    }

    private Optional<String> ofNumber(String path, Real expected, double actual) {
        if (!expected.isComparable()) {
            tally.skipped(Comparisons.TANGENT);
            return Optional.empty();
        }
        if (expected.error() > 1e-3 * (1 + Math.abs(expected.tangent()))) {
            tally.skipped(Comparisons.TANGENT); // it says little
        } else {
            tally.made(Comparisons.TANGENT);
        }
        return Math.abs(actual - expected.tangent()) <= expected.error()
                ? Optional.empty()
                : difference(path + " (tangent)", expected.tangent() + " ± " + expected.error(), actual);
    }
}

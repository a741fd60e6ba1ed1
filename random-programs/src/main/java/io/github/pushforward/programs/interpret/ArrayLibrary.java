package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code java.util.Arrays} and {@code System.arraycopy} do, with their exceptions. */
final class ArrayLibrary {
    private final Interpreter interpreter;

    ArrayLibrary(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The result of a call, whose arguments have their own types. */
    @Nullable
    Object apply(Expr.ArrayCall call, List<@Nullable Object> arguments) {
        if (arguments.get(0) == null) {
            throw new Thrown("NullPointerException", null);
        }
        ArrayValue array = (ArrayValue) arguments.get(0);
        switch (call.function()) {
            case CLONE:
                return array.copy(0, array.length());
            case COPY_OF:
                return array.copy(0, (Integer) Objects.requireNonNull(arguments.get(1)));
            case COPY_OF_RANGE:
                return range(array, integer(arguments, 1), integer(arguments, 2));
            case FILL:
                Type type = call.arguments().get(1).type();
                Object value = interpreter
                        .arithmetic()
                        .convert(arguments.get(1), type, array.type().element());
                Arrays.fill(array.elements(), value);
                return null;
            case ARRAYCOPY:
                copy(array, integer(arguments, 1), arguments.get(2), integer(arguments, 3), integer(arguments, 4));
                return null;
            default:
                sort(array);
                return null;
        }
    }

    private static int integer(List<@Nullable Object> arguments, int index) {
        return (Integer) Objects.requireNonNull(arguments.get(index));
    }

    private static ArrayValue range(ArrayValue array, int from, int to) {
        if (to < from) {
            throw new Thrown("IllegalArgumentException", from + " > " + to);
        }
        if (from < 0 || from > array.length()) {
            throw new Thrown("ArrayIndexOutOfBoundsException", null);
        }
        return array.copy(from, to);
    }

    private static void copy(ArrayValue source, int from, @Nullable Object target, int to, int length) {
        if (target == null) {
            throw new Thrown("NullPointerException", null);
        }
        ArrayValue into = (ArrayValue) target;
        boolean isInside =
                from >= 0 && to >= 0 && length >= 0 && from + length <= source.length() && to + length <= into.length();
        if (!isInside) {
            throw new Thrown("ArrayIndexOutOfBoundsException", null);
        }
        System.arraycopy(source.elements(), from, into.elements(), to, length);
    }

    /** Equal numbers get the mean of their tangents. */
    private void sort(ArrayValue array) {
        List<Object> sorted = new ArrayList<>(Arrays.asList(array.elements()));
        if (!array.type().isReal()) {
            sorted.sort(Comparator.comparingLong(element -> ((Number) element).longValue()));
        } else {
            sorted.sort(Comparator.comparingDouble(element -> ((Real) element).value()));
            ties(sorted);
            for (Object element : array.elements()) {
                interpreter.trace().decide(sorted.indexOf(element));
            }
        }
        System.arraycopy(sorted.toArray(), 0, array.elements(), 0, sorted.size());
    }

    private static void ties(List<Object> sorted) {
        for (int from = 0; from < sorted.size(); ) {
            double value = ((Real) sorted.get(from)).value();
            int to = from + 1;
            while (to < sorted.size() && ((Real) sorted.get(to)).value() == value) {
                to++;
            }
            double tangent = 0;
            double error = 0;
            for (int i = from; i < to; i++) {
                Real real = (Real) sorted.get(i);
                tangent += real.tangent() / (to - from);
                error += real.error() + Math.abs(real.tangent()) * 0x1p-20;
            }
            if (to - from > 1) {
                for (int i = from; i < to; i++) {
                    sorted.set(i, new Real(((Real) sorted.get(i)).value(), tangent, error));
                }
            }
            from = to;
        }
    }
}

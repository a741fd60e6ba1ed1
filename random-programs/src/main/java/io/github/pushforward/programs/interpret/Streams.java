package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Streams over arrays of {@code double}: element by element through all stages, as the library does it. */
final class Streams {
    private final Interpreter interpreter;
    private final Expressions expressions;

    Streams(Interpreter interpreter, Expressions expressions) {
        this.interpreter = interpreter;
        this.expressions = expressions;
    }

    @Nullable
    Object run(Expr.Stream stream) {
        Object array = expressions.evaluate(stream.array());
        if (array == null) {
            throw new Thrown("NullPointerException", null);
        }
        List<FunctionValue> functions = new ArrayList<>();
        for (Expr.Stage stage : stream.stages()) {
            functions.add((FunctionValue) Objects.requireNonNull(expressions.evaluate(stage.function())));
        }
        List<Object> arguments = new ArrayList<>();
        boolean isReduced = stream.end() == Expr.End.REDUCE;
        if (isReduced) {
            for (Expr argument : stream.arguments()) {
                Type type = argument.type() instanceof Type.Function function ? function : Primitive.DOUBLE;
                arguments.add(Objects.requireNonNull(expressions.evaluate(argument, type)));
            }
        }
        List<Real> kept = new ArrayList<>();
        Object reduced = arguments.isEmpty() ? null : arguments.get(0);
        ArrayValue elements = (ArrayValue) array;
        for (int i = 0; i < elements.length(); i++) {
            Real element = through(stream.stages(), functions, (Real) Objects.requireNonNull(elements.get(i)));
            if (element != null) {
                kept.add(element);
                if (isReduced) {
                    reduced =
                            ((FunctionValue) arguments.get(1)).apply(List.of(Objects.requireNonNull(reduced), element));
                }
            }
        }
        // The argument of orElse is evaluated when the stream has run.
        Object other = isReduced || stream.arguments().isEmpty()
                ? reduced
                : expressions.evaluate(stream.arguments().get(0), Primitive.DOUBLE);
        return end(stream, kept, other);
    }

    private @Nullable Real through(List<Expr.Stage> stages, List<FunctionValue> functions, Real start) {
        Real element = start;
        for (int i = 0; i < stages.size(); i++) {
            Object result = Objects.requireNonNull(functions.get(i).apply(List.of(element)));
            if (stages.get(i).operation().equals("filter")) {
                interpreter.trace().decide((Boolean) result ? 5 : 6);
                if (!(Boolean) result) {
                    return null;
                }
            } else {
                element = (Real) result;
            }
        }
        return element;
    }

    private @Nullable Object end(Expr.Stream stream, List<Real> kept, @Nullable Object other) {
        switch (stream.end()) {
            case SUM:
                double tangent = 0;
                double error = 0;
                double size = 0;
                for (Real real : kept) {
                    tangent += real.tangent();
                    error += real.error();
                    size += Math.abs(real.tangent()) * kept.size();
                }
                double value = kept.stream().mapToDouble(Real::value).sum();
                return Real.of(Primitive.DOUBLE, value, tangent, error, size);
            case MAX:
            case MIN:
                boolean isMaximum = stream.end() == Expr.End.MAX;
                return kept.stream()
                        .reduce((x, y) -> interpreter
                                .functions()
                                .extreme(
                                        Primitive.DOUBLE,
                                        isMaximum ? Math.max(x.value(), y.value()) : Math.min(x.value(), y.value()),
                                        x,
                                        y,
                                        isMaximum))
                        .map(Object.class::cast)
                        .orElse(other);
            case REDUCE:
                return other;
            default:
                return new ArrayValue(new Type.Array(Primitive.DOUBLE), kept);
        }
    }
}

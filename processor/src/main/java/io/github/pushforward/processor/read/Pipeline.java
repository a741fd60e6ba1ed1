package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stream from its source to its result, all of it such that a loop can do it.
 *
 * @param steps the operations in order; the last one ends the stream
 * @param finish what is done with a result that may be missing
 */
record Pipeline(Source source, List<Step> steps, @Nullable Finish finish) {

    /** Where the elements come from. */
    sealed interface Source {
        Type element();
    }

    /** @param from the first index and the one after the last; nothing for the whole array */
    record OfArray(
            Expr array, @Nullable Expr from, @Nullable Expr to) implements Source {
        @Override
        public Type element() {
            return ((ArrayType) array.type()).component();
        }
    }

    record OfRange(Expr from, Expr to, boolean isClosed, Type element) implements Source {}

    /** @param hasNext whether a number is one of the stream; nothing where every one is */
    record OfIteration(Expr seed, @Nullable StageFunction hasNext, StageFunction next, Type element)
            implements Source {}

    record OfSupplier(StageFunction supplier, Type element) implements Source {}

    /**
     * @param element the type of the elements before it
     * @param value what it is given beside a function
     */
    record Step(
            StreamOperation operation,
            Type element,
            @Nullable StageFunction function,
            @Nullable Argument value,
            Tree place) {}

    /**
     * An argument that is evaluated when its turn comes: after the source was checked, or at the very end.
     *
     * @param home the surroundings where it is written
     * @param captures the variables that it reads
     */
    record Argument(ExpressionTree tree, Type type, BodyContext home, List<Local> captures) {}

    /** @param form the name of the method and its number of arguments */
    record Finish(
            String form, @Nullable Argument value, @Nullable StageFunction function, Tree place) {}

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** What to call the method that does it. */
    String name() {
        StreamOperation.Kind kind = last().operation().kind();
        return switch (kind) {
            case SUM -> "sum";
            case AVERAGE -> "average";
            case MAX -> "max";
            case MIN -> "min";
            case REDUCE, REDUCE_FROM -> "reduce";
            case FIRST -> "first";
            case COUNT -> "count";
            case TO_ARRAY -> "array";
            case ANY -> "any";
            case ALL -> "all";
            case NONE -> "none";
            default -> "forEach";
        };
    }

    /** The type of the value of the whole. */
    Type result() {
        boolean asks = finish != null
                && (finish.form().equals("isPresent/0") || finish.form().equals("isEmpty/0"));
        return asks ? Primitive.BOOLEAN : last().operation().result();
    }

    /** Whether a number of any kind that may carry a derivative goes through it. */
    boolean concernsDerivatives() {
        return source.element().carriesDerivative()
                || steps.stream().anyMatch(step -> step.operation().result().carriesDerivative());
    }

    /** The functions in it, in the order of the source. */
    List<StageFunction> functions() {
        List<StageFunction> functions = new ArrayList<>();
        if (source instanceof OfIteration iteration) {
            Stream.of(iteration.hasNext(), iteration.next())
                    .filter(Objects::nonNull)
                    .forEach(functions::add);
        } else if (source instanceof OfSupplier generated) {
            functions.add(generated.supplier());
        }
        steps.stream().map(Step::function).filter(Objects::nonNull).forEach(functions::add);
        if (finish != null && finish.function() != null) {
            functions.add(finish.function());
        }
        return functions;
    }

    /** Those of the functions whose code is known. */
    List<Closure> closures() {
        return functions().stream()
                .filter(StageFunction.Known.class::isInstance)
                .map(function -> ((StageFunction.Known) function).closure())
                .toList();
    }

    /** The arguments that are evaluated on the way. */
    List<Argument> arguments() {
        return Stream.concat(
                        steps.stream().map(Step::value),
                        Stream.ofNullable(finish).map(Finish::value))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isCounted() {
        return source instanceof OfArray || source instanceof OfRange;
    }

    /** Whether the place of an element in the source is its place in an array that is made of them. */
    boolean needsIndex() {
        return IntStream.range(0, steps.size())
                .anyMatch(at -> steps.get(at).operation().kind().isArray() && keepsCountBefore(at));
    }

    /** Whether something that may throw or have an effect is evaluated between the source and the first element. */
    boolean evaluatesBeforeLoop() {
        return steps.stream().anyMatch(Pipeline::evaluatesBeforeLoop);
    }

    private static boolean evaluatesBeforeLoop(Step step) {
        if (step.value() == null || step.value().tree() instanceof LiteralTree) {
            return false;
        }
        // A count is checked.
        boolean isCount = step.operation().kind() != StreamOperation.Kind.REDUCE_FROM;
        return isCount || !(step.value().tree() instanceof IdentifierTree);
    }

    /** Whether the number of elements before some step is that of the source. */
    boolean keepsCountBefore(int at) {
        return isCounted()
                && steps.subList(0, at).stream()
                        .noneMatch(step -> step.operation().kind().dropsElements());
    }

    /** Whether the library knows that the elements before some step are sorted, and need not be again. */
    boolean isSortedBefore(int at) {
        boolean isSorted = source instanceof OfRange;
        for (Step step : steps.subList(0, at)) {
            StreamOperation.Kind kind = step.operation().kind();
            isSorted = kind == StreamOperation.Kind.SORTED || (isSorted && kind != StreamOperation.Kind.MAP);
        }
        return isSorted;
    }

    /** Whether the library may know the number of elements at the end without looking at them. */
    boolean mayKnowCount() {
        return isCounted()
                && steps.stream().noneMatch(step -> step.operation().kind().isTest());
    }
}

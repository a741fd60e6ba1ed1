package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chains of calls to pipelines: what each call takes, and what the elements after it are. */
final class PipelineReader {
    private static final Set<String> FINISHES = Set.of(
            "getAsDouble/0",
            "getAsInt/0",
            "getAsLong/0",
            "orElseThrow/0",
            "orElse/1",
            "orElseGet/1",
            "isPresent/0",
            "isEmpty/0");

    private final BodyContext context;
    private final ExpressionReader expressions;
    private final Closures closures;

    PipelineReader(BodyContext context, ExpressionReader expressions) {
        this.context = context;
        this.expressions = expressions;
        this.closures = expressions.closures();
    }

    /** The pipeline; nothing where the calls are better left as they are: they have no function in them, or end in another call. */
    Optional<Pipeline> read(PipelineSyntax syntax) {
        Optional<Pipeline.Source> source = source(syntax);
        if (source.isEmpty()) {
            return leave(syntax, syntax.source());
        }
        List<Pipeline.Step> steps = new ArrayList<>();
        Type element = source.get().element();
        List<PipelineSyntax.Call> calls = syntax.calls();
        for (PipelineSyntax.Call call : calls) {
            Optional<Pipeline.Step> step = step(call, element);
            if (step.isEmpty()) {
                return leave(syntax, call);
            }
            steps.add(step.get());
            element = step.get().operation().result();
            if (step.get().operation().kind().isTerminal()) {
                return ended(syntax, source.get(), steps);
            }
        }
        return leave(syntax, calls.isEmpty() ? syntax.source() : calls.get(calls.size() - 1));
    }

    private Optional<Pipeline> ended(PipelineSyntax syntax, Pipeline.Source source, List<Pipeline.Step> steps) {
        StreamOperation last = steps.get(steps.size() - 1).operation();
        List<PipelineSyntax.Call> rest =
                syntax.calls().subList(steps.size(), syntax.calls().size());
        if (!last.kind().isOptional()) {
            return rest.isEmpty() ? checked(syntax, new Pipeline(source, steps, null)) : Optional.empty();
        }
        boolean isFinished = rest.size() == 1
                && FINISHES.contains(rest.get(0).form())
                && (!rest.get(0).name().equals("orElseGet")
                        || closures.isFunction(rest.get(0).arguments().get(0)));
        return isFinished
                ? checked(syntax, new Pipeline(source, steps, finish(rest.get(0), last.result())))
                : leave(syntax, rest.isEmpty() ? syntax.calls().get(steps.size() - 1) : rest.get(0));
    }

    private Optional<Pipeline> checked(PipelineSyntax syntax, Pipeline pipeline) {
        Pipeline.Step last = pipeline.last();
        boolean maySkip = last.operation().kind() == StreamOperation.Kind.COUNT
                && !pipeline.functions().isEmpty()
                && pipeline.mayKnowCount();
        if (maySkip) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "count knows the number of elements from the source and may leave out the functions before it: that is "
                            + "not supported in a @Differentiable method",
                    "count without them, or write a loop",
                    last.place());
        }
        return hasFunctions(syntax) || pipeline.concernsDerivatives() ? Optional.of(pipeline) : Optional.empty();
    }

    private boolean hasFunctions(PipelineSyntax syntax) {
        return syntax.arguments().anyMatch(closures::isFunction);
    }

    /** Without functions, the calls are ordinary ones of the library; with them, no other part of the reader takes them. */
    private Optional<Pipeline> leave(PipelineSyntax syntax, PipelineSyntax.Call unsupported) {
        if (!hasFunctions(syntax)) {
            return Optional.empty();
        }
        boolean isEnd = unsupported == syntax.source()
                ? syntax.calls().isEmpty()
                : unsupported == syntax.calls().get(syntax.calls().size() - 1);
        String what = isEnd
                        && StreamOperation.of(unsupported.form(), Primitive.DOUBLE)
                                .isPresent()
                ? "a stream that ends in " + unsupported.name() + ", not in a number or an array,"
                : "a stream with " + unsupported.name();
        throw context.refuse(
                Code.UnsupportedExpression,
                what + " cannot be turned into a loop, and is not supported in a @Differentiable method",
                "write a loop",
                unsupported.place());
    }

    private Optional<Pipeline.Source> source(PipelineSyntax syntax) {
        PipelineSyntax.Call call = syntax.source();
        String owner = syntax.owner().substring(syntax.owner().lastIndexOf('.') + 1);
        Type element = switch (owner) {
            case "DoubleStream" -> Primitive.DOUBLE;
            case "IntStream" -> Primitive.INT;
            default -> Primitive.LONG;
        };
        boolean isInteger = element != Primitive.DOUBLE;
        return switch (owner + "." + call.name()) {
            case "Arrays.stream" -> array(call);
            case "DoubleStream.of", "IntStream.of", "LongStream.of" -> Optional.of(elements(call, element));
            case "IntStream.range", "LongStream.range" -> range(call, false, element);
            case "IntStream.rangeClosed" -> range(call, true, element);
            case "DoubleStream.iterate", "IntStream.iterate", "LongStream.iterate" -> iteration(call, element);
            case "DoubleStream.generate", "IntStream.generate", "LongStream.generate" -> supplied(call, element);
            default -> Optional.empty();
        };
    }

    private Optional<Pipeline.Source> array(PipelineSyntax.Call call) {
        int count = call.arguments().size();
        if (count != 1 && count != 3) {
            return Optional.empty();
        }
        Expr array = expressions.read(call.arguments().get(0));
        if (!array.type().isArray()) {
            return Optional.empty();
        }
        return Optional.of(
                count == 1
                        ? new Pipeline.OfArray(array, null, null)
                        : new Pipeline.OfArray(
                                array,
                                number(call.arguments().get(1), Primitive.INT),
                                number(call.arguments().get(2), Primitive.INT)));
    }

    private Pipeline.Source elements(PipelineSyntax.Call call, Type element) {
        List<Expr> elements = new ArrayList<>();
        for (ExpressionTree argument : call.arguments()) {
            elements.add(expressions.readAs(argument, null));
        }
        boolean isArray = elements.size() == 1 && elements.get(0).type().isArray();
        List<Expr> numbers =
                elements.stream().map(value -> Boxes.converted(value, element)).toList();
        return new Pipeline.OfArray(
                isArray ? elements.get(0) : new Expr.ArrayLiteral(new ArrayType(element), numbers), null, null);
    }

    private Optional<Pipeline.Source> range(PipelineSyntax.Call call, boolean isClosed, Type element) {
        if (call.arguments().size() != 2) {
            return Optional.empty();
        }
        Expr from = number(call.arguments().get(0), element);
        Expr to = number(call.arguments().get(1), element);
        return Optional.of(new Pipeline.OfRange(from, to, isClosed, element));
    }

    private Optional<Pipeline.Source> iteration(PipelineSyntax.Call call, Type element) {
        List<? extends ExpressionTree> arguments = call.arguments();
        int count = arguments.size();
        boolean isKnown = (count == 2 || count == 3)
                && arguments.subList(1, count).stream().allMatch(closures::isFunction);
        if (!isKnown) {
            return Optional.empty();
        }
        Expr seed = number(arguments.get(0), element);
        Closure hasNext = count == 2 ? null : closures.of(arguments.get(1), StreamTypes.predicate(element), "hasNext");
        Closure next = closures.of(arguments.get(count - 1), StreamTypes.operator(element), "next");
        return Optional.of(new Pipeline.OfIteration(seed, hasNext, next, element));
    }

    private Optional<Pipeline.Source> supplied(PipelineSyntax.Call call, Type element) {
        boolean isKnown = call.arguments().size() == 1
                && closures.isFunction(call.arguments().get(0));
        return isKnown
                ? Optional.of(new Pipeline.OfSupplier(
                        closures.of(call.arguments().get(0), StreamTypes.supplier(element), "supplier"), element))
                : Optional.empty();
    }

    private Expr number(ExpressionTree tree, Type type) {
        return expressions.readAs(tree, type);
    }

    /** What a call does to elements of a type; nothing where no loop does it. */
    private Optional<Pipeline.Step> step(PipelineSyntax.Call call, Type element) {
        Optional<StreamOperation> found = StreamOperation.of(call.form(), element);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StreamOperation operation = found.get();
        ClassType type = operation.function();
        int count = call.arguments().size();
        ExpressionTree function = type == null ? null : call.arguments().get(count - 1);
        if (function != null && !closures.isFunction(function)) {
            return Optional.empty();
        }
        boolean hasValue = count > (function == null ? 0 : 1);
        Type ofValue = operation.kind() == StreamOperation.Kind.REDUCE_FROM ? element : Primitive.LONG;
        return Optional.of(new Pipeline.Step(
                operation,
                element,
                function == null ? null : closures.of(function, type, call.name()),
                hasValue ? argument(call.arguments().get(0), ofValue) : null,
                call.place()));
    }

    private Pipeline.Finish finish(PipelineSyntax.Call call, Type type) {
        if (call.arguments().isEmpty()) {
            return new Pipeline.Finish(call.form(), null, null, call.place());
        }
        ExpressionTree argument = call.arguments().get(0);
        return call.name().equals("orElse")
                ? new Pipeline.Finish(call.form(), argument(argument, type), null, call.place())
                : new Pipeline.Finish(
                        call.form(), null, closures.of(argument, StreamTypes.supplier(type), "other"), call.place());
    }

    /** It is evaluated in the method that is made, which can neither assign to variables around it nor throw what they catch. */
    private Pipeline.Argument argument(ExpressionTree tree, Type type) {
        InlineCode.assignedNames(tree).stream()
                .filter(name -> context.scope().find(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw notHere("an assignment to " + name, tree);
                });
        return new Pipeline.Argument(
                tree,
                type,
                context.snapshot(),
                Captures.in(tree, context, context.functionTypes().elements()));
    }

    private Refusal notHere(String what, ExpressionTree tree) {
        return context.refuse(
                Code.UnsupportedExpression,
                what + " in an argument of a stream is not supported in a @Differentiable method",
                "put the argument into a variable before the stream",
                tree);
    }
}

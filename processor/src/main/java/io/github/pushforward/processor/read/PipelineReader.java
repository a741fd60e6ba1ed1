package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chains of calls to pipelines: what each call takes, and what the elements after it are. */
final class PipelineReader {
    private final BodyContext context;
    private final ExpressionReader expressions;
    private final StageFunctions functions;

    PipelineReader(BodyContext context, ExpressionReader expressions) {
        this.context = context;
        this.expressions = expressions;
        this.functions = new StageFunctions(context, expressions);
    }

    /** The pipeline; nothing where the calls are better left as they are: they have no function in them, or end in another call. */
    Optional<Pipeline> read(PipelineSyntax syntax) {
        Optional<Pipeline.Source> source = new PipelineSources(expressions, functions).read(syntax);
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
        Optional<Pipeline.Finish> finish = rest.size() == 1 ? finish(rest.get(0), last.result()) : Optional.empty();
        return finish.isPresent()
                ? checked(syntax, new Pipeline(source, steps, finish.get()))
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
        return syntax.arguments().anyMatch(functions::isKnown);
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

    /** What a call does to elements of a type; nothing where no loop does it. */
    private Optional<Pipeline.Step> step(PipelineSyntax.Call call, Type element) {
        Optional<StreamOperation> found = StreamOperation.of(call.form(), element);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StreamOperation operation = found.get();
        int count = call.arguments().size();
        Optional<StageFunction> function = operation.function() == null
                ? Optional.empty()
                : functions.of(call.arguments().get(count - 1), operation.function(), call.name());
        if (operation.function() != null && function.isEmpty()) {
            return Optional.empty();
        }
        boolean hasValue = count > (function.isEmpty() ? 0 : 1);
        Type ofValue = operation.kind() == StreamOperation.Kind.REDUCE_FROM ? element : Primitive.LONG;
        return Optional.of(new Pipeline.Step(
                operation,
                element,
                function.orElse(null),
                hasValue ? argument(call.arguments().get(0), ofValue) : null,
                call.place()));
    }

    /** What is done with a result that may be missing; nothing where the result would go on as an object. */
    private Optional<Pipeline.Finish> finish(PipelineSyntax.Call call, Type type) {
        return switch (call.form()) {
            case "getAsDouble/0", "getAsInt/0", "getAsLong/0", "orElseThrow/0", "isPresent/0", "isEmpty/0" ->
                Optional.of(new Pipeline.Finish(call.form(), null, null, call.place()));
            case "orElse/1" ->
                Optional.of(new Pipeline.Finish(
                        call.form(), argument(call.arguments().get(0), type), null, call.place()));
            case "orElseGet/1" ->
                functions
                        .of(call.arguments().get(0), StreamTypes.supplier(type), "other")
                        .map(other -> new Pipeline.Finish(call.form(), null, other, call.place()));
            default -> Optional.empty();
        };
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

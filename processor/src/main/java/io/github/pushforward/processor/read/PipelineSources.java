package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources of streams that a loop can go through: nothing where there is no such loop. */
final class PipelineSources {
    private final ExpressionReader expressions;
    private final StageFunctions functions;

    PipelineSources(ExpressionReader expressions, StageFunctions functions) {
        this.expressions = expressions;
        this.functions = functions;
    }

    Optional<Pipeline.Source> read(PipelineSyntax syntax) {
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
        if (count != 2 && count != 3) {
            return Optional.empty();
        }
        Optional<StageFunction> hasNext = count == 2
                ? Optional.empty()
                : functions.of(arguments.get(1), StreamTypes.predicate(element), "hasNext");
        Optional<StageFunction> next = functions.of(arguments.get(count - 1), StreamTypes.operator(element), "next");
        boolean isKnown = next.isPresent() && (count == 2 || hasNext.isPresent());
        return isKnown
                ? Optional.of(new Pipeline.OfIteration(
                        number(arguments.get(0), element), hasNext.orElse(null), next.get(), element))
                : Optional.empty();
    }

    private Optional<Pipeline.Source> supplied(PipelineSyntax.Call call, Type element) {
        return call.arguments().size() == 1
                ? functions
                        .of(call.arguments().get(0), StreamTypes.supplier(element), "supplier")
                        .map(supplier -> new Pipeline.OfSupplier(supplier, element))
                : Optional.empty();
    }

    private Expr number(ExpressionTree tree, Type type) {
        return expressions.readAs(tree, type);
    }
}

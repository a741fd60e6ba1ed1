package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the method made for a pipeline: one element after the other goes through all stages, as it does in a
 * sequential stream, so that whatever functions do happens in the same order.
 */
final class PipelineBody {
    private final Pipeline pipeline;
    private final PipelineMethod method;
    private final PipelineResult result;
    /** What comes before the loop. */
    private final List<Stmt> before = new ArrayList<>();
    /** What must hold before the next element is asked for. */
    private final List<Expr> conditions = new ArrayList<>();

    PipelineBody(Pipeline pipeline, PipelineMethod method) {
        this.pipeline = pipeline;
        this.method = method;
        this.result = new PipelineResult(pipeline, method);
    }

    Stmt.Block read() {
        PipelineLoop loop = new PipelineLoop(pipeline, method, before);
        List<Stmt> body = new ArrayList<>();
        Expr first = loop.open(elementName(0), body);
        stage(0, first, loop.index(), body);
        List<Stmt> statements = new ArrayList<>(before);
        statements.add(loop.close(conditions, body));
        boolean hasEnd = !loop.isEndless(conditions) || body.stream().anyMatch(PipelineBody::leaves);
        if (hasEnd) {
            result.end(statements);
        }
        return new Stmt.Block(statements);
    }

    /** Whether a statement of the loop may leave it for what follows. */
    private static boolean leaves(Stmt statement) {
        return statement instanceof Stmt.Break
                || (!statement.isLeftByBreak()
                        && statement.statements().stream().anyMatch(PipelineBody::leaves));
    }

    /**
     * Writes down what becomes of an element from some step on.
     *
     * @param element its value, which is evaluated once
     * @param index which of the elements it is, as long as none was left out before it
     */
    private void stage(int at, Expr element, @Nullable Expr index, List<Stmt> out) {
        Pipeline.Step step = pipeline.steps().get(at);
        Type type = step.element();
        switch (step.operation().kind()) {
            case CONVERT -> stage(at + 1, element, index, out);
            case MAP -> {
                Local local = named(element, type, elementName(at), out);
                stage(
                        at + 1,
                        method.apply(
                                step.function(),
                                List.of(local),
                                step.operation().result()),
                        index,
                        out);
            }
            case PEEK -> {
                Local local = named(element, type, elementName(at), out);
                out.addAll(method.run(step.function(), List.of(local)));
                stage(at + 1, local.read(), index, out);
            }
            case FILTER -> {
                Local local = named(element, type, elementName(at), out);
                within(test(step, local), at, local, out);
            }
            case TAKE_WHILE -> {
                Local local = named(element, type, elementName(at), out);
                out.add(new Stmt.If(not(test(step, local)), new Stmt.Break(null), null));
                stage(at + 1, local.read(), index, out);
            }
            case DROP_WHILE -> dropWhile(at, step, named(element, type, elementName(at), out), out);
            case LIMIT -> {
                Local remaining = counter("remaining", step.value());
                conditions.add(isPositive(remaining));
                out.add(decrease(remaining));
                stage(at + 1, element, index, out);
            }
            case SKIP -> skip(at, step, named(element, type, elementName(at), out), out);
            default -> result.take(step, element, elementName(at), index, before, out);
        }
    }

    private void within(Expr condition, int at, Local element, List<Stmt> out) {
        List<Stmt> inside = new ArrayList<>();
        stage(at + 1, element.read(), null, inside);
        out.add(new Stmt.If(condition, new Stmt.Block(inside), null));
    }

    /** The first element that fails the test, and all after it, go on. */
    private void dropWhile(int at, Pipeline.Step step, Local element, List<Stmt> out) {
        Local dropping = method.variable("dropping", Primitive.BOOLEAN);
        before.add(new Stmt.Declare(dropping, new Expr.Literal(Primitive.BOOLEAN, true)));
        Expr drops = new Expr.Binary(BinaryOp.CONDITIONAL_AND, dropping.read(), test(step, element), Primitive.BOOLEAN);
        out.add(set(dropping, drops));
        within(not(dropping.read()), at, element, out);
    }

    private void skip(int at, Pipeline.Step step, Local element, List<Stmt> out) {
        Local skipped = counter("toSkip", step.value());
        List<Stmt> inside = new ArrayList<>();
        stage(at + 1, element.read(), null, inside);
        out.add(new Stmt.If(isPositive(skipped), new Stmt.Block(List.of(decrease(skipped))), new Stmt.Block(inside)));
    }

    /** A variable for the number of elements that a step counts down from. */
    private Local counter(String name, Pipeline.Argument count) {
        Expr value = method.value(count);
        Local counter = method.variable(name, Primitive.LONG);
        before.add(new Stmt.Declare(counter, isCount(value) ? value : StreamRuntime.checkCount(value)));
        return counter;
    }

    /** Whether it can be seen that a number is not negative. */
    private static boolean isCount(Expr value) {
        return value instanceof Expr.Literal;
    }

    private Expr test(Pipeline.Step step, Local element) {
        return method.apply(step.function(), List.of(element), Primitive.BOOLEAN);
    }

    /** What to call an element at some step: as the next function calls it. */
    private String elementName(int at) {
        for (Pipeline.Step step : pipeline.steps().subList(at, pipeline.steps().size())) {
            if (step.function() != null) {
                int index = step.operation().function().simpleNames().get(0).endsWith("BinaryOperator") ? 1 : 0;
                return PipelineMethod.parameterName(step.function(), index, defaultName(step));
            }
        }
        return defaultName(pipeline.last());
    }

    private static String defaultName(Pipeline.Step step) {
        return step.element() == Primitive.INT ? "i" : "element";
    }

    /** The element in a variable, which never changes; the one that it is in already, if its type is the same. */
    private Local named(Expr element, Type type, String name, List<Stmt> out) {
        if (element instanceof Expr.Read read && read.type().equals(type)) {
            return read.local();
        }
        Local local = method.variable(name, type);
        out.add(new Stmt.Declare(local, element));
        return local;
    }

    static Expr not(Expr condition) {
        return condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT
                ? unary.operand()
                : new Expr.Unary(UnaryOp.NOT, condition, Primitive.BOOLEAN);
    }

    private static Expr isPositive(Local count) {
        return new Expr.Binary(BinaryOp.GREATER, count.read(), new Expr.Literal(Primitive.INT, 0), Primitive.BOOLEAN);
    }

    private static Stmt decrease(Local count) {
        return new Stmt.Evaluate(new Expr.Step(count.read(), false, false));
    }

    static Stmt set(Local local, Expr value) {
        return new Stmt.Evaluate(new Expr.Assign(local.read(), value, Span.NONE));
    }
}

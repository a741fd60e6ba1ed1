package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
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
    private final PipelineFunctions functions;
    private final PipelineLoops loops;
    private final PipelineResult result;
    /** What comes before the first loop. */
    private final List<Stmt> before = new ArrayList<>();

    PipelineBody(Pipeline pipeline, PipelineMethod method, PipelineFunctions functions) {
        this.pipeline = pipeline;
        this.method = method;
        this.functions = functions;
        this.loops = new PipelineLoops(pipeline, method, functions, before);
        this.result = new PipelineResult(pipeline, method, functions);
    }

    Stmt.Block read() {
        List<Stmt> fromLoop = loop(loops.ofSource(elementName(0)), 0);
        List<Stmt> statements = new ArrayList<>(before);
        statements.addAll(fromLoop);
        return new Stmt.Block(statements);
    }

    /** Where elements are on their way: in which loop, and what that needs. */
    private record Place(List<Expr> conditions, List<Stmt> after) {}

    /** A loop with all that becomes of its elements from some step on, and what follows it. */
    private List<Stmt> loop(PipelineLoop loop, int from) {
        Place place = new Place(new ArrayList<>(), new ArrayList<>());
        List<Stmt> body = new ArrayList<>(loop.lead());
        stage(from, loop.element(), loop.index(), place, body);
        List<Stmt> statements = new ArrayList<>();
        statements.add(loop.over(place.conditions(), body));
        if (loop.ends(place.conditions(), body)) {
            statements.addAll(place.after());
        }
        return statements;
    }

    /**
     * Writes down what becomes of an element from some step on.
     *
     * @param element its value, which is evaluated once
     * @param index which of the elements it is, as long as none was left out before it
     */
    private void stage(int at, Expr element, @Nullable Expr index, Place place, List<Stmt> out) {
        Pipeline.Step step = pipeline.steps().get(at);
        if (step.function() != null && !step.operation().kind().isTerminal()) {
            functions.require(step.function(), before);
        }
        switch (step.operation().kind()) {
            case CONVERT -> stage(at + 1, element, index, place, out);
            case MAP -> {
                Local local = method.named(element, step.element(), elementName(at), out);
                Expr mapped = functions.apply(
                        step.function(), List.of(local), step.operation().result());
                stage(at + 1, mapped, index, place, out);
            }
            case PEEK -> {
                Local local = method.named(element, step.element(), elementName(at), out);
                out.addAll(functions.run(step.function(), List.of(local)));
                stage(at + 1, local.read(), index, place, out);
            }
            case FILTER -> {
                Local local = method.named(element, step.element(), elementName(at), out);
                within(test(step, local), at, local, place, out);
            }
            case TAKE_WHILE -> {
                Local local = method.named(element, step.element(), elementName(at), out);
                out.add(LoopCode.when(LoopCode.not(test(step, local)), new Stmt.Break(null)));
                stage(at + 1, local.read(), null, place, out);
            }
            case DROP_WHILE -> {
                Local local = method.named(element, step.element(), elementName(at), out);
                Local dropping = method.variable("dropping", Primitive.BOOLEAN);
                before.add(new Stmt.Declare(dropping, LoopCode.truth(true)));
                Expr drops = LoopCode.test(dropping.read(), BinaryOp.CONDITIONAL_AND, test(step, local));
                out.add(LoopCode.set(dropping, drops));
                within(LoopCode.not(dropping.read()), at, local, place, out);
            }
            case LIMIT -> {
                Local remaining = counter("remaining", step.value());
                place.conditions().add(LoopCode.test(remaining.read(), BinaryOp.GREATER, LoopCode.ZERO));
                out.add(LoopCode.decrease(remaining));
                stage(at + 1, element, index, place, out);
            }
            case SKIP -> skip(at, step, element, place, out);
            case SORTED -> sorted(at, step, element, index, place, out);
            default -> result.take(step, element, elementName(at), index, before, out, place.after());
        }
    }

    private Expr test(Pipeline.Step step, Local element) {
        return functions.apply(step.function(), List.of(element), Primitive.BOOLEAN);
    }

    private void within(Expr condition, int at, Local element, Place place, List<Stmt> out) {
        List<Stmt> inside = new ArrayList<>();
        stage(at + 1, element.read(), null, place, inside);
        out.add(new Stmt.If(condition, new Stmt.Block(inside), null));
    }

    private void skip(int at, Pipeline.Step step, Expr element, Place place, List<Stmt> out) {
        Local local = method.named(element, step.element(), elementName(at), out);
        Local toSkip = counter("toSkip", step.value());
        List<Stmt> inside = new ArrayList<>();
        stage(at + 1, local.read(), null, place, inside);
        out.add(new Stmt.If(
                LoopCode.test(toSkip.read(), BinaryOp.GREATER, LoopCode.ZERO),
                new Stmt.Block(List.of(LoopCode.decrease(toSkip))),
                new Stmt.Block(inside)));
    }

    /** All elements arrive before the first one goes on. */
    private void sorted(int at, Pipeline.Step step, Expr element, @Nullable Expr index, Place place, List<Stmt> out) {
        if (pipeline.isSortedBefore(at)) {
            stage(at + 1, element, index, place, out);
            return;
        }
        PipelineArray array = new PipelineArray(pipeline, method, step.element(), "sorted");
        Local sorted = array.collect(element, pipeline.keepsCountBefore(at) ? index : null, at, before, out);
        place.after().addAll(array.trimmed());
        place.after().add(new Stmt.Evaluate(StreamRuntime.sort(sorted)));
        place.after().addAll(loop(loops.overArray(sorted, elementName(at + 1)), at + 1));
    }

    /** A variable for the number of elements that a step counts down from. */
    private Local counter(String name, Pipeline.Argument count) {
        Expr value = functions.value(count);
        Local counter = method.variable(name, Primitive.LONG);
        boolean isChecked = value instanceof Expr.Literal;
        before.add(new Stmt.Declare(counter, isChecked ? value : StreamRuntime.checkCount(value)));
        return counter;
    }

    /** What to call an element at some step: as the next function calls it. */
    private String elementName(int at) {
        for (Pipeline.Step step : pipeline.steps().subList(at, pipeline.steps().size())) {
            if (step.function() != null) {
                return step.function().parameterName(step.operation().isReduction() ? 1 : 0, defaultName(step));
            }
        }
        return defaultName(pipeline.last());
    }

    private static String defaultName(Pipeline.Step step) {
        return step.element() == Primitive.INT ? "i" : "element";
    }
}

package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.RunningSum;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the loop of a pipeline makes of the elements that arrive at its end. */
final class PipelineResult {
    private final Pipeline pipeline;
    private final PipelineMethod method;
    private final PipelineFunctions functions;

    PipelineResult(Pipeline pipeline, PipelineMethod method, PipelineFunctions functions) {
        this.pipeline = pipeline;
        this.method = method;
        this.functions = functions;
    }

    /**
     * Takes an element at the end.
     *
     * @param element its value, which is evaluated once
     * @param name what to call it
     * @param index which of the elements it is, where that is known
     * @param before what comes before the loop
     * @param out where the element is
     * @param after what follows the loop
     */
    void take(
            Pipeline.Step step,
            Expr element,
            String name,
            @Nullable Expr index,
            List<Stmt> before,
            List<Stmt> out,
            List<Stmt> after) {
        // What a reduction starts from is evaluated before its function is looked at.
        Expr identity = step.value() == null ? null : functions.value(step.value());
        if (step.function() != null) {
            functions.require(step.function(), before);
        }
        Type type = step.element();
        switch (step.operation().kind()) {
            case SUM -> after.add(new Stmt.Return(sum(type, element, before, out)));
            case AVERAGE -> average(type, element, before, out, after);
            case MAX, MIN, REDUCE -> combined(step, element, name, before, out, after);
            case FIRST -> first(type, element, before, out, after);
            case REDUCE_FROM -> reducedFrom(identity, step, element, name, before, out, after);
            case COUNT -> {
                Local count = accumulator("count", Primitive.LONG, before);
                out.add(LoopCode.increase(count));
                after.add(new Stmt.Return(count.read()));
            }
            case TO_ARRAY -> {
                PipelineArray array = new PipelineArray(pipeline, method, type, "values");
                array.collect(element, index, pipeline.steps().size() - 1, before, out);
                after.add(new Stmt.Return(array.value()));
            }
            case ANY -> match(step, element, name, true, true, out, after);
            case ALL -> match(step, element, name, false, false, out, after);
            case NONE -> match(step, element, name, true, false, out, after);
            default -> out.addAll(functions.run(step.function(), List.of(method.named(element, type, name, out))));
        }
    }

    private Expr sum(Type type, Expr element, List<Stmt> before, List<Stmt> out) {
        if (type == Primitive.DOUBLE) {
            return StreamRuntime.value(runningSum(element, before, out).read());
        }
        Local sum = accumulator("sum", type, before);
        out.add(LoopCode.add(sum, element));
        return sum.read();
    }

    private Local runningSum(Expr element, List<Stmt> before, List<Stmt> out) {
        Local sum = method.variable("sum", RunningSum.TYPE);
        before.add(new Stmt.Declare(sum, StreamRuntime.newSum()));
        out.add(LoopCode.set(sum, StreamRuntime.plus(sum.read(), element)));
        return sum;
    }

    private void average(Type type, Expr element, List<Stmt> before, List<Stmt> out, List<Stmt> after) {
        Expr sum;
        Expr count;
        if (type == Primitive.DOUBLE) {
            Local running = runningSum(element, before, out);
            sum = StreamRuntime.value(running.read());
            count = StreamRuntime.count(running.read());
        } else {
            Local counter = accumulator("count", Primitive.LONG, before);
            sum = new Expr.Cast(Primitive.DOUBLE, sum(Primitive.LONG, element, before, out), Span.NONE);
            out.add(LoopCode.increase(counter));
            count = counter.read();
        }
        Expr isEmpty = LoopCode.test(count, BinaryOp.EQUAL, LoopCode.ZERO);
        finish(isEmpty, new Expr.Binary(BinaryOp.DIVIDE, sum, count, Primitive.DOUBLE), after);
    }

    /** The first element stands for itself; others are combined with what there is. */
    private void combined(
            Pipeline.Step step, Expr element, String name, List<Stmt> before, List<Stmt> out, List<Stmt> after) {
        Type type = step.element();
        Local isEmpty = isEmpty(before);
        Local chosen = accumulator(accumulatorName(step), type, before);
        Local next = method.named(element, type, name, out);
        Expr combined = step.function() != null
                ? functions.apply(step.function(), List.of(chosen, next), type)
                : StreamRuntime.extremum(pipeline.name(), chosen.read(), next.read());
        List<Stmt> begin = List.of(LoopCode.set(isEmpty, LoopCode.truth(false)), LoopCode.set(chosen, next.read()));
        List<Stmt> goOn = List.of(LoopCode.set(chosen, combined));
        out.add(new Stmt.If(isEmpty.read(), new Stmt.Block(begin), new Stmt.Block(goOn)));
        finish(isEmpty.read(), chosen.read(), after);
    }

    private void first(Type type, Expr element, List<Stmt> before, List<Stmt> out, List<Stmt> after) {
        Local isEmpty = isEmpty(before);
        Local first = accumulator("first", type, before);
        out.add(LoopCode.set(isEmpty, LoopCode.truth(false)));
        out.add(LoopCode.set(first, element));
        out.add(new Stmt.Break(null));
        finish(isEmpty.read(), first.read(), after);
    }

    private Local isEmpty(List<Stmt> before) {
        Local isEmpty = method.variable("isEmpty", Primitive.BOOLEAN);
        before.add(new Stmt.Declare(isEmpty, LoopCode.truth(true)));
        return isEmpty;
    }

    private String accumulatorName(Pipeline.Step step) {
        return step.function() == null ? pipeline.name() : step.function().parameterName(0, "result");
    }

    private void reducedFrom(
            Expr identity,
            Pipeline.Step step,
            Expr element,
            String name,
            List<Stmt> before,
            List<Stmt> out,
            List<Stmt> after) {
        Type type = step.element();
        Local result = method.variable(accumulatorName(step), type);
        before.add(new Stmt.Declare(result, identity));
        Local next = method.named(element, type, name, out);
        out.add(LoopCode.set(result, functions.apply(step.function(), List.of(result, next), type)));
        after.add(new Stmt.Return(result.read()));
    }

    /** The loop is left at the first element whose test comes out as given. */
    private void match(
            Pipeline.Step step,
            Expr element,
            String name,
            boolean decisive,
            boolean found,
            List<Stmt> out,
            List<Stmt> after) {
        Local tested = method.named(element, step.element(), name, out);
        Expr test = functions.apply(step.function(), List.of(tested), Primitive.BOOLEAN);
        out.add(LoopCode.when(decisive ? test : LoopCode.not(test), new Stmt.Return(LoopCode.truth(found))));
        after.add(new Stmt.Return(LoopCode.truth(!found)));
    }

    /** What is done with a result that is missing where there was no element. */
    private void finish(Expr isEmpty, Expr value, List<Stmt> after) {
        Pipeline.Finish finish = pipeline.finish();
        switch (finish.form()) {
            case "isPresent/0" -> after.add(new Stmt.Return(LoopCode.not(isEmpty)));
            case "isEmpty/0" -> after.add(new Stmt.Return(isEmpty));
            case "orElse/1" -> {
                Expr other = evaluated(
                        functions.value(finish.value()), finish.value().type(), after);
                after.add(LoopCode.when(isEmpty, new Stmt.Return(other)));
                after.add(new Stmt.Return(value));
            }
            case "orElseGet/1" -> {
                Expr other = functions.apply(finish.function(), List.of(), pipeline.result());
                after.add(LoopCode.when(isEmpty, new Stmt.Return(other)));
                after.add(new Stmt.Return(value));
            }
            default -> {
                after.add(LoopCode.when(isEmpty, StreamRuntime.throwMissing()));
                after.add(new Stmt.Return(value));
            }
        }
    }

    /** What is evaluated whether it is needed or not. */
    private Expr evaluated(Expr value, Type type, List<Stmt> after) {
        if (value instanceof Expr.Literal || value instanceof Expr.Read) {
            return value;
        }
        Local other = method.variable("other", type);
        after.add(new Stmt.Declare(other, value));
        return other.read();
    }

    private Local accumulator(String name, Type type, List<Stmt> before) {
        Local local = method.variable(name, type);
        before.add(new Stmt.Declare(local, NumericTypes.defaultValue(type)));
        return local;
    }
}

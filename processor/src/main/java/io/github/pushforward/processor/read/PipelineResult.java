package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.RunningSum;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the loop of a pipeline makes of the elements that arrive at its end. */
final class PipelineResult {
    private static final int FIRST_LENGTH = 16;

    private final Pipeline pipeline;
    private final PipelineMethod method;
    /** What follows the loop. */
    private final List<Stmt> after = new ArrayList<>();

    PipelineResult(Pipeline pipeline, PipelineMethod method) {
        this.pipeline = pipeline;
        this.method = method;
    }

    void end(List<Stmt> statements) {
        statements.addAll(after);
    }

    /**
     * Takes the elements at the end.
     *
     * @param element the value of one, which is evaluated once
     * @param name what to call it
     * @param index which of the elements it is, where that is known
     */
    void take(Pipeline.Step step, Expr element, String name, @Nullable Expr index, List<Stmt> before, List<Stmt> out) {
        switch (step.operation().kind()) {
            case SUM -> sum(step.element(), element, before, out);
            case AVERAGE -> average(step.element(), element, before, out);
            case MAX, MIN, REDUCE, FIRST -> optional(step, element, name, before, out);
            case REDUCE_FROM -> reduceFrom(step, element, name, before, out);
            case COUNT -> count(before, out);
            case TO_ARRAY -> array(step.element(), element, index, before, out);
            case ANY -> match(step, element, name, true, true, out);
            case ALL -> match(step, element, name, false, false, out);
            case NONE -> match(step, element, name, true, false, out);
            case FOR_EACH ->
                out.addAll(method.run(step.function(), List.of(named(element, step.element(), name, out))));
            default -> throw new IllegalStateException(step.operation().kind() + " does not end a stream");
        }
    }

    private void sum(Type type, Expr element, List<Stmt> before, List<Stmt> out) {
        if (type == Primitive.DOUBLE) {
            Local sum = runningSum(element, before, out);
            after.add(new Stmt.Return(StreamRuntime.value(sum.read())));
        } else {
            Local sum = accumulator("sum", type, before);
            out.add(add(sum, element));
            after.add(new Stmt.Return(sum.read()));
        }
    }

    private Local runningSum(Expr element, List<Stmt> before, List<Stmt> out) {
        Local sum = method.variable("sum", RunningSum.TYPE);
        before.add(new Stmt.Declare(sum, StreamRuntime.newSum()));
        out.add(PipelineBody.set(sum, StreamRuntime.plus(sum.read(), element)));
        return sum;
    }

    private void average(Type type, Expr element, List<Stmt> before, List<Stmt> out) {
        Expr sum;
        Expr count;
        if (type == Primitive.DOUBLE) {
            Local running = runningSum(element, before, out);
            sum = StreamRuntime.value(running.read());
            count = StreamRuntime.count(running.read());
        } else {
            Local total = accumulator("sum", Primitive.LONG, before);
            Local counter = accumulator("count", Primitive.LONG, before);
            out.add(add(total, element));
            out.add(step(counter));
            sum = new Expr.Cast(Primitive.DOUBLE, total.read(), Span.NONE);
            count = counter.read();
        }
        Expr isEmpty = new Expr.Binary(BinaryOp.EQUAL, count, zero(), Primitive.BOOLEAN);
        finish(isEmpty, new Expr.Binary(BinaryOp.DIVIDE, sum, count, Primitive.DOUBLE));
    }

    /** The first element stands for itself; others are combined with what there is. */
    private void optional(Pipeline.Step step, Expr element, String name, List<Stmt> before, List<Stmt> out) {
        Type type = step.element();
        StreamOperation.Kind kind = step.operation().kind();
        Local isEmpty = method.variable("isEmpty", Primitive.BOOLEAN);
        before.add(new Stmt.Declare(isEmpty, new Expr.Literal(Primitive.BOOLEAN, true)));
        Local chosen = accumulator(accumulatorName(step), type, before);
        Stmt noLongerEmpty = PipelineBody.set(isEmpty, new Expr.Literal(Primitive.BOOLEAN, false));
        if (kind == StreamOperation.Kind.FIRST) {
            out.add(noLongerEmpty);
            out.add(PipelineBody.set(chosen, element));
            out.add(new Stmt.Break(null));
        } else {
            Local next = named(element, type, name, out);
            Expr combined = kind == StreamOperation.Kind.REDUCE
                    ? method.apply(step.function(), List.of(chosen, next), type)
                    : StreamRuntime.extremum(pipeline.name(), chosen.read(), next.read());
            out.add(new Stmt.If(
                    isEmpty.read(),
                    new Stmt.Block(List.of(noLongerEmpty, PipelineBody.set(chosen, next.read()))),
                    new Stmt.Block(List.of(PipelineBody.set(chosen, combined)))));
        }
        finish(isEmpty.read(), chosen.read());
    }

    private String accumulatorName(Pipeline.Step step) {
        return step.function() == null ? pipeline.name() : PipelineMethod.parameterName(step.function(), 0, "result");
    }

    private void reduceFrom(Pipeline.Step step, Expr element, String name, List<Stmt> before, List<Stmt> out) {
        Type type = step.element();
        Expr identity = method.value(step.value());
        Local result = method.variable(accumulatorName(step), type);
        before.add(new Stmt.Declare(result, identity));
        Local next = named(element, type, name, out);
        out.add(PipelineBody.set(result, method.apply(step.function(), List.of(result, next), type)));
        after.add(new Stmt.Return(result.read()));
    }

    private void count(List<Stmt> before, List<Stmt> out) {
        Local count = accumulator("count", Primitive.LONG, before);
        out.add(step(count));
        after.add(new Stmt.Return(count.read()));
    }

    private void array(Type type, Expr element, @Nullable Expr index, List<Stmt> before, List<Stmt> out) {
        ArrayType arrayType = new ArrayType(type);
        Local values = method.variable("values", arrayType);
        if (pipeline.keepsCount()) {
            before.add(new Stmt.Declare(values, new Expr.NewArray(arrayType, List.of(length()))));
            if (index != null) {
                out.add(store(values, index, element));
            } else {
                Local count = accumulator("count", Primitive.INT, before);
                out.add(store(values, count.read(), element));
                out.add(step(count));
            }
            after.add(new Stmt.Return(values.read()));
            return;
        }
        before.add(new Stmt.Declare(
                values, new Expr.NewArray(arrayType, List.of(new Expr.Literal(Primitive.INT, FIRST_LENGTH)))));
        Local count = accumulator("count", Primitive.INT, before);
        Local next = named(element, type, "element", out);
        Expr isFull = new Expr.Binary(BinaryOp.EQUAL, count.read(), new Expr.Length(values.read()), Primitive.BOOLEAN);
        Expr twice =
                new Expr.Binary(BinaryOp.MULTIPLY, new Expr.Literal(Primitive.INT, 2), count.read(), Primitive.INT);
        out.add(new Stmt.If(isFull, new Stmt.Block(List.of(PipelineBody.set(values, copy(values, twice)))), null));
        out.add(store(values, count.read(), next.read()));
        out.add(step(count));
        after.add(new Stmt.Return(copy(values, count.read())));
    }

    /** The number of elements of the source. */
    private Expr length() {
        if (pipeline.source() instanceof Pipeline.OfRange range) {
            Expr from = method.part(range.from());
            Expr to = method.part(range.to());
            Expr end = range.isClosed()
                    ? new Expr.Binary(BinaryOp.PLUS, to, new Expr.Literal(Primitive.LONG, 1L), Primitive.LONG)
                    : to;
            return StreamRuntime.length(from, end);
        }
        Pipeline.OfArray array = (Pipeline.OfArray) pipeline.source();
        return array.from() == null
                ? new Expr.Length(method.part(array.array()))
                : new Expr.Binary(BinaryOp.MINUS, method.part(array.to()), method.part(array.from()), Primitive.INT);
    }

    private static Expr copy(Local values, Expr length) {
        Callee copyOf = new Callee(
                ClassType.of("java.util", "Arrays"),
                "copyOf",
                List.of(values.type(), Primitive.INT),
                values.type(),
                Callee.Kind.FOREIGN,
                Collections.nCopies(2, false),
                false);
        return new Expr.Call(copyOf, List.of(values.read(), length), Span.NONE);
    }

    /** The loop is left at the first element whose test comes out as given. */
    private void match(Pipeline.Step step, Expr element, String name, boolean decisive, boolean found, List<Stmt> out) {
        Local tested = named(element, step.element(), name, out);
        Expr test = method.apply(step.function(), List.of(tested), Primitive.BOOLEAN);
        Stmt leave = new Stmt.Return(new Expr.Literal(Primitive.BOOLEAN, found));
        out.add(new Stmt.If(decisive ? test : PipelineBody.not(test), new Stmt.Block(List.of(leave)), null));
        after.add(new Stmt.Return(new Expr.Literal(Primitive.BOOLEAN, !found)));
    }

    /** What is done with a result that is missing where there was no element. */
    private void finish(Expr isEmpty, Expr value) {
        Pipeline.Finish finish = pipeline.finish();
        Stmt instead = switch (finish.form()) {
            case "isPresent/0", "isEmpty/0" -> null;
            case "orElse/1" ->
                new Stmt.Return(
                        simple(method.value(finish.value()), finish.value().type()));
            case "orElseGet/1" -> new Stmt.Return(method.apply(finish.function(), List.of(), pipeline.result()));
            default -> StreamRuntime.throwMissing();
        };
        if (instead == null) {
            after.add(new Stmt.Return(finish.form().startsWith("isEmpty") ? isEmpty : PipelineBody.not(isEmpty)));
            return;
        }
        after.add(new Stmt.If(isEmpty, new Stmt.Block(List.of(instead)), null));
        after.add(new Stmt.Return(value));
    }

    /** What is evaluated whether it is needed or not. */
    private Expr simple(Expr value, Type type) {
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

    private Local named(Expr element, Type type, String name, List<Stmt> out) {
        if (element instanceof Expr.Read read && read.type().equals(type)) {
            return read.local();
        }
        Local local = method.variable(name, type);
        out.add(new Stmt.Declare(local, element));
        return local;
    }

    private static Stmt store(Local array, Expr index, Expr value) {
        return new Stmt.Evaluate(new Expr.Assign(new Expr.Element(array.read(), index), value, Span.NONE));
    }

    private static Stmt add(Local sum, Expr element) {
        return new Stmt.Evaluate(new Expr.CompoundAssign(sum.read(), BinaryOp.PLUS, element, Span.NONE));
    }

    private static Stmt step(Local counter) {
        return new Stmt.Evaluate(new Expr.Step(counter.read(), true, false));
    }

    private static Expr zero() {
        return new Expr.Literal(Primitive.INT, 0);
    }
}

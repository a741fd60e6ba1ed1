package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head of the loop of a pipeline: how it comes from one element to the next. */
final class PipelineLoop {
    private final Pipeline pipeline;
    private final PipelineMethod method;
    private final List<Stmt> before;

    private Head head;
    private @Nullable Expr index;

    /** What becomes a loop once the conditions and the body are known. */
    private interface Head {
        Stmt loop(@Nullable Expr condition, Stmt.Block body);
    }

    /** @param before what comes before the loop */
    PipelineLoop(Pipeline pipeline, PipelineMethod method, List<Stmt> before) {
        this.pipeline = pipeline;
        this.method = method;
        this.before = before;
        this.head = (condition, body) -> body;
    }

    /** Which of the elements is at hand, counted from zero, where a variable of the loop says that. */
    @Nullable
    Expr index() {
        return index;
    }

    /** Begins the loop, and gives the value of an element. */
    Expr open(String name, List<Stmt> body) {
        Pipeline.Source source = pipeline.source();
        if (source instanceof Pipeline.OfArray array) {
            return array.from() == null ? wholeArray(array, name) : partOfArray(array);
        }
        if (source instanceof Pipeline.OfRange range) {
            return range(range, name, body);
        }
        if (source instanceof Pipeline.OfIteration iteration) {
            return iteration(iteration, name, body);
        }
        Pipeline.OfSupplier generated = (Pipeline.OfSupplier) source;
        head = (condition, inside) -> endless(condition, inside);
        return method.apply(generated.supplier(), List.of(), generated.element());
    }

    /** Whether the source never ends, and nothing else is asked before an element. */
    boolean isEndless(List<Expr> conditions) {
        boolean hasEnd = pipeline.source() instanceof Pipeline.OfArray || pipeline.source() instanceof Pipeline.OfRange;
        return !hasEnd && conditions.isEmpty();
    }

    Stmt close(List<Expr> conditions, List<Stmt> body) {
        Expr all = null;
        for (Expr condition : conditions) {
            all = and(all, condition);
        }
        return head.loop(all, new Stmt.Block(body));
    }

    private static Expr and(@Nullable Expr one, @Nullable Expr other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Expr.Binary(BinaryOp.CONDITIONAL_AND, one, other, Primitive.BOOLEAN);
    }

    private Expr wholeArray(Pipeline.OfArray source, String name) {
        Expr array = method.part(source.array());
        Expr length = early(new Expr.Length(array));
        boolean isPlain = length instanceof Expr.Length && !pipeline.isLimited() && !pipeline.needsIndex();
        if (isPlain) {
            Local element = method.variable(name, source.element());
            head = (condition, body) -> new Stmt.ForEach(element, array, body);
            return element.read();
        }
        Local i = method.variable("i", Primitive.INT);
        index = i.read();
        return counted(i, new Expr.Literal(Primitive.INT, 0), length, array);
    }

    /** Where there is no array, nothing else is evaluated. */
    private Expr early(Expr length) {
        if (!(length instanceof Expr.Length) || !pipeline.evaluatesBeforeLoop()) {
            return length;
        }
        Local local = method.variable("length", Primitive.INT);
        before.add(new Stmt.Declare(local, length));
        return local.read();
    }

    private Expr partOfArray(Pipeline.OfArray source) {
        Expr array = method.part(source.array());
        Expr from = method.part(source.from());
        Expr to = method.part(source.to());
        before.add(new Stmt.Evaluate(StreamRuntime.checkRange(new Expr.Length(array), from, to)));
        return counted(method.variable("i", Primitive.INT), from, to, array);
    }

    private Expr counted(Local i, Expr from, Expr to, Expr array) {
        head = (condition, body) -> loop(i, from, and(less(BinaryOp.LESS, i, to), condition), body);
        return new Expr.Element(array, i.read());
    }

    private static Expr less(BinaryOp op, Local i, Expr to) {
        return new Expr.Binary(op, i.read(), to, Primitive.BOOLEAN);
    }

    private static Stmt loop(Local i, Expr from, Expr condition, Stmt.Block body) {
        return new Stmt.For(
                List.of(new Stmt.Declare(i, from)), condition, List.of(new Expr.Step(i.read(), true, false)), body);
    }

    private Expr range(Pipeline.OfRange source, String name, List<Stmt> body) {
        Expr from = method.part(source.from());
        Expr to = early(method.part(source.to()));
        Type type = source.element();
        Local i = method.variable(name, type);
        if (!source.isClosed()) {
            boolean isIndex = type == Primitive.INT && from.equals(new Expr.Literal(Primitive.INT, 0));
            index = isIndex ? i.read() : null;
            head = (condition, inside) -> loop(i, from, and(less(BinaryOp.LESS, i, to), condition), inside);
            return i.read();
        }
        boolean isSmall = to instanceof Expr.Literal literal && !literal.value().equals(Integer.MAX_VALUE);
        if (isSmall) {
            head = (condition, inside) -> loop(i, from, and(less(BinaryOp.LESS_EQUAL, i, to), condition), inside);
            return i.read();
        }
        // There may be no number after the last one.
        Local next = method.variable("next", Primitive.LONG);
        body.add(new Stmt.Declare(i, new Expr.Cast(type, next.read(), Span.NONE)));
        head = (condition, inside) -> loop(next, from, and(less(BinaryOp.LESS_EQUAL, next, to), condition), inside);
        return i.read();
    }

    /** The next element is computed when it is asked for, and not before. */
    private Expr iteration(Pipeline.OfIteration source, String name, List<Stmt> body) {
        Local element = method.variable("last", source.element());
        before.add(new Stmt.Declare(element, method.part(source.seed())));
        Local started = method.variable("started", Primitive.BOOLEAN);
        before.add(new Stmt.Declare(started, new Expr.Literal(Primitive.BOOLEAN, false)));
        List<Stmt> onwards = new ArrayList<>();
        onwards.add(PipelineBody.set(element, method.apply(source.next(), List.of(element), source.element())));
        body.add(new Stmt.If(started.read(), new Stmt.Block(onwards), null));
        body.add(PipelineBody.set(started, new Expr.Literal(Primitive.BOOLEAN, true)));
        if (source.hasNext() != null) {
            Expr goesOn = method.apply(source.hasNext(), List.of(element), Primitive.BOOLEAN);
            body.add(new Stmt.If(PipelineBody.not(goesOn), new Stmt.Break(null), null));
        }
        head = (condition, inside) -> endless(condition, inside);
        Local current = method.variable(name, source.element());
        body.add(new Stmt.Declare(current, element.read()));
        return current.read();
    }

    private static Stmt endless(@Nullable Expr condition, Stmt.Block body) {
        return new Stmt.While(condition == null ? new Expr.Literal(Primitive.BOOLEAN, true) : condition, body);
    }
}

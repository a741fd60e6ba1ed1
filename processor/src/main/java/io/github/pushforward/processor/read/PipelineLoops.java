package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ArrayType;
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

/** Makes the loops of the sources of pipelines: how they come from one element to the next. */
final class PipelineLoops {
    private final Pipeline pipeline;
    private final PipelineMethod method;
    private final PipelineFunctions functions;
    private final List<Stmt> before;

    /** @param before what comes before the first loop */
    PipelineLoops(Pipeline pipeline, PipelineMethod method, PipelineFunctions functions, List<Stmt> before) {
        this.pipeline = pipeline;
        this.method = method;
        this.functions = functions;
        this.before = before;
    }

    /**
     * The loop of the source.
     *
     * @param name what to call an element
     */
    PipelineLoop ofSource(String name) {
        Pipeline.Source source = pipeline.source();
        if (source instanceof Pipeline.OfArray array) {
            return array.from() == null ? wholeArray(array, name) : partOfArray(array);
        }
        if (source instanceof Pipeline.OfRange range) {
            return range.isClosed() ? closedRange(range, name) : range(range, name);
        }
        return source instanceof Pipeline.OfIteration iteration
                ? iteration(iteration, name)
                : supplied((Pipeline.OfSupplier) source);
    }

    /** A loop over the array that the elements are in by now. */
    PipelineLoop overArray(Local array, String name) {
        Expr length = new Expr.Length(array.read());
        return overArray(array.read(), length, name, null);
    }

    private PipelineLoop wholeArray(Pipeline.OfArray source, String name) {
        Expr array = method.part(source.array());
        Local index = pipeline.needsIndex() ? method.variable("i", Primitive.INT) : null;
        return overArray(array, early(new Expr.Length(array)), name, index);
    }

    /** As simple as the conditions let it be, which are known later. */
    private PipelineLoop overArray(Expr array, Expr length, String name, @Nullable Local index) {
        Local element = method.variable(name, ((ArrayType) array.type()).component());
        PipelineLoop.Head head = (condition, body) -> {
            if (condition == null && index == null && length instanceof Expr.Length) {
                return new Stmt.ForEach(element, array, body, Span.NONE);
            }
            Local i = index == null ? method.variable("i", Primitive.INT) : index;
            List<Stmt> inside = new ArrayList<>();
            inside.add(new Stmt.Declare(element, new Expr.Element(array, i.read())));
            inside.addAll(body.statements());
            return counting(i, LoopCode.ZERO, BinaryOp.LESS, length, condition, new Stmt.Block(inside));
        };
        return new PipelineLoop(element.read(), index == null ? null : index.read(), false, List.of(), head);
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

    private PipelineLoop partOfArray(Pipeline.OfArray source) {
        Expr array = method.part(source.array());
        Expr from = method.part(source.from());
        Expr to = method.part(source.to());
        before.add(new Stmt.Evaluate(StreamRuntime.checkRange(new Expr.Length(array), from, to)));
        Local i = method.variable("i", Primitive.INT);
        return new PipelineLoop(
                new Expr.Element(array, i.read()),
                null,
                false,
                List.of(),
                (condition, body) -> counting(i, from, BinaryOp.LESS, to, condition, body));
    }

    private PipelineLoop range(Pipeline.OfRange source, String name) {
        Expr from = method.part(source.from());
        Expr to = early(method.part(source.to()));
        Local i = method.variable(name, source.element());
        boolean isIndex = source.element() == Primitive.INT && from.equals(LoopCode.ZERO);
        return new PipelineLoop(
                i.read(),
                isIndex ? i.read() : null,
                false,
                List.of(),
                (condition, body) -> counting(i, from, BinaryOp.LESS, to, condition, body));
    }

    private PipelineLoop closedRange(Pipeline.OfRange source, String name) {
        Expr from = method.part(source.from());
        Expr to = early(method.part(source.to()));
        Local i = method.variable(name, source.element());
        boolean isSmall = to instanceof Expr.Literal literal && !literal.value().equals(Integer.MAX_VALUE);
        if (isSmall) {
            return new PipelineLoop(
                    i.read(),
                    null,
                    false,
                    List.of(),
                    (condition, body) -> counting(i, from, BinaryOp.LESS_EQUAL, to, condition, body));
        }
        // There may be no number after the last one.
        Local next = method.variable("next", Primitive.LONG);
        return new PipelineLoop(
                i.read(),
                null,
                false,
                List.of(new Stmt.Declare(i, new Expr.Cast(source.element(), next.read(), Span.NONE))),
                (condition, body) -> counting(next, from, BinaryOp.LESS_EQUAL, to, condition, body));
    }

    private static Stmt counting(Local i, Expr from, BinaryOp op, Expr to, @Nullable Expr condition, Stmt.Block body) {
        return new Stmt.For(
                List.of(new Stmt.Declare(i, from)),
                LoopCode.and(LoopCode.test(i.read(), op, to), condition),
                List.of(new Expr.Step(i.read(), true, false)),
                body);
    }

    /** The next element is computed when it is asked for, and not before. */
    private PipelineLoop iteration(Pipeline.OfIteration source, String name) {
        Type type = source.element();
        if (source.hasNext() != null) {
            functions.require(source.hasNext(), before);
        }
        functions.require(source.next(), before);
        Local last = method.variable("last", type);
        before.add(new Stmt.Declare(last, method.part(source.seed())));
        Local started = method.variable("started", Primitive.BOOLEAN);
        before.add(new Stmt.Declare(started, LoopCode.truth(false)));
        List<Stmt> lead = new ArrayList<>();
        lead.add(
                LoopCode.when(started.read(), LoopCode.set(last, functions.apply(source.next(), List.of(last), type))));
        lead.add(LoopCode.set(started, LoopCode.truth(true)));
        if (source.hasNext() != null) {
            Expr goesOn = functions.apply(source.hasNext(), List.of(last), Primitive.BOOLEAN);
            lead.add(LoopCode.when(LoopCode.not(goesOn), new Stmt.Break(null)));
        }
        Local element = method.variable(name, type);
        lead.add(new Stmt.Declare(element, last.read()));
        return new PipelineLoop(element.read(), null, true, lead, PipelineLoops::asking);
    }

    private PipelineLoop supplied(Pipeline.OfSupplier source) {
        functions.require(source.supplier(), before);
        Expr element = functions.apply(source.supplier(), List.of(), source.element());
        return new PipelineLoop(element, null, true, List.of(), PipelineLoops::asking);
    }

    private static Stmt asking(@Nullable Expr condition, Stmt.Block body) {
        return new Stmt.While(condition == null ? LoopCode.truth(true) : condition, body);
    }
}

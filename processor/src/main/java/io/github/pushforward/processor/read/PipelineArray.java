package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the elements of a loop into an array: one of the right length where that is known, else one that grows. */
final class PipelineArray {
    private static final int FIRST_LENGTH = 16;

    private final Pipeline pipeline;
    private final PipelineMethod method;
    private final Local values;
    private @Nullable Local count;

    PipelineArray(Pipeline pipeline, PipelineMethod method, Type element, String name) {
        this.pipeline = pipeline;
        this.method = method;
        this.values = method.variable(name, new ArrayType(element));
    }

    /**
     * Puts an element into the array.
     *
     * @param index its place, where that is known
     * @param at the step that needs the array
     */
    Local collect(Expr element, @Nullable Expr index, int at, List<Stmt> before, List<Stmt> out) {
        ArrayType type = (ArrayType) values.type();
        if (pipeline.keepsCountBefore(at)) {
            before.add(new Stmt.Declare(values, new Expr.NewArray(type, List.of(length()))));
            if (index != null) {
                out.add(store(index, element));
            } else {
                storeNext(element, counter(before), out);
            }
            return values;
        }
        Expr first = new Expr.Literal(Primitive.INT, FIRST_LENGTH);
        before.add(new Stmt.Declare(values, new Expr.NewArray(type, List.of(first))));
        count = counter(before);
        Local local = method.named(element, type.component(), "element", out);
        Expr isFull = LoopCode.test(count.read(), BinaryOp.EQUAL, new Expr.Length(values.read()));
        Expr twice =
                new Expr.Binary(BinaryOp.MULTIPLY, new Expr.Literal(Primitive.INT, 2), count.read(), Primitive.INT);
        out.add(LoopCode.when(isFull, LoopCode.set(values, StreamRuntime.copyOf(values, twice))));
        storeNext(local.read(), count, out);
        return values;
    }

    private Local counter(List<Stmt> before) {
        Local counter = method.variable("count", Primitive.INT);
        before.add(new Stmt.Declare(counter, LoopCode.ZERO));
        return counter;
    }

    private void storeNext(Expr element, Local counter, List<Stmt> out) {
        out.add(store(counter.read(), element));
        out.add(LoopCode.increase(counter));
    }

    private Stmt store(Expr index, Expr element) {
        return LoopCode.set(new Expr.Element(values.read(), index), element);
    }

    /** The array with the elements alone. */
    Expr value() {
        return count == null ? values.read() : StreamRuntime.copyOf(values, count.read());
    }

    /** Takes off what the array has beyond the elements. */
    List<Stmt> trimmed() {
        return count == null ? List.of() : List.of(LoopCode.set(values, value()));
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
}

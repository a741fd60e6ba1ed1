package io.github.pushforward.processor.read;

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
import java.util.Collections;
import java.util.List;

/** What loops made of streams call. */
final class StreamRuntime {
    private static final ClassType STREAMS = ClassType.of("io.github.pushforward.runtime", "Streams");
    private static final ClassType ARRAYS = ClassType.of("java.util", "Arrays");
    private static final ClassType MATH = ClassType.of("java.lang", "Math");
    private static final ClassType MISSING = ClassType.of("java.util", "NoSuchElementException");

    private StreamRuntime() {}

    static Expr newSum() {
        return new Expr.NewObject(RunningSum.TYPE, false, List.of());
    }

    static Expr plus(Expr sum, Expr element) {
        return call(RunningSum.TYPE, "plus", RunningSum.TYPE, Callee.Invocation.VIRTUAL, sum, element);
    }

    static Expr value(Expr sum) {
        return call(RunningSum.TYPE, "value", Primitive.DOUBLE, Callee.Invocation.VIRTUAL, sum);
    }

    static Expr count(Expr sum) {
        return call(RunningSum.TYPE, "count", Primitive.LONG, Callee.Invocation.VIRTUAL, sum);
    }

    static Expr checkRange(Expr length, Expr from, Expr to) {
        return call(STREAMS, "checkRange", Primitive.VOID, Callee.Invocation.STATIC, length, from, to);
    }

    static Expr checkCount(Expr count) {
        return call(STREAMS, "checkCount", Primitive.LONG, Callee.Invocation.STATIC, count);
    }

    static Expr length(Expr from, Expr to) {
        return call(STREAMS, "length", Primitive.INT, Callee.Invocation.STATIC, from, to);
    }

    static Stmt checkFunction(Expr function) {
        return new Stmt.Evaluate(call(STREAMS, "checkFunction", Primitive.VOID, Callee.Invocation.STATIC, function));
    }

    static Expr copyOf(Local array, Expr length) {
        return ofArrays("copyOf", array.type(), array.read(), length);
    }

    static Expr sort(Local array) {
        return ofArrays("sort", Primitive.VOID, array.read());
    }

    private static Expr ofArrays(String name, Type result, Expr... arguments) {
        List<Type> types = List.of(arguments).stream().map(Expr::type).toList();
        List<Boolean> active = Collections.nCopies(types.size(), false);
        Callee callee = new Callee(ARRAYS, name, types, result, Callee.Kind.FOREIGN, active, false);
        return new Expr.Call(callee, List.of(arguments), Span.NONE);
    }

    /** The larger or the smaller of two numbers, as the streams choose it. */
    static Expr extremum(String name, Expr one, Expr other) {
        return call(MATH, name, one.type(), Callee.Invocation.STATIC, one, other);
    }

    /** Where a result is asked for that there is none of. */
    static Stmt throwMissing() {
        return new Stmt.Throw(
                new Expr.NewObject(MISSING, false, List.of(new Expr.Literal(NumericTypes.STRING, "No value present"))));
    }

    private static Expr call(
            ClassType owner, String name, Type result, Callee.Invocation invocation, Expr... arguments) {
        List<Type> types = List.of(arguments).stream().map(Expr::type).toList();
        Callee callee = new Callee(
                owner,
                name,
                types,
                result,
                Callee.Kind.MATH,
                Collections.nCopies(types.size(), false),
                false,
                invocation);
        return new Expr.Call(callee, List.of(arguments), Span.NONE);
    }
}

package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.ArrayLibrary;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** What library calls on arrays of tangents become on arrays of sets: what moves numbers moves sets as well. */
final class IndexSetLibrary extends LaneLibrary {
    private static final ClassType INDEX_SETS = ClassType.of("io.github.pushforward.runtime", "IndexSets");

    private final IndexSetExpressions expressions;

    IndexSetLibrary(IndexSetExpressions expressions) {
        super(1, expressions);
        this.expressions = expressions;
    }

    @Override
    Expr.Call both(Expr.Call call, Hoist hoist) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(
                    call.callee().active().get(i)
                            ? expressions.array(argument, hoist)
                            : expressions.primal(argument, hoist));
        }
        return runtime(call, INDEX_SETS, arguments);
    }

    @Override
    Expr shadows(Expr.Call call, Hoist hoist) {
        Expr.Call made = call(call, hoist);
        return new Expr.Call(
                made.callee().withResult(expressions.referenceType(call.type())), made.arguments(), call.span());
    }

    private Expr.Call call(Expr.Call call, Hoist hoist) {
        if (call.callee().owner().equals(SHADOWS) && call.callee().name().equals("zeros")) {
            Expr array = expressions.primal(call.arguments().get(0), hoist);
            Callee empty = LaneExpressions.runtime(INDEX_SETS, "empty", List.of(array), call.type());
            return new Expr.Call(empty, List.of(array), call.span());
        }
        if (!ArrayLibrary.contains(call.callee())) {
            throw new NoLanes("a call that is not known: " + call.callee());
        }
        return moved(call, hoist);
    }

    @Override
    void statement(Expr.Call call, Hoist hoist, List<Stmt> out) {
        if (!ArrayLibrary.contains(call.callee())) {
            throw new NoLanes("a call that is not known: " + call.callee());
        }
        int last = call.arguments().size() - 1;
        Expr value = call.arguments().get(last);
        boolean fillsNumbers =
                call.callee().name().equals("fill") && !value.type().isArray();
        if (!fillsNumbers) {
            out.add(new Stmt.Evaluate(moved(call, hoist)));
            return;
        }
        List<Expr> arguments = new ArrayList<>();
        arguments.add(expressions.array(call.arguments().get(0), hoist));
        call.arguments().subList(1, last).forEach(index -> arguments.add(expressions.primal(index, hoist)));
        arguments.add(expressions.numbers(value, hoist).get(0));
        out.add(new Stmt.Evaluate(new Expr.Call(call.callee(), arguments, call.span())));
    }
}

package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.ArrayLibrary;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** What library calls on arrays of tangents become where the numbers are interleaved by lane: positions and lengths grow by W. */
class LaneLibrary {
    private static final ClassType ARRAY_TANGENTS = ClassType.of("io.github.pushforward.runtime", "ArrayTangents");
    private static final ClassType LANE_ARRAYS = ClassType.of("io.github.pushforward.runtime", "LaneArrays");
    static final ClassType SHADOWS = ClassType.of("io.github.pushforward.runtime", "Shadows");

    private final int lanes;
    private final LaneExpressions expressions;

    LaneLibrary(int lanes, LaneExpressions expressions) {
        this.lanes = lanes;
        this.expressions = expressions;
    }

    /** Whether a tangent method is one of the runtime, which has a form for lanes under the same name. */
    boolean contains(Callee callee) {
        return callee.owner().equals(ARRAY_TANGENTS);
    }

    /** A method that changes array and shadow together, whatever the number of lanes. */
    Expr.Call both(Expr.Call call, Hoist hoist) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(
                    call.callee().active().get(i)
                            ? expressions.array(argument, hoist)
                            : expressions.primal(argument, hoist));
        }
        return runtime(call, call.callee().owner(), arguments);
    }

    /** An expression that makes a shadow, or moves one. */
    Expr shadows(Expr.Call call, Hoist hoist) {
        Callee callee = call.callee();
        if (callee.owner().equals(SHADOWS) && callee.name().equals("zeros")) {
            Expr array = expressions.primal(call.arguments().get(0), hoist);
            return runtime(call, SHADOWS, List.of(array, LaneExpressions.integer(lanes)));
        }
        return ArrayLibrary.contains(callee)
                ? moved(call, hoist)
                : expressions.objects().zeros(call, hoist);
    }

    /** A call on shadows that stands as a statement. */
    void statement(Expr.Call call, Hoist hoist, List<Stmt> out) {
        if (!ArrayLibrary.contains(call.callee())) {
            throw new NoLanes("a call that is not known: " + call.callee());
        }
        List<Expr> arguments = call.arguments();
        Expr last = arguments.get(arguments.size() - 1);
        boolean fillsNumbers = call.callee().name().equals("fill") && last.type() instanceof Primitive;
        if (!fillsNumbers || !expressions.isShadowy(last)) {
            out.add(new Stmt.Evaluate(moved(call, hoist)));
            return;
        }
        List<Expr> place = new ArrayList<>();
        place.add(expressions.array(arguments.get(0), hoist));
        arguments.subList(1, arguments.size() - 1).forEach(index -> place.add(expressions.primal(index, hoist)));
        List<Expr> tangents = expressions.numbers(last, hoist);
        for (int lane = 0; lane < lanes; lane++) {
            List<Expr> all = new ArrayList<>(place);
            all.add(LaneExpressions.integer(lanes));
            all.add(LaneExpressions.integer(lane));
            all.add(tangents.get(lane));
            out.add(new Stmt.Evaluate(runtime(call, LANE_ARRAYS, all)));
        }
    }

    final Expr.Call moved(Expr.Call call, Hoist hoist) {
        List<Expr> arguments = new ArrayList<>();
        Type array = call.arguments().get(0).type();
        boolean ofNumbers = array.rank() == 1 && array.elementType().isFloating();
        for (Expr argument : call.arguments()) {
            Type type = argument.type();
            if (!(type instanceof Primitive)) {
                arguments.add(expressions.reference(argument, hoist));
            } else if (ofNumbers && type instanceof Primitive number && number.isIntegral()) {
                arguments.add(expressions.scaled(expressions.primal(argument, hoist)));
            } else {
                arguments.add(expressions.primal(argument, hoist));
            }
        }
        Type result = call.type() == Primitive.VOID ? call.type() : expressions.referenceType(call.type());
        return new Expr.Call(call.callee().withResult(result), arguments, call.span());
    }

    static Expr.Call runtime(Expr.Call call, ClassType owner, List<Expr> arguments) {
        Callee callee = LaneExpressions.runtime(owner, call.callee().name(), arguments, call.type());
        return new Expr.Call(callee, arguments, call.span());
    }
}

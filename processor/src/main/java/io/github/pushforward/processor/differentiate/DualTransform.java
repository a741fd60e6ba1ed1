package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Differentiates values with their tangents, as they occur where the method is a tangent method already. The tangent of a dual is
 * the dual of the tangents of its halves.
 */
final class DualTransform {
    private DualTransform() {}

    /** The tangent of one half is the same half of the tangent. */
    static Linear part(Expr.DualPart part, Linear dual) {
        Expr primal = part.withChildren(List.of(dual.primal()));
        return dual.tangent() == null
                ? Linear.constant(primal)
                : new Linear(primal, part.withChildren(List.of(dual.tangent())));
    }

    /** @param halves the value and the tangent that the dual is made of */
    static Linear newDual(Expr.NewDual dual, List<Linear> halves, ExpressionTransform transform) {
        if (halves.stream().allMatch(half -> half.tangent() == null)) {
            return Linear.constant(
                    dual.withChildren(halves.stream().map(Linear::primal).toList()));
        }
        List<Expr> primals = new ArrayList<>();
        List<Expr> tangents = new ArrayList<>();
        for (int i = 0; i < halves.size(); i++) {
            Linear whole = transform.withTangent(
                    halves.get(i), i == 0 ? dual.part() : dual.part().tangentType());
            primals.add(whole.primal());
            tangents.add(Simplify.orZero(whole.tangent()));
        }
        Expr tangent = new Expr.NewDual(dual.part().tangentType(), tangents.get(0), tangents.get(1));
        return new Linear(dual.withChildren(primals), tangent);
    }

    /** A dual whose tangent is zero in both halves. */
    static Linear constant(Expr dual, ExpressionTransform transform) {
        Expr kept = Repeatable.is(dual) ? dual : transform.keep(dual);
        Expr.NewDual halves = new Expr.NewDual(
                ((DualType) dual.type()).part(),
                new Expr.DualPart(kept, DualHalf.VALUE),
                new Expr.DualPart(kept, DualHalf.TANGENT));
        Expr value = transform
                .withTangent(Linear.constant(halves.value()), halves.value().type())
                .tangent();
        Expr tangent = transform
                .withTangent(Linear.constant(halves.tangent()), halves.tangent().type())
                .tangent();
        return new Linear(
                kept, new Expr.NewDual(halves.part().tangentType(), Simplify.orZero(value), Simplify.orZero(tangent)));
    }
}

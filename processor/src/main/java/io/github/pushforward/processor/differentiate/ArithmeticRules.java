package io.github.pushforward.processor.differentiate;

import static io.github.pushforward.processor.differentiate.RuntimeCalls.tangent;
import static io.github.pushforward.processor.differentiate.Simplify.divide;
import static io.github.pushforward.processor.differentiate.Simplify.minus;
import static io.github.pushforward.processor.differentiate.Simplify.number;
import static io.github.pushforward.processor.differentiate.Simplify.plus;
import static io.github.pushforward.processor.differentiate.Simplify.times;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators of floating-point arithmetic. Source: Griewank and Walther, <i>Evaluating Derivatives</i> (2nd ed.,
 * 2008), table 3.3. The quotient rule uses the primal's quotient r, never y·y, which overflows.
 */
final class ArithmeticRules {
    private static final Map<BinaryOp, Rule> RULES = Map.of(
            BinaryOp.PLUS, op -> plus(op.dx(), op.dy()),
            BinaryOp.MINUS, op -> minus(op.dx(), op.dy()),
            BinaryOp.MULTIPLY, ArithmeticRules::product,
            BinaryOp.DIVIDE, ArithmeticRules::quotient,
            BinaryOp.REMAINDER, ArithmeticRules::remainder);

    private ArithmeticRules() {}

    static Rule of(BinaryOp op) {
        Rule rule = RULES.get(op);
        if (rule == null) {
            throw new IllegalArgumentException("no floating-point operator: " + op.symbol());
        }
        return rule;
    }

    /** d(x·y) = ẋ·y + x·ẏ; a square is 2·x·ẋ. */
    private static @Nullable Expr product(Operation op) {
        if (op.dx() != null && op.dy() != null && op.x().equals(op.y())) {
            return op.dx(dx -> times(times(number(2), op.x()), dx));
        }
        return plus(op.dx(dx -> times(dx, op.y())), op.dy(dy -> times(op.x(), dy)));
    }

    /** d(x/y) = (ẋ − r·ẏ)/y. */
    private static @Nullable Expr quotient(Operation op) {
        Expr numerator = minus(op.dx(), op.dy(dy -> times(op.result(), dy)));
        return numerator == null ? null : divide(numerator, op.y());
    }

    /**
     * x % y = x − n·y with n integral and locally constant: ẋ − n·ẏ, where n = (x − r)/y. Between finite numbers n may overflow,
     * which does not matter to a y that does not move.
     */
    private static @Nullable Expr remainder(Operation op) {
        return minus(op.dx(), op.dy(dy -> tangent("times", wholeQuotient(op), dy)));
    }

    private static Expr wholeQuotient(Operation op) {
        return RuntimeCalls.math("rint", divide(Simplify.binary(BinaryOp.MINUS, op.x(), op.result()), op.y()));
    }
}

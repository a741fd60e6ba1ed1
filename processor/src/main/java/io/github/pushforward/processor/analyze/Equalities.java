package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in a condition the test for equality without which it would not have its outcome. */
final class Equalities {
    private static final Set<String> COMPARISONS =
            Set.of("java.lang.Double#compare[double, double]", "java.lang.Float#compare[float, float]");

    private final Activity activity;
    private final Definitions definitions;
    private final Plateaus plateaus;

    Equalities(Activity activity, Definitions definitions, Plateaus plateaus) {
        this.activity = activity;
        this.definitions = definitions;
        this.plateaus = plateaus;
    }

    /** The tests as they are before some definitions, which they decide. */
    Equalities before(List<Definitions.Definition> decided) {
        return new Equalities(activity, definitions, plateaus.without(decided));
    }

    /** Whether an operand of a condition is, or may stand for, a test for equality of numbers. */
    static boolean mayConfine(Expr operand) {
        boolean isNamed = operand instanceof Expr.Read && operand.type() == Primitive.BOOLEAN;
        return isNamed || (operand instanceof Expr.Binary binary && isOfNumbers(binary));
    }

    private static boolean isOfNumbers(Expr.Binary test) {
        return (test.op() == BinaryOp.EQUAL || test.op() == BinaryOp.NOT_EQUAL)
                && (test.left().type().isFloating() || test.right().type().isFloating() || isComparison(test.left()));
    }

    /** The test that confines an outcome of the condition to a set of measure zero; nothing where none does. */
    Optional<Equality> confining(Expr condition, boolean outcome) {
        if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return confining(unary.operand(), !outcome);
        }
        if (condition instanceof Expr.Read read && read.type() == Primitive.BOOLEAN) {
            return named(read.local()).flatMap(value -> confining(value, outcome));
        }
        if (!(condition instanceof Expr.Binary binary)) {
            return Optional.empty();
        }
        return switch (binary.op()) {
            case CONDITIONAL_AND, AND -> confining(binary, outcome, outcome);
            case CONDITIONAL_OR, OR -> confining(binary, outcome, !outcome);
            case EQUAL, NOT_EQUAL -> binary.op() == BinaryOp.EQUAL == outcome ? equality(binary) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** @param isBoth whether both operands must have the outcome, so that either can confine it */
    private Optional<Equality> confining(Expr.Binary binary, boolean outcome, boolean isBoth) {
        Optional<Equality> left = confining(binary.left(), outcome);
        Optional<Equality> right = confining(binary.right(), outcome);
        if (isBoth) {
            return left.or(() -> right);
        }
        return right.isPresent() ? left : right;
    }

    /** What a variable stands for that is given a value once. */
    private Optional<Expr> named(Local local) {
        List<Definitions.Definition> given = definitions.of(new Place.Variable(local));
        return given.size() == 1 && !given.get(0).keepsOld()
                ? Optional.of(given.get(0).values().get(0))
                : Optional.empty();
    }

    private Optional<Equality> equality(Expr.Binary test) {
        if (isComparison(test.left()) && isZero(test.right())) {
            Expr.Call call = (Expr.Call) test.left();
            return equality(
                    "Double.compare", call.arguments().get(0), call.arguments().get(1), call.span());
        }
        return isOfNumbers(test)
                ? equality(test.op().symbol(), test.left(), test.right(), test.span())
                : Optional.empty();
    }

    private static boolean isComparison(Expr value) {
        return value instanceof Expr.Call call
                && COMPARISONS.contains(call.callee().signature());
    }

    private static boolean isZero(Expr value) {
        Expr number = value instanceof Expr.Cast cast ? cast.operand() : value;
        return number instanceof Expr.Literal literal
                && literal.value() instanceof Number constant
                && constant.doubleValue() == 0.0;
    }

    /** What is 0 where a value is: a sign is so at single points, though it is the same over regions elsewhere. */
    private static Expr signed(Expr value) {
        boolean isSign = value instanceof Expr.Call call
                && call.callee().kind() == Callee.Kind.MATH
                && call.callee().name().equals("signum");
        return isSign ? ((Expr.Call) value).arguments().get(0) : value;
    }

    /** What is true of a number and itself, NaN or an infinity is no matter of formulas. */
    private Optional<Equality> equality(String symbol, Expr left, Expr right, Span span) {
        if (left.equals(right) || isNotFinite(left) || isNotFinite(right)) {
            return Optional.empty();
        }
        Expr first = isZero(right) ? signed(left) : left;
        Expr second = isZero(left) ? signed(right) : right;
        List<Expr> varied = Stream.of(first, second).filter(activity::isVaried).toList();
        boolean isThin = varied.stream().anyMatch(operand -> !plateaus.mayHave(operand));
        return isThin ? Optional.of(new Equality(symbol, varied, span)) : Optional.empty();
    }

    /** Whether an expression is a constant that is infinite or not a number. */
    static boolean isNotFinite(Expr value) {
        Object constant = value instanceof Expr.Literal literal
                ? literal.value()
                : value instanceof Expr.StaticField field ? field.constant() : null;
        return value instanceof Expr.Unary unary
                ? isNotFinite(unary.operand())
                : constant instanceof Number number && !Double.isFinite(number.doubleValue());
    }
}

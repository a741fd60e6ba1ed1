package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects like terms: a·ẋ + b·ẋ becomes (a + b)·ẋ. That is a product less in each pass; and a + b, into which no tangent enters, is
 * the same in all lanes. A polynomial in one variable by Horner's scheme gets its derivative by Horner's scheme.
 */
final class LikeTerms {
    private final TangentLocals tangents;

    LikeTerms(TangentLocals tangents) {
        this.tangents = tangents;
    }

    /** What the statement computes of values. */
    interface Values {
        /** The variable that an expression is in already, or the expression. */
        Expr named(Expr expression);

        /** Whether the value has a product as a part, so that to compute it overflows nowhere but where the value is computed from what overflowed. */
        default boolean have(Expr expression) {
            return !named(expression).equals(expression);
        }
    }

    /**
     * A term ±c·ẋ.
     *
     * @param factor c; {@code null} for 1
     */
    private record Term(boolean isNegative, @Nullable Expr factor, Expr tangent) {
        Expr factorOrOne() {
            return factor == null ? Simplify.number(1) : factor;
        }

        Term negated() {
            return new Term(!isNegative, factor, tangent);
        }

        /**
         * The term with a factor made of two, of which one may be absent. Nothing where that would be computed more coarsely than now, and
         * nothing but for factors that were collected themselves, or that the value has as well: a·(b·ẋ) may be a number where a·b is none.
         */
        Optional<Term> with(BinaryOp op, @Nullable Expr left, @Nullable Expr right, Values values) {
            if (left == null || right == null) {
                return Optional.of(new Term(isNegative, left == null ? right : left, tangent));
            }
            Expr both = asComputed(op, left, right, values);
            boolean isSafe = isSum(withoutSign(factor)) || values.have(both);
            return isSafe && isFine(both) ? Optional.of(new Term(isNegative, both, tangent)) : Optional.empty();
        }

        /** The product, or the quotient; with its factors as the value has them, if it has that. */
        private static Expr asComputed(BinaryOp op, Expr left, Expr right, Values values) {
            Expr both = Simplify.binary(op, left, right);
            Expr swapped = Simplify.binary(op, right, left);
            return op == BinaryOp.MULTIPLY && !values.have(both) && values.have(swapped) ? swapped : both;
        }

        /** Whether a factor is computed as finely as its products with the tangent: integers may overflow, {@code float} rounds. */
        private boolean isFine(Expr computed) {
            return computed.type() == Primitive.DOUBLE || computed.type().equals(tangent.type());
        }

        /** The sum of two like terms; nothing where that of their factors would be computed more coarsely. */
        Optional<Expr> plus(Term other, Values values) {
            Expr own = values.named(factorOrOne());
            Expr others = values.named(other.factorOrOne());
            if (own.equals(others) && isNegative == other.isNegative) {
                Expr two = Simplify.number(isNegative ? -2 : 2);
                return Optional.of(Simplify.times(factor == null ? two : Simplify.times(two, own), tangent));
            }
            if (isNegative && other.isNegative && !others.type().isFloating()) {
                return Optional.empty(); // the negative of an integer may be itself
            }
            Expr sum = isNegative
                    ? Simplify.minus(other.isNegative ? Simplify.negate(others) : others, own)
                    : other.isNegative ? Simplify.minus(own, others) : Simplify.plus(own, others);
            return Optional.ofNullable(sum).filter(this::isFine).map(both -> Simplify.times(both, tangent));
        }
    }

    private static boolean isSum(@Nullable Expr factor) {
        return factor instanceof Expr.Binary binary && (binary.op() == BinaryOp.PLUS || binary.op() == BinaryOp.MINUS);
    }

    private static @Nullable Expr withoutSign(@Nullable Expr factor) {
        return factor instanceof Expr.Unary sign && sign.op() == UnaryOp.MINUS ? sign.operand() : factor;
    }

    /**
     * The tangent of an operation, with two terms made one where it is a sum of two in the same tangent.
     *
     * @param values what the value is computed by
     */
    @Nullable
    Expr collected(@Nullable Expr tangent, Values values) {
        if (!isSum(tangent)) {
            return tangent;
        }
        Expr.Binary sum = (Expr.Binary) tangent;
        Optional<Term> left = term(sum.left(), values);
        Optional<Term> right =
                term(sum.right(), values).map(term -> sum.op() == BinaryOp.MINUS ? term.negated() : term);
        boolean isAlike = left.isPresent()
                && right.isPresent()
                && left.get().tangent().equals(right.get().tangent());
        return isAlike ? left.get().plus(right.get(), values).orElse(tangent) : tangent;
    }

    private Optional<Term> term(Expr expression, Values values) {
        if (expression instanceof Expr.Unary sign && sign.op() == UnaryOp.MINUS) {
            return term(sign.operand(), values).map(Term::negated);
        }
        if (expression instanceof Expr.Binary binary) {
            return product(binary, values);
        }
        return expression instanceof Expr.Conditional
                ? Optional.empty()
                : Optional.of(new Term(false, null, expression));
    }

    /** A product, or a quotient, of a term and what no tangent enters into. */
    private Optional<Term> product(Expr.Binary binary, Values values) {
        Expr left = binary.left();
        Expr right = binary.right();
        if (binary.op() == BinaryOp.MULTIPLY && !hasTangent(right)) {
            return term(left, values).flatMap(term -> term.with(BinaryOp.MULTIPLY, term.factor(), right, values));
        }
        if (binary.op() == BinaryOp.MULTIPLY && !hasTangent(left)) {
            return term(right, values).flatMap(term -> term.with(BinaryOp.MULTIPLY, left, term.factor(), values));
        }
        if (binary.op() == BinaryOp.DIVIDE && !hasTangent(right)) {
            // ẋ/y stays what it is: 1/y may overflow.
            return term(left, values)
                    .flatMap(term -> term.factor() == null
                            ? Optional.of(new Term(term.isNegative(), null, Simplify.divide(term.tangent(), right)))
                            : term.with(BinaryOp.DIVIDE, term.factor(), right, values));
        }
        return Optional.empty();
    }

    private boolean hasTangent(Expr expression) {
        return expression.subtree().stream()
                .anyMatch(node -> node instanceof Expr.Read read
                                && tangents.primalOf(read.local()).isPresent()
                        || node instanceof Expr.DualPart part && part.half() == DualHalf.TANGENT);
    }
}

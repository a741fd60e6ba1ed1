package io.github.pushforward.processor.ir;

import java.util.Optional;

/** The values of constant expressions (JLS 15.29) that narrow by themselves: those of type {@code int} and below. */
final class Constants {
    private Constants() {}

    /** The value; nothing where the expression is not constant, or not of an integer type up to {@code int}. */
    static Optional<Integer> intValue(Expr expression) {
        boolean isSmall =
                expression.type() instanceof Primitive type && type.isIntegral() && type.compareTo(Primitive.INT) <= 0;
        return isSmall ? evaluate(expression) : Optional.empty();
    }

    private static Optional<Integer> evaluate(Expr expression) {
        if (expression instanceof Expr.Literal literal) {
            return ofBoxed(literal.value());
        }
        if (expression instanceof Expr.StaticField field) {
            return Optional.ofNullable(field.constant()).flatMap(Constants::ofBoxed);
        }
        if (expression instanceof Expr.Unary unary) {
            return intValue(unary.operand()).flatMap(value -> apply(unary.op(), value));
        }
        if (expression instanceof Expr.Binary binary) {
            return intValue(binary.left())
                    .flatMap(left -> intValue(binary.right()).flatMap(right -> apply(binary.op(), left, right)));
        }
        if (expression instanceof Expr.Cast cast) {
            return castOperand(cast.operand()).map(value -> narrowed(cast.type(), value));
        }
        if (expression instanceof Expr.Conditional choice && choice.condition() instanceof Expr.Literal condition) {
            return intValue(Boolean.TRUE.equals(condition.value()) ? choice.whenTrue() : choice.whenFalse());
        }
        return Optional.empty();
    }

    private static Optional<Integer> ofBoxed(Object value) {
        if (value instanceof Character character) {
            return Optional.of((int) character);
        }
        boolean isSmall = value instanceof Integer || value instanceof Short || value instanceof Byte;
        return isSmall ? Optional.of(((Number) value).intValue()) : Optional.empty();
    }

    private static Optional<Integer> castOperand(Expr operand) {
        boolean isNumber = operand instanceof Expr.Literal literal && literal.value() instanceof Number;
        return isNumber ? Optional.of(toInt((Number) ((Expr.Literal) operand).value())) : intValue(operand);
    }

    /** As a cast does it: saturating from floating point, cutting bits off from {@code long}. */
    private static int toInt(Number number) {
        return number instanceof Long bits ? (int) bits.longValue() : (int) number.doubleValue();
    }

    private static Integer narrowed(Type type, int value) {
        return switch ((Primitive) type) {
            case BYTE -> (int) (byte) value;
            case SHORT -> (int) (short) value;
            case CHAR -> (int) (char) value;
            default -> value;
        };
    }

    private static Optional<Integer> apply(UnaryOp op, int value) {
        return switch (op) {
            case PLUS -> Optional.of(value);
            case MINUS -> Optional.of(-value);
            case COMPLEMENT -> Optional.of(~value);
            case NOT -> Optional.empty();
        };
    }

    private static Optional<Integer> apply(BinaryOp op, int left, int right) {
        return switch (op) {
            case MULTIPLY -> Optional.of(left * right);
            case DIVIDE -> right == 0 ? Optional.empty() : Optional.of(left / right);
            case REMAINDER -> right == 0 ? Optional.empty() : Optional.of(left % right);
            case PLUS -> Optional.of(left + right);
            case MINUS -> Optional.of(left - right);
            case LEFT_SHIFT -> Optional.of(left << right);
            case RIGHT_SHIFT -> Optional.of(left >> right);
            case UNSIGNED_RIGHT_SHIFT -> Optional.of(left >>> right);
            case AND -> Optional.of(left & right);
            case XOR -> Optional.of(left ^ right);
            case OR -> Optional.of(left | right);
            default -> Optional.empty();
        };
    }
}

package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operators and the conversions of the language (JLS 5, 15) on boxed values. */
final class Operators {
    private Operators() {}

    static Object apply(UnaryOp op, Object operand, Type type) {
        return switch (op) {
            case NOT -> !(Boolean) operand;
            case PLUS -> cast(operand, (Primitive) type);
            case COMPLEMENT ->
                type == Primitive.LONG
                        ? (Object) ~(Long) cast(operand, Primitive.LONG)
                        : (Object) ~(Integer) cast(operand, Primitive.INT);
            case MINUS -> negate(cast(operand, (Primitive) type));
        };
    }

    private static Object negate(Object number) {
        if (number instanceof Double value) {
            return -value;
        }
        if (number instanceof Float value) {
            return -value;
        }
        return number instanceof Long value ? (Object) (-value) : (Object) (-(Integer) number);
    }

    /** An operator whose operands have both been evaluated. */
    static Object apply(BinaryOp op, @Nullable Object left, Type leftType, @Nullable Object right, Type rightType) {
        if (op == BinaryOp.PLUS && (leftType.equals(NumericTypes.STRING) || rightType.equals(NumericTypes.STRING))) {
            return String.valueOf(left) + right;
        }
        if (!NumericTypes.isOverPrimitives(op, leftType, rightType)) {
            return (op == BinaryOp.EQUAL) == (left == right);
        }
        Objects.requireNonNull(left);
        Objects.requireNonNull(right);
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return onBooleans(op, a, b);
        }
        Primitive one = (Primitive) Boxes.unboxed(leftType);
        Primitive other = (Primitive) Boxes.unboxed(rightType);
        if (op.isShift()) {
            Primitive wide = one == Primitive.LONG ? Primitive.LONG : Primitive.INT;
            return shift(op, cast(left, wide), ((Number) cast(right, Primitive.LONG)).longValue());
        }
        Primitive wide = NumericTypes.promoted(one, other);
        return onNumbers(op, cast(left, wide), cast(right, wide), wide);
    }

    private static Object onBooleans(BinaryOp op, boolean a, boolean b) {
        return switch (op) {
            case EQUAL -> a == b;
            case NOT_EQUAL, XOR -> a != b;
            case AND, CONDITIONAL_AND -> a && b;
            case OR, CONDITIONAL_OR -> a || b;
            default -> throw new BrokenIr(op + " of booleans");
        };
    }

    private static Object shift(BinaryOp op, Object value, long by) {
        if (value instanceof Long a) {
            return op == BinaryOp.LEFT_SHIFT ? a << by : op == BinaryOp.RIGHT_SHIFT ? a >> by : a >>> by;
        }
        int a = (Integer) value;
        return op == BinaryOp.LEFT_SHIFT ? a << by : op == BinaryOp.RIGHT_SHIFT ? a >> by : a >>> by;
    }

    private static Object onNumbers(BinaryOp op, Object left, Object right, Primitive wide) {
        return switch (wide) {
            case DOUBLE -> onDoubles(op, (Double) left, (Double) right);
            case FLOAT -> onFloats(op, (Float) left, (Float) right);
            case LONG -> onLongs(op, (Long) left, (Long) right);
            default -> onInts(op, (Integer) left, (Integer) right);
        };
    }

    private static Object onDoubles(BinaryOp op, double a, double b) {
        return switch (op) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case PLUS -> a + b;
            case MINUS -> a - b;
            case LESS -> a < b;
            case GREATER -> a > b;
            case LESS_EQUAL -> a <= b;
            case GREATER_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            default -> throw new BrokenIr(op + " of doubles");
        };
    }

    private static Object onFloats(BinaryOp op, float a, float b) {
        return switch (op) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case PLUS -> a + b;
            case MINUS -> a - b;
            default -> onDoubles(op, a, b);
        };
    }

    private static Object onLongs(BinaryOp op, long a, long b) {
        return switch (op) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case PLUS -> a + b;
            case MINUS -> a - b;
            case LESS -> a < b;
            case GREATER -> a > b;
            case LESS_EQUAL -> a <= b;
            case GREATER_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            default -> throw new BrokenIr(op + " of longs");
        };
    }

    private static Object onInts(BinaryOp op, int a, int b) {
        return switch (op) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case PLUS -> a + b;
            case MINUS -> a - b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            default -> onLongs(op, a, b);
        };
    }

    /** A cast to a primitive type, of a boxed value. */
    static Object cast(@Nullable Object value, Primitive type) {
        Objects.requireNonNull(value, "a box");
        if (value instanceof Boolean) {
            if (type != Primitive.BOOLEAN) {
                throw new BrokenIr("a boolean as " + type);
            }
            return value;
        }
        Number number = value instanceof Character character ? (Number) (int) character : (Number) value;
        boolean isFloating = number instanceof Double || number instanceof Float;
        return switch (type) {
            case DOUBLE -> number.doubleValue();
            case FLOAT -> number.floatValue();
            case LONG -> isFloating ? (long) number.doubleValue() : number.longValue();
            case INT -> isFloating ? (int) number.doubleValue() : number.intValue();
            case SHORT -> (short) (int) (Integer) cast(number, Primitive.INT);
            case BYTE -> (byte) (int) (Integer) cast(number, Primitive.INT);
            case CHAR -> (char) (int) (Integer) cast(number, Primitive.INT);
            default -> throw new BrokenIr("a number as " + type);
        };
    }

    /** A value as a variable of another type takes it (JLS 5.2), where the language lets it. */
    static @Nullable Object assigned(@Nullable Object value, Type from, Type to) {
        if (to instanceof Primitive target) {
            if (!(Boxes.unboxed(from) instanceof Primitive source)) {
                throw new BrokenIr("a " + from + " as a " + to);
            }
            boolean mayBeConstant = source == Primitive.INT && target.isIntegral() && target != Primitive.LONG;
            if (!NumericTypes.widens(source, target) && !mayBeConstant) {
                throw new BrokenIr("a " + from + " as a " + to + " without a cast");
            }
            return cast(value, target);
        }
        boolean isBoxed = from instanceof Primitive && Boxes.isBox(to);
        if (isBoxed && !Boxes.unboxed(to).equals(from)) {
            throw new BrokenIr("a " + from + " as a " + to + " without a cast");
        }
        return value;
    }
}

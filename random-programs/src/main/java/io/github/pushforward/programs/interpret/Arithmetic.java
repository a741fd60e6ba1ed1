package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import org.jspecify.annotations.Nullable;

/**
 * Operators and conversions of Java. {@code int} and smaller types are {@link Integer}, {@code long} is {@link Long}, both
 * floating-point types are {@link Real}.
 */
final class Arithmetic {
    private final Trace trace;

    Arithmetic(Trace trace) {
        this.trace = trace;
    }

    /** A value of one type as one of another: boxing, unboxing, widening and casts (JLS 5.1). */
    @Nullable
    Object convert(@Nullable Object value, Type from, Type to) {
        if (from.equals(to) || !(from instanceof Primitive || from instanceof Type.Box)) {
            return value;
        }
        if (to instanceof Type.Box && from instanceof Type.Box) {
            return value;
        }
        if (value == null) {
            throw new Thrown("NullPointerException", null);
        }
        return convert(value, Primitive.of(from), Primitive.of(to));
    }

    private Object convert(Object value, Primitive from, Primitive to) {
        if (from == to || from == Primitive.BOOLEAN) {
            return value;
        }
        if (value instanceof Real real) {
            if (to == Primitive.DOUBLE) {
                return real;
            }
            if (to == Primitive.FLOAT) {
                return Real.of(to, (float) real.value(), real.tangent(), real.error(), Math.abs(real.tangent()));
            }
            return decided(
                    to == Primitive.LONG ? (Object) (long) real.value() : (Object) small((int) real.value(), to));
        }
        long number = ((Number) value).longValue();
        return switch (to) {
            case DOUBLE -> Real.constant((double) number);
            case FLOAT -> Real.constant((float) number);
            case LONG -> (Object) number;
            default -> small((int) number, to);
        };
    }

    private Object decided(Object number) {
        trace.decide(((Number) number).longValue());
        return number;
    }

    private static Integer small(int number, Primitive to) {
        return switch (to) {
            case BYTE -> (int) (byte) number;
            case SHORT -> (int) (short) number;
            case CHAR -> (int) (char) number;
            default -> number;
        };
    }

    Object unary(String sign, Primitive type, Object operand) {
        return switch (sign) {
            case "+" -> operand;
            case "!" -> !(Boolean) operand;
            case "~" -> type == Primitive.LONG ? (Object) ~(Long) operand : (Object) ~(Integer) operand;
            default -> negative(type, operand);
        };
    }

    private static Object negative(Primitive type, Object operand) {
        if (operand instanceof Real real) {
            return new Real(-real.value(), -real.tangent(), real.error());
        }
        return type == Primitive.LONG ? (Object) (-(Long) operand) : (Object) (-(Integer) operand);
    }

    /** A binary operation other than {@code &&} and {@code ||}, whose operands have the promoted type, shifts apart. */
    Object binary(Operator operator, Primitive type, Object left, Object right) {
        if (operator.isComparison()) {
            boolean outcome = compare(operator, left, right);
            trace.decide(outcome ? 1 : 2);
            return outcome;
        }
        if (left instanceof Boolean one) {
            return logical(operator, one, (Boolean) right);
        }
        if (left instanceof Real one) {
            return real(operator, type, one, (Real) right);
        }
        long other = ((Number) right).longValue();
        return type == Primitive.LONG
                ? (Object) integer(operator, (Long) left, other)
                : (Object) integer(operator, (Integer) left, other);
    }

    private static boolean compare(Operator operator, Object left, Object right) {
        if (left instanceof Real one) {
            double x = one.value();
            double y = ((Real) right).value();
            return switch (operator) {
                case LESS -> x < y;
                case AT_MOST -> x <= y;
                case GREATER -> x > y;
                case AT_LEAST -> x >= y;
                case EQUAL -> x == y;
                default -> x != y;
            };
        }
        if (left instanceof Boolean) {
            return left.equals(right) == (operator == Operator.EQUAL);
        }
        int order = Long.compare(((Number) left).longValue(), ((Number) right).longValue());
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case EQUAL -> order == 0;
            default -> order != 0;
        };
    }

    private static boolean logical(Operator operator, boolean one, boolean other) {
        return switch (operator) {
            case BIT_AND -> one & other;
            case BIT_OR -> one | other;
            default -> one ^ other;
        };
    }

    private static long integer(Operator operator, long left, long right) {
        if (right == 0 && (operator == Operator.DIVIDE || operator == Operator.REMAINDER)) {
            throw new Thrown("ArithmeticException", "/ by zero");
        }
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            case SHIFT_LEFT -> left << right;
            case SHIFT_RIGHT -> left >> right;
            case SHIFT_UNSIGNED -> left >>> right;
            case BIT_AND -> left & right;
            case BIT_OR -> left | right;
            default -> left ^ right;
        };
    }

    /** In 32 bits; a shift takes the lowest bits of its distance, which may be a {@code long}. */
    private static int integer(Operator operator, int left, long right) {
        return switch (operator) {
            case SHIFT_LEFT -> left << (int) right;
            case SHIFT_RIGHT -> left >> (int) right;
            case SHIFT_UNSIGNED -> left >>> (int) right;
            default -> (int) integer(operator, (long) left, right);
        };
    }

    private Real real(Operator operator, Primitive type, Real x, Real y) {
        double value = rounded(type, operator, x.value(), y.value());
        double dx = x.tangent();
        double dy = y.tangent();
        switch (operator) {
            case PLUS:
                return Real.of(type, value, dx + dy, x.error() + y.error(), Math.abs(dx) + Math.abs(dy));
            case MINUS:
                return Real.of(type, value, dx - dy, x.error() + y.error(), Math.abs(dx) + Math.abs(dy));
            case TIMES:
                double first = dx * y.value();
                double second = x.value() * dy;
                double inherited = x.error() * Math.abs(y.value()) + Math.abs(x.value()) * y.error();
                return Real.of(type, value, first + second, inherited, Math.abs(first) + Math.abs(second));
            case DIVIDE:
                double size = Math.abs(y.value());
                double part = value * dy;
                double error = (x.error() + Math.abs(value) * y.error()) / size;
                double sum = (Math.abs(dx) + Math.abs(part)) / size;
                return Real.of(type, value, (dx - part) / y.value(), error, sum);
            default:
                double quotient = (x.value() - value) / y.value();
                double whole = quotient < 0 ? Math.ceil(quotient - 0.25) : Math.floor(quotient + 0.25);
                trace.decide(Double.doubleToLongBits(whole));
                return multiple(type, value, x, whole, y);
        }
    }

    /** The tangent of x − n·y. */
    static Real multiple(Primitive type, double value, Real x, double whole, Real y) {
        if (y.isStill() && Double.isFinite(value)) {
            return Real.of(type, value, x.tangent(), x.error(), Math.abs(x.tangent()));
        }
        double part = whole * y.tangent();
        double error = x.error() + Math.abs(whole) * y.error();
        return Real.of(type, value, x.tangent() - part, error, Math.abs(x.tangent()) + Math.abs(part));
    }

    private static double rounded(Primitive type, Operator operator, double x, double y) {
        if (type == Primitive.FLOAT) {
            float one = (float) x;
            float other = (float) y;
            return switch (operator) {
                case PLUS -> one + other;
                case MINUS -> one - other;
                case TIMES -> one * other;
                case DIVIDE -> one / other;
                default -> one % other;
            };
        }
        return switch (operator) {
            case PLUS -> x + y;
            case MINUS -> x - y;
            case TIMES -> x * y;
            case DIVIDE -> x / y;
            default -> x % y;
        };
    }
}

package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Primitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions of {@code Math} on dual numbers. Values are the library's own; derivatives are those of the textbook, with the
 * conventions of {@code docs/conventions.md} at kinks and jumps. Where a slope is infinite and matters, nothing is claimed.
 */
final class Functions {
    private static final Map<Key, Method> METHODS = new ConcurrentHashMap<>();

    private record Key(MathFunction function, boolean isStrict) {}

    private final Trace trace;

    Functions(Trace trace) {
        this.trace = trace;
    }

    /** The result of a function, whose arguments have the types of its parameters. */
    Object apply(MathFunction function, boolean isStrict, List<Object> arguments) {
        Object result = value(function, isStrict, arguments);
        if (!function.result().isFloating()) {
            if (arguments.stream().anyMatch(Real.class::isInstance)) {
                trace.decide(((Number) result).longValue());
            }
            return result;
        }
        double value = ((Number) result).doubleValue();
        Primitive type = function.result();
        Real x = (Real) arguments.get(0);
        if (arguments.size() == 1) {
            return unary(function.name(), type, value, x);
        }
        if (arguments.get(1) instanceof Integer exponent) {
            return new Real(
                    value,
                    Math.scalb(x.tangent(), exponent),
                    Math.scalb(x.error(), exponent) + (x.isStill() ? 0 : type == Primitive.FLOAT ? 1e-44 : 1e-320));
        }
        Real y = (Real) arguments.get(1);
        return arguments.size() == 2
                ? binary(function.name(), type, value, x, y)
                : fma(type, value, x, y, (Real) arguments.get(2));
    }

    private static Object value(MathFunction function, boolean isStrict, List<Object> arguments) {
        Object[] plain = new Object[arguments.size()];
        for (int i = 0; i < plain.length; i++) {
            Object argument = arguments.get(i);
            plain[i] = argument instanceof Real real
                    ? function.parameters().get(i) == Primitive.FLOAT
                            ? (Object) (float) real.value()
                            : (Object) real.value()
                    : argument;
        }
        try {
            return METHODS.computeIfAbsent(new Key(function, isStrict), Functions::method)
                    .invoke(null, plain);
        } catch (InvocationTargetException thrown) {
            throw new Thrown(
                    thrown.getCause().getClass().getSimpleName(),
                    thrown.getCause().getMessage());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Method method(Key key) {
        Class<?>[] types = key.function().parameters().stream()
                .map(type -> switch (type) {
                    case DOUBLE -> double.class;
                    case FLOAT -> float.class;
                    case LONG -> long.class;
                    default -> int.class;
                })
                .toArray(Class<?>[]::new);
        try {
            return (key.isStrict() ? StrictMath.class : Math.class)
                    .getMethod(key.function().name(), types);
        } catch (NoSuchMethodException absent) {
            throw new IllegalArgumentException(key.toString(), absent);
        }
    }

    private Real unary(String name, Primitive type, double value, Real x) {
        double at = x.value();
        return switch (name) {
            case "sin" -> times(type, value, Math.cos(at), x);
            case "cos" -> times(type, value, -Math.sin(at), x);
            case "tan" -> times(type, value, 1 + value * value, x);
            case "asin" -> over(type, value, Math.sqrt((1 - at) * (1 + at)), x);
            case "acos" -> over(type, value, -Math.sqrt((1 - at) * (1 + at)), x);
            case "atan" -> over(type, value, 1 + at * at, x);
            case "exp" -> times(type, value, value, x);
            case "expm1" -> times(type, value, Math.exp(at), x);
            case "log" -> over(type, value, at >= 0 ? at : Double.NaN, x);
            case "log10" -> over(type, value, at >= 0 ? at * Math.log(10) : Double.NaN, x);
            case "log1p" -> over(type, value, at >= -1 ? 1 + at : Double.NaN, x);
            case "sqrt" -> over(type, value, 2 * value, x);
            case "cbrt" -> over(type, value, 3 * value * value, x);
            case "sinh" -> times(type, value, Math.cosh(at), x);
            case "cosh" -> times(type, value, Math.sinh(at), x);
            case "tanh" -> hyperbolicTangent(value, x);
            case "abs" -> {
                trace.decide(Double.doubleToLongBits(Math.signum(at)));
                yield times(type, value, Math.signum(at), x);
            }
            case "floor", "ceil", "rint", "signum", "ulp" -> {
                trace.decide(Double.doubleToLongBits(value));
                yield Real.constant(value);
            }
            case "nextUp", "nextDown" -> times(type, value, 1, x);
            case "toRadians" -> times(type, value, Math.PI / 180, x);
            case "toDegrees" -> times(type, value, 180 / Math.PI, x);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** 1 − tanh² is computed so in double precision, and its error is absolute. */
    private static Real hyperbolicTangent(double value, Real x) {
        Real tangent = times(Primitive.DOUBLE, value, 1 - value * value, x);
        return new Real(value, tangent.tangent(), tangent.error() + 0x1p-50 * Math.abs(x.tangent()));
    }

    /** slope · tangent; an infinite slope times a zero is zero. */
    private static Real times(Primitive type, double value, double slope, Real x) {
        if (Double.isInfinite(slope)) {
            return x.isStill() ? Real.constant(value) : Real.unknown(value);
        }
        double tangent = slope * x.tangent();
        return Real.of(type, value, tangent, Math.abs(slope) * x.error(), Math.abs(tangent));
    }

    /** tangent/divisor; an infinite slope times a zero is zero. */
    private static Real over(Primitive type, double value, double divisor, Real x) {
        if (divisor == 0) {
            return x.isStill() ? Real.constant(value) : Real.unknown(value);
        }
        double tangent = x.tangent() / divisor;
        return Real.of(type, value, tangent, x.error() / Math.abs(divisor), Math.abs(tangent));
    }

    private Real binary(String name, Primitive type, double value, Real x, Real y) {
        double at = x.value();
        double other = y.value();
        switch (name) {
            case "pow":
                return sum(type, value, powerOfBase(value, x, other), powerOfExponent(value, at, y));
            case "atan2":
                return angle(value, x, y);
            case "hypot":
                return length(value, x, y);
            case "max":
            case "min":
                return extreme(type, value, x, y, name.equals("max"));
            case "copySign":
                double sign = Math.signum(at) * Math.copySign(1, other);
                trace.decide((long) sign);
                return times(type, value, sign, x);
            case "IEEEremainder":
                double whole = Math.rint((at - value) / other);
                trace.decide(Double.doubleToLongBits(whole));
                return Arithmetic.multiple(type, value, x, whole, y);
            default:
                return times(type, value, 1, x); // nextAfter
        }
    }

    private static Real sum(Primitive type, double value, Real one, Real other) {
        return Real.of(
                type,
                value,
                one.tangent() + other.tangent(),
                one.error() + other.error(),
                Math.abs(one.tangent()) + Math.abs(other.tangent()));
    }

    private static Real powerOfBase(double power, Real x, double c) {
        if (c == 0) {
            return Real.constant(power);
        }
        if (c == 1) {
            return new Real(power, x.tangent(), x.error());
        }
        double slope = c * Math.pow(x.value(), c - 1);
        boolean isHard = Math.abs(c) > 0x1p52 || (slope != 0 && Math.abs(slope) < 1e-280);
        if (Double.isNaN(power) || (isHard && !x.isStill())) {
            return Real.unknown(power);
        }
        if (slope == 0 && x.value() != 0) {
            return new Real(power, 0, x.isStill() ? 0 : 1e-280 * (Math.abs(x.tangent()) + x.error()));
        }
        return times(Primitive.DOUBLE, power, slope, x);
    }

    private static Real powerOfExponent(double power, double x, Real y) {
        if (Double.isNaN(power)) {
            return Real.unknown(power);
        }
        if (y.isStill()) {
            return Real.constant(power);
        }
        if (x < 0 || (x == 0 && y.value() < 0) || x == Double.POSITIVE_INFINITY) {
            return Real.unknown(power);
        }
        return x == 0 ? Real.constant(power) : times(Primitive.DOUBLE, power, power * Math.log(x), y);
    }

    /** d atan2(y, x), where the first argument is the height. */
    private static Real angle(double value, Real height, Real width) {
        if (height.isStill() && width.isStill() && !Double.isNaN(value)) {
            return Real.constant(value);
        }
        double radius = Math.hypot(width.value(), height.value());
        if (!(radius > 1e-280 && radius < 1e280)) {
            return Real.unknown(value);
        }
        double cosine = width.value() / radius;
        double sine = height.value() / radius;
        double first = cosine * height.tangent() / radius;
        double second = sine * width.tangent() / radius;
        double error = (Math.abs(cosine) * height.error() + Math.abs(sine) * width.error()) / radius;
        return Real.of(Primitive.DOUBLE, value, first - second, error, Math.abs(first) + Math.abs(second));
    }

    private static Real length(double value, Real x, Real y) {
        if (value == 0) {
            return x.isComparable() && y.isComparable() ? Real.constant(value) : Real.unknown(value);
        }
        if (!(value > 1e-280 && value < 1e280)) {
            return Real.unknown(value);
        }
        double cosine = x.value() / value;
        double sine = y.value() / value;
        double first = cosine * x.tangent();
        double second = sine * y.tangent();
        double error = Math.abs(cosine) * x.error() + Math.abs(sine) * y.error();
        return Real.of(Primitive.DOUBLE, value, first + second, error, Math.abs(first) + Math.abs(second));
    }

    /** At a tie, the mean of the tangents. */
    Real extreme(Primitive type, double value, Real x, Real y, boolean isMaximum) {
        int order = x.value() > y.value() ? 1 : x.value() < y.value() ? -1 : 0;
        trace.decide(order);
        if (order == 0) {
            if (x.value() != y.value()) {
                return Real.unknown(value);
            }
            double tangent = 0.5 * x.tangent() + 0.5 * y.tangent();
            double size = Math.abs(x.tangent()) + Math.abs(y.tangent());
            return Real.of(type, value, tangent, 0.5 * (x.error() + y.error()), size);
        }
        Real chosen = order > 0 == isMaximum ? x : y;
        return new Real(value, chosen.tangent(), chosen.error());
    }

    private static Real fma(Primitive type, double value, Real x, Real y, Real z) {
        double first = x.tangent() * y.value();
        double second = x.value() * y.tangent();
        double error = x.error() * Math.abs(y.value()) + Math.abs(x.value()) * y.error() + z.error();
        double size = Math.abs(first) + Math.abs(second) + Math.abs(z.tangent());
        return Real.of(type, value, first + second + z.tangent(), error, size);
    }
}

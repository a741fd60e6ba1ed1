package io.github.pushforward.processor.ir;

import static io.github.pushforward.processor.ir.Primitive.BOOLEAN;
import static io.github.pushforward.processor.ir.Primitive.BYTE;
import static io.github.pushforward.processor.ir.Primitive.CHAR;
import static io.github.pushforward.processor.ir.Primitive.DOUBLE;
import static io.github.pushforward.processor.ir.Primitive.FLOAT;
import static io.github.pushforward.processor.ir.Primitive.INT;
import static io.github.pushforward.processor.ir.Primitive.LONG;
import static io.github.pushforward.processor.ir.Primitive.SHORT;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The types of operators (JLS 15.14 to 15.25) and the primitive conversions (JLS 5.1, 5.6). */
public final class NumericTypes {
    public static final ClassType STRING = ClassType.of("java.lang", "String");

    private NumericTypes() {}

    /** The type of {@code op operand}, if the language allows it. */
    public static Optional<Type> unary(UnaryOp op, Type boxedOrNot) {
        Type operand = Boxes.unboxed(boxedOrNot);
        return switch (op) {
            case NOT -> operand == BOOLEAN ? Optional.of(BOOLEAN) : Optional.empty();
            case COMPLEMENT -> numeric(operand).filter(Primitive::isIntegral).map(NumericTypes::promoted);
            case PLUS, MINUS -> numeric(operand).map(NumericTypes::promoted);
        };
    }

    /** The type of {@code left op right}, if the language allows it between these types. */
    public static Optional<Type> binary(BinaryOp op, Type left, Type right) {
        if (op == BinaryOp.PLUS && (left.equals(STRING) || right.equals(STRING))) {
            return Optional.of(STRING);
        }
        if (!isOverPrimitives(op, left, right)) {
            return Optional.of(BOOLEAN);
        }
        return overPrimitives(op, Boxes.unboxed(left), Boxes.unboxed(right));
    }

    /** Whether an operator takes its operands out of their boxes: not to join text, nor to compare references. */
    public static boolean isOverPrimitives(BinaryOp op, Type left, Type right) {
        return switch (op) {
            case PLUS -> !left.equals(STRING) && !right.equals(STRING);
            case EQUAL, NOT_EQUAL -> left instanceof Primitive || right instanceof Primitive;
            default -> true;
        };
    }

    private static Optional<Type> overPrimitives(BinaryOp op, Type left, Type right) {
        return switch (op) {
            case CONDITIONAL_AND, CONDITIONAL_OR -> bothBoolean(left, right);
            case EQUAL, NOT_EQUAL -> equality(left, right);
            case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL ->
                bothNumeric(left, right).map(type -> BOOLEAN);
            case AND, OR, XOR ->
                bothBoolean(left, right)
                        .or(() -> bothNumeric(left, right)
                                .filter(Primitive::isIntegral)
                                .map(type -> type));
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
                bothNumeric(left, right).filter(Primitive::isIntegral).map(type -> promoted((Primitive) left));
            case MULTIPLY, DIVIDE, REMAINDER, PLUS, MINUS ->
                bothNumeric(left, right).map(type -> type);
        };
    }

    private static Optional<Type> equality(Type left, Type right) {
        return bothBoolean(left, right).or(() -> bothNumeric(left, right).map(type -> BOOLEAN));
    }

    private static Optional<Type> bothBoolean(Type left, Type right) {
        return left == BOOLEAN && right == BOOLEAN ? Optional.of(BOOLEAN) : Optional.empty();
    }

    private static Optional<Primitive> bothNumeric(Type left, Type right) {
        return numeric(left).flatMap(l -> numeric(right).map(r -> promoted(l, r)));
    }

    private static Optional<Primitive> numeric(Type type) {
        return type instanceof Primitive primitive && primitive.isNumeric() ? Optional.of(primitive) : Optional.empty();
    }

    /** Unary numeric promotion. */
    private static Primitive promoted(Primitive type) {
        return type.compareTo(INT) < 0 ? INT : type;
    }

    /** Binary numeric promotion. */
    public static Primitive promoted(Primitive left, Primitive right) {
        Primitive wider = left.compareTo(right) >= 0 ? left : right;
        return promoted(wider);
    }

    /**
     * The type of {@code condition ? whenTrue : whenFalse} (JLS 15.25), if the operands are both numeric, both boolean,
     * of one reference type or one of them {@code null}. A constant operand of type {@code int} adapts to a narrower
     * other one that holds it.
     */
    public static Optional<Type> conditional(Expr whenTrue, Expr whenFalse) {
        if (whenTrue.type().equals(whenFalse.type())) {
            return Optional.of(whenTrue.type());
        }
        if (whenTrue.type() == NullType.NULL || whenFalse.type() == NullType.NULL) {
            return Optional.of(Boxes.boxed(whenTrue.type() == NullType.NULL ? whenFalse.type() : whenTrue.type()));
        }
        Type left = Boxes.unboxed(whenTrue.type());
        Type right = Boxes.unboxed(whenFalse.type());
        if (left.equals(right)) {
            return Optional.of(left);
        }
        if (!(left instanceof Primitive a && right instanceof Primitive b && a.isNumeric() && b.isNumeric())) {
            return Optional.empty();
        }
        if (fitsAsConstant(whenFalse, a)) {
            return Optional.of(a);
        }
        if (fitsAsConstant(whenTrue, b)) {
            return Optional.of(b);
        }
        if ((a == BYTE && b == SHORT) || (a == SHORT && b == BYTE)) {
            return Optional.of(SHORT);
        }
        return Optional.of(promoted(a, b));
    }

    /**
     * The type of a {@code switch} that stands by itself (JLS 15.28.1), if its results are numbers or of one type. Where
     * the compiler departs from the rule (a {@code byte} beside a {@code short} and a constant gives {@code int}), so do we.
     */
    public static Optional<Type> common(List<Expr> results) {
        if (results.isEmpty()) {
            return Optional.empty();
        }
        Type first = results.get(0).type();
        if (results.stream().allMatch(result -> result.type().equals(first))) {
            return Optional.of(first);
        }
        List<Type> types =
                results.stream().map(result -> Boxes.unboxed(result.type())).toList();
        if (types.stream().allMatch(BOOLEAN::equals)) {
            return Optional.of(BOOLEAN);
        }
        if (!types.stream().allMatch(type -> numeric(type).isPresent())) {
            return Optional.empty();
        }
        for (Primitive narrow : List.of(BYTE, CHAR, SHORT)) {
            boolean fits = IntStream.range(0, results.size())
                    .allMatch(i -> types.get(i) == narrow || fitsAsConstant(results.get(i), narrow));
            if (types.contains(narrow) && fits) {
                return Optional.of(narrow);
            }
        }
        return Stream.of(BYTE, SHORT, INT, LONG, FLOAT, DOUBLE)
                .filter(wide -> types.stream().allMatch(type -> widens((Primitive) type, wide)))
                .findFirst()
                .map(type -> type);
    }

    private static boolean fitsAsConstant(Expr constant, Primitive type) {
        Integer value = constant.type() == INT ? Constants.intValue(constant).orElse(null) : null;
        if (value == null) {
            return false;
        }
        return switch (type) {
            case BYTE -> value == value.byteValue();
            case SHORT -> value == value.shortValue();
            case CHAR -> value == (char) value.intValue();
            default -> false;
        };
    }

    /** Whether a value converts to the other primitive type without a cast: identity or widening (JLS 5.1.2). */
    public static boolean widens(Primitive from, Primitive to) {
        if (from == to) {
            return true;
        }
        if (!from.isNumeric() || !to.isNumeric()) {
            return false;
        }
        if (to == CHAR || (from == CHAR && to.compareTo(INT) < 0)) {
            return false;
        }
        return from.compareTo(to) < 0;
    }

    /** The value that fields of the type start with; {@code null} for references. */
    public static Expr defaultValue(Type type) {
        if (!(type instanceof Primitive primitive)) {
            return Expr.Literal.NULL;
        }
        return switch (primitive) {
            case BOOLEAN -> new Expr.Literal(type, false);
            case LONG -> new Expr.Literal(type, 0L);
            case FLOAT -> new Expr.Literal(type, 0.0f);
            case DOUBLE -> new Expr.Literal(type, 0.0);
            default -> new Expr.Literal(type, 0);
        };
    }
}

package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.ExprVisitor;
import io.github.pushforward.processor.ir.NullType;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of the expressions of one run of a method. */
final class Evaluation implements ExprVisitor<@Nullable Object> {
    private final Activation activation;
    private final Reflected reflected;
    private final Places places;

    Evaluation(Activation activation) {
        this.activation = activation;
        this.reflected = activation.machine.program.reflected;
        this.places = new Places(activation, this);
    }

    @Nullable
    Object evaluate(Expr expression) {
        return expression.accept(this);
    }

    int index(Expr expression) {
        Object value = evaluate(expression);
        return (Integer) Operators.assigned(value, expression.type(), Primitive.INT);
    }

    @Override
    public @Nullable Object literal(Expr.Literal literal) {
        if (literal.type() == NullType.NULL) {
            return null;
        }
        if (literal.value() instanceof ClassType type) {
            return reflected.of(type);
        }
        return literal.type() instanceof Primitive primitive
                ? Operators.cast(literal.value(), primitive)
                : literal.value();
    }

    @Override
    public @Nullable Object read(Expr.Read read) {
        return activation.scopes.get(read.local().name());
    }

    @Override
    public @Nullable Object staticField(Expr.StaticField field) {
        return activation.machine.staticField(field);
    }

    @Override
    public @Nullable Object field(Expr.Field field) {
        return places.read(field, Objects.requireNonNull(evaluate(field.object())));
    }

    @Override
    public Object instanceOf(Expr.InstanceOf test) {
        Object value = evaluate(test.object());
        boolean is = value instanceof TangentObject tangent
                ? activation.machine.program.tangentClasses.isInstance(tangent, (ClassType) test.tested())
                : reflected.isInstance(value, test.tested());
        if (is && test.variable() != null) {
            activation.scopes.declare(test.variable().name(), test.variable().type());
            activation.scopes.set(test.variable().name(), value);
        }
        return is;
    }

    @Override
    public Object unary(Expr.Unary unary) {
        requireType(unary, NumericTypes.unary(unary.op(), unary.operand().type()));
        return Operators.apply(unary.op(), Objects.requireNonNull(evaluate(unary.operand())), unary.type());
    }

    private static void requireType(Expr expression, Optional<Type> type) {
        if (!type.equals(Optional.of(expression.type()))) {
            throw new BrokenIr(expression + " is said to be of type " + expression.type() + ", not " + type);
        }
    }

    @Override
    public Object binary(Expr.Binary binary) {
        Expr left = binary.left();
        Expr right = binary.right();
        requireType(binary, NumericTypes.binary(binary.op(), left.type(), right.type()));
        Object first = evaluate(left);
        if (binary.op().isLazy()) {
            boolean isDecided = (Boolean) Objects.requireNonNull(first) == (binary.op() == BinaryOp.CONDITIONAL_OR);
            return isDecided ? first : Objects.requireNonNull(evaluate(right));
        }
        return Operators.apply(binary.op(), first, left.type(), evaluate(right), right.type());
    }

    @Override
    public @Nullable Object cast(Expr.Cast cast) {
        Object value = evaluate(cast.operand());
        if (cast.type() instanceof Primitive primitive) {
            return Operators.cast(value, primitive);
        }
        if (Boxes.isBox(cast.type()) && Boxes.unboxed(cast.operand().type()) instanceof Primitive) {
            return Operators.assigned(value, cast.operand().type(), cast.type());
        }
        boolean is = value == null
                || value instanceof Closure
                || (value instanceof TangentObject tangent
                        ? activation.machine.program.tangentClasses.isInstance(tangent, (ClassType) cast.type())
                        : reflected.isInstance(value, cast.type()));
        if (!is) {
            throw new ClassCastException(value + " as " + cast.type());
        }
        return value;
    }

    @Override
    public @Nullable Object conditional(Expr.Conditional conditional) {
        Expr chosen = activation.test(conditional.condition()) ? conditional.whenTrue() : conditional.whenFalse();
        Object value = evaluate(chosen);
        return conditional.type() instanceof Primitive primitive ? Operators.cast(value, primitive) : value;
    }

    @Override
    public @Nullable Object element(Expr.Element element) {
        Object array = evaluate(element.array());
        int index = index(element.index());
        return Array.get(Objects.requireNonNull(array), index);
    }

    @Override
    public Object length(Expr.Length length) {
        return Array.getLength(Objects.requireNonNull(evaluate(length.array())));
    }

    @Override
    public Object newArray(Expr.NewArray newArray) {
        int[] lengths = newArray.lengths().stream().mapToInt(this::index).toArray();
        for (int length : lengths) {
            if (length < 0) {
                throw new NegativeArraySizeException(String.valueOf(length));
            }
        }
        Class<?> component = reflected.of(newArray.type());
        for (int i = 0; i < lengths.length; i++) {
            component = component.componentType();
        }
        return Array.newInstance(component, lengths);
    }

    @Override
    public Object arrayLiteral(Expr.ArrayLiteral literal) {
        Type component = literal.type().component();
        Object array =
                Array.newInstance(reflected.of(component), literal.elements().size());
        for (int i = 0; i < literal.elements().size(); i++) {
            Array.set(array, i, activation.assigned(literal.elements().get(i), component));
        }
        return array;
    }

    @Override
    public @Nullable Object call(Expr.Call call) {
        activation.machine.step();
        Callee callee = call.callee();
        List<Type> types = callee.parameterTypes();
        if (types.size() != call.arguments().size()) {
            throw new BrokenIr(call.arguments().size() + " arguments for " + callee.signature());
        }
        // A library method is found by name and arguments: what stands in the place of numbers may be moved by it as
        // well.
        boolean isNamed = activation.machine.program.method(callee).isPresent();
        List<@Nullable Object> arguments = new ArrayList<>();
        List<Type> taken = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Expr argument = call.arguments().get(i);
            boolean isOther = !isNamed && isOther(argument.type(), types.get(i));
            taken.add(isOther ? argument.type() : types.get(i));
            arguments.add(activation.assigned(argument, taken.get(i)));
        }
        ClassType caller =
                activation.method == null ? null : activation.method.callee().owner();
        Object result = activation.machine.call(callee.withParameters(taken), arguments, caller);
        return callee.result() instanceof Primitive primitive && result != null && primitive != Primitive.VOID
                ? Operators.assigned(result, typeOf(result, primitive), primitive)
                : result;
    }

    /** Whether it is a set, or an array of such, in the place of numbers. */
    private static boolean isOther(Type given, Type declared) {
        return declared.elementType().isFloating()
                && !Boxes.unboxed(given.elementType()).isFloating()
                && !(given.elementType() instanceof Primitive);
    }

    private static Type typeOf(Object result, Type otherwise) {
        return result instanceof Double ? Primitive.DOUBLE : result instanceof Float ? Primitive.FLOAT : otherwise;
    }

    @Override
    public @Nullable Object assign(Expr.Assign assign) {
        Places.Place place = places.of(assign.target());
        Object value = activation.assigned(assign.value(), assign.target().type());
        place.set(value);
        return value;
    }

    @Override
    public @Nullable Object compoundAssign(Expr.CompoundAssign assign) {
        Type type = assign.target().type();
        Places.Place place = places.of(assign.target());
        Object old = place.get();
        Object value = Operators.apply(
                assign.op(), old, type, evaluate(assign.value()), assign.value().type());
        Object stored = narrowed(value, type);
        place.set(stored);
        return stored;
    }

    private static @Nullable Object narrowed(Object value, Type type) {
        return Boxes.unboxed(type) instanceof Primitive primitive ? Operators.cast(value, primitive) : value;
    }

    @Override
    public @Nullable Object step(Expr.Step step) {
        Type type = step.target().type();
        Places.Place place = places.of(step.target());
        Object old = place.get();
        BinaryOp op = step.increment() ? BinaryOp.PLUS : BinaryOp.MINUS;
        Object next = narrowed(Operators.apply(op, old, type, 1, Primitive.INT), type);
        place.set(next);
        return step.prefix() ? next : old;
    }

    @Override
    public Object lambda(Expr.Lambda lambda) {
        Map<String, @Nullable Object> captured = new HashMap<>();
        for (int i = 0; i < lambda.arguments().size(); i++) {
            Expr argument = lambda.arguments().get(i);
            boolean isParameter = argument instanceof Expr.Read read
                    && lambda.parameters().stream()
                            .anyMatch(parameter ->
                                    parameter.name().equals(read.local().name()));
            if (!isParameter) {
                captured.put(String.valueOf(i), evaluate(argument));
            }
        }
        return new Closure(activation.machine, lambda, captured);
    }

    @Override
    public Object newDual(Expr.NewDual dual) {
        Type part = dual.part();
        Object value = activation.assigned(dual.value(), part);
        Object tangent = activation.assigned(dual.tangent(), part.tangentType());
        if (part == Primitive.DOUBLE) {
            return new Dual((Double) value, (Double) tangent);
        }
        if (part == Primitive.FLOAT) {
            return new DualFloat((Float) value, (Float) tangent);
        }
        return new DualOf<>(value, tangent);
    }

    @Override
    public @Nullable Object dualPart(Expr.DualPart part) {
        Object dual = Objects.requireNonNull(evaluate(part.dual()));
        if (!(part.dual().type() instanceof DualType)) {
            throw new BrokenIr("no dual: " + part.dual());
        }
        boolean isValue = part.half() == DualHalf.VALUE;
        if (dual instanceof Dual numbers) {
            return isValue ? numbers.value() : numbers.tangent();
        }
        if (dual instanceof DualFloat numbers) {
            return isValue ? numbers.value() : numbers.tangent();
        }
        DualOf<?, ?> other = (DualOf<?, ?>) dual;
        return isValue ? other.value() : other.tangent();
    }

    @Override
    public @Nullable Object newObject(Expr.NewObject made) {
        List<@Nullable Object> arguments = new ArrayList<>();
        made.arguments().forEach(argument -> arguments.add(evaluate(argument)));
        Optional<TangentClasses.Shape> shape = activation.machine.program.tangentClasses.shape(made.type());
        if (shape.isPresent()) {
            return activation.machine.program.tangentClasses.make(made.type(), shape.get(), arguments);
        }
        List<Type> types = made.arguments().stream().map(Expr::type).toList();
        return reflected.make(made.type(), types, arguments);
    }

    @Override
    public @Nullable Object switchExpr(SwitchExpr expression) {
        Completion end = activation.choose(expression.body());
        if (end == null || end.kind() != Completion.Kind.YIELD) {
            throw new BrokenIr("a switch without a value: " + expression);
        }
        return expression.type() instanceof Primitive primitive ? Operators.cast(end.value(), primitive) : end.value();
    }
}

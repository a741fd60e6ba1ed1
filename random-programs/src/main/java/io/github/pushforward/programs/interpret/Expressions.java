package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Expressions of one activation of a method, in the order of Java (JLS 15.7). */
final class Expressions implements Expr.Visitor<@Nullable Object> {
    private final Interpreter interpreter;
    private final Map<String, @Nullable Object> frame;
    private final Statements statements;

    /**
     * @param result what the method or function returns
     */
    Expressions(Interpreter interpreter, Map<String, @Nullable Object> frame, Type result) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.statements = new Statements(interpreter, this, frame, result);
    }

    Statements statements() {
        return statements;
    }

    @Nullable
    Object evaluate(Expr expr) {
        interpreter.trace().step();
        return expr.accept(this);
    }

    /** The value, converted to a type. */
    @Nullable
    Object evaluate(Expr expr, Type type) {
        return interpreter.arithmetic().convert(evaluate(expr), expr.type(), type);
    }

    /** The value, which is not null. */
    private Object present(Expr expr) {
        return notNull(evaluate(expr));
    }

    private static Object notNull(@Nullable Object value) {
        if (value == null) {
            throw new Thrown("NullPointerException", null);
        }
        return value;
    }

    private Object operand(Expr expr, Type type) {
        return Objects.requireNonNull(evaluate(expr, type));
    }

    boolean isTrue(Expr condition) {
        boolean outcome = (Boolean) operand(condition, Primitive.BOOLEAN);
        interpreter.trace().decide(outcome ? 3 : 4);
        return outcome;
    }

    @Override
    public @Nullable Object literal(Expr.Literal literal) {
        Object value = literal.value();
        return value instanceof Double || value instanceof Float
                ? Real.constant(((Number) value).doubleValue())
                : value;
    }

    @Override
    public @Nullable Object name(Expr.Name name) {
        return frame.get(name.name());
    }

    @Override
    public @Nullable Object element(Expr.Element element) {
        Object array = evaluate(element.array());
        int index = (Integer) operand(element.index(), Primitive.INT);
        return ((ArrayValue) notNull(array)).get(index);
    }

    @Override
    public @Nullable Object member(Expr.Member member) {
        return ((ObjectValue) present(member.object())).get(member.name());
    }

    @Override
    public Object unary(Expr.Unary unary) {
        Primitive type = Primitive.of(unary.type());
        return interpreter.arithmetic().unary(unary.sign(), type, operand(unary.operand(), type));
    }

    @Override
    public Object binary(Expr.Binary binary) {
        Operator operator = binary.operator();
        Primitive left = Primitive.of(binary.left().type());
        Primitive right = Primitive.of(binary.right().type());
        if (operator.isLogical()) {
            boolean first = isTrue(binary.left());
            return first == (operator == Operator.AND) ? operand(binary.right(), Primitive.BOOLEAN) : first;
        }
        // A box is unboxed when it has been evaluated, before the other operand is (JLS 5.6, 15.7.1).
        Object x = operand(binary.left(), left);
        Object y = operand(binary.right(), right);
        return combine(operator, left, x, right, y);
    }

    private Object combine(Operator operator, Primitive left, Object x, Primitive right, Object y) {
        Arithmetic arithmetic = interpreter.arithmetic();
        if (operator.isShift()) {
            return arithmetic.binary(operator, left.promoted(), x, y);
        }
        Primitive common = Primitive.promoted(left, right);
        Object one = Objects.requireNonNull(arithmetic.convert(x, left, common));
        Object other = Objects.requireNonNull(arithmetic.convert(y, right, common));
        return arithmetic.binary(operator, common, one, other);
    }

    @Override
    public @Nullable Object cast(Expr.Cast cast) {
        return evaluate(cast.operand(), cast.type());
    }

    @Override
    public @Nullable Object conditional(Expr.Conditional conditional) {
        Expr chosen = isTrue(conditional.condition()) ? conditional.whenTrue() : conditional.whenFalse();
        return evaluate(chosen, conditional.type());
    }

    /** A place whose array and index, or object, have been evaluated; whether it exists is seen when it is read or written. */
    private record Place(Type type, Supplier<@Nullable Object> get, Consumer<@Nullable Object> set) {}

    private Place place(Expr target) {
        if (target instanceof Expr.Name name) {
            return new Place(name.type(), () -> frame.get(name.name()), value -> frame.put(name.name(), value));
        }
        if (target instanceof Expr.Member member) {
            Object object = evaluate(member.object());
            return new Place(
                    member.type(),
                    () -> ((ObjectValue) notNull(object)).get(member.name()),
                    value -> ((ObjectValue) notNull(object)).set(member.name(), value));
        }
        Expr.Element element = (Expr.Element) target;
        Object array = evaluate(element.array());
        int index = (Integer) operand(element.index(), Primitive.INT);
        return new Place(
                element.type(),
                () -> ((ArrayValue) notNull(array)).get(index),
                value -> ((ArrayValue) notNull(array)).set(index, value));
    }

    @Override
    public @Nullable Object assign(Expr.Assign assign) {
        Place place = place(assign.target());
        Object value = evaluate(assign.value(), place.type());
        place.set().accept(value);
        return value;
    }

    @Override
    public @Nullable Object compound(Expr.Compound compound) {
        Place place = place(compound.target());
        Primitive left = Primitive.of(place.type());
        Primitive right = Primitive.of(compound.value().type());
        Object before = Objects.requireNonNull(
                interpreter.arithmetic().convert(place.get().get(), place.type(), left));
        Object operand = operand(compound.value(), right);
        Object result = combine(compound.operator(), left, before, right, operand);
        Primitive type = compound.operator().result(left, right);
        Object value = interpreter.arithmetic().convert(result, type, left);
        place.set().accept(value);
        return value;
    }

    @Override
    public @Nullable Object step(Expr.Step step) {
        Place place = place(step.target());
        Primitive type = Primitive.of(place.type());
        Object before = interpreter.arithmetic().convert(place.get().get(), place.type(), type);
        Operator operator = step.isUp() ? Operator.PLUS : Operator.MINUS;
        Object sum = combine(operator, type, Objects.requireNonNull(before), Primitive.INT, 1);
        Object after = interpreter.arithmetic().convert(sum, Primitive.promoted(type, Primitive.INT), type);
        place.set().accept(after);
        return step.isPrefix() ? after : before;
    }

    @Override
    public @Nullable Object call(Expr.Call call) {
        if (call.object() == null) {
            return interpreter.callHelper(interpreter.program().helper(call.method()), call.arguments(), this);
        }
        Object receiver = evaluate(call.object());
        Type.Named type = (Type.Named) call.object().type();
        var method = interpreter.program().definition(type).methods().stream()
                .filter(candidate -> candidate.name().equals(call.method()))
                .findFirst()
                .orElseThrow();
        List<@Nullable Object> arguments = interpreter.arguments(method, call.arguments(), this);
        return interpreter.call(method, notNull(receiver), arguments);
    }

    @Override
    public @Nullable Object apply(Expr.Apply apply) {
        Object function = evaluate(apply.function());
        List<Type> types = ((Type.Function) apply.function().type()).parameters();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(evaluate(apply.arguments().get(i), types.get(i)));
        }
        return ((FunctionValue) notNull(function)).apply(arguments);
    }

    @Override
    public Object mathCall(Expr.MathCall call) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            arguments.add(operand(
                    call.arguments().get(i), call.function().parameters().get(i)));
        }
        return interpreter.functions().apply(call.function(), call.isStrict(), arguments);
    }

    @Override
    public Object newArray(Expr.NewArray array) {
        List<Integer> lengths = new ArrayList<>();
        for (Expr length : array.lengths()) {
            lengths.add((Integer) operand(length, Primitive.INT));
        }
        for (int length : lengths) {
            ArrayValue.ofZeros(array.type(), Math.min(length, 0)); // all lengths are checked before anything is made
        }
        return ofLengths(array.type(), lengths);
    }

    private static ArrayValue ofLengths(Type.Array type, List<Integer> lengths) {
        ArrayValue array = ArrayValue.ofZeros(type, lengths.get(0));
        if (lengths.size() > 1) {
            for (int i = 0; i < array.length(); i++) {
                array.set(i, ofLengths((Type.Array) type.element(), lengths.subList(1, lengths.size())));
            }
        }
        return array;
    }

    @Override
    public Object arrayLiteral(Expr.ArrayLiteral array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Expr element : array.elements()) {
            elements.add(evaluate(element, array.type().element()));
        }
        return new ArrayValue(array.type(), elements);
    }

    @Override
    public Object length(Expr.Length length) {
        return ((ArrayValue) present(length.array())).length();
    }

    @Override
    public @Nullable Object arrayCall(Expr.ArrayCall call) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(evaluate(argument));
        }
        return new ArrayLibrary(interpreter).apply(call, arguments);
    }

    @Override
    public Object newObject(Expr.New object) {
        var definition = interpreter.program().definition(object.type());
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < object.arguments().size(); i++) {
            values.add(evaluate(
                    object.arguments().get(i), definition.fields().get(i).type()));
        }
        return new ObjectValue(definition, values);
    }

    @Override
    public @Nullable Object choice(Expr.Choice choice) {
        int selector = (Integer) operand(choice.selector(), Primitive.INT);
        return statements
                .cases(selector, choice.cases(), choice.isArrow(), choice.type())
                .value();
    }

    @Override
    public Object lambda(Expr.Lambda lambda) {
        Map<String, @Nullable Object> captured = new HashMap<>(frame);
        return (FunctionValue) arguments -> {
            Map<String, @Nullable Object> inner = new HashMap<>(captured);
            for (int i = 0; i < arguments.size(); i++) {
                inner.put(lambda.parameters().get(i), arguments.get(i));
            }
            return interpreter.body(inner, lambda.body(), lambda.type().result());
        };
    }

    @Override
    public Object reference(Expr.Reference reference) {
        if (reference.function() != null) {
            var function = reference.function();
            return (FunctionValue) arguments -> interpreter
                    .functions()
                    .apply(
                            function,
                            false,
                            arguments.stream().map(Objects::requireNonNull).toList());
        }
        var method = interpreter.program().helper(Objects.requireNonNull(reference.method()));
        return (FunctionValue) arguments -> interpreter.call(method, null, arguments);
    }

    @Override
    public @Nullable Object stream(Expr.Stream stream) {
        return new Streams(interpreter, this).run(stream);
    }
}

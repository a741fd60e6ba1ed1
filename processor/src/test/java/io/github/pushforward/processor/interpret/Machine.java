package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualForm;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.Type;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods that are IR, as the Java that they are written down as would run: with the same values to the last bit, the same
 * exceptions, and no mercy for what a compiler would refuse.
 */
final class Machine {
    /** More than any method of a test needs: what takes more does not end. */
    private static final int MOST_STEPS = 2_000_000;

    final Program program;
    private final Map<Table, @Nullable Object> tables = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private int steps;

    Machine(Program program) {
        this.program = program;
    }

    /** How often functions of {@code Math} were called, by their names. */
    Map<String, Integer> calls() {
        return calls;
    }

    void step() {
        if (++steps > MOST_STEPS) {
            throw new BrokenIr("no end after " + MOST_STEPS + " steps");
        }
    }

    /** Runs a method. */
    @Nullable
    Object run(Method method, List<? extends @Nullable Object> arguments) {
        if (arguments.size() != method.parameters().size()) {
            throw new BrokenIr(
                    arguments.size() + " arguments for " + method.callee().signature());
        }
        Scopes scopes = new Scopes();
        for (int i = 0; i < arguments.size(); i++) {
            Local local = method.parameters().get(i).local();
            Type declared = method.callee().parameterTypes().get(i);
            if (!program.reflected.of(declared).equals(program.reflected.of(local.type()))) {
                throw new BrokenIr(method.name() + " declares " + local + " as another type than it says");
            }
            scopes.declare(local.name(), local.type());
            scopes.set(local.name(), arguments.get(i));
        }
        Activation activation = new Activation(this, method, scopes);
        Completion end = activation.run(method.body());
        if (end == null) {
            if (method.result() != Primitive.VOID) {
                throw new BrokenIr("no result of " + method.name());
            }
            return null;
        }
        if (end.kind() != Completion.Kind.RETURN) {
            throw new BrokenIr(end + " out of " + method.name());
        }
        return end.value();
    }

    /** Makes a call whose arguments have been evaluated and converted. */
    @Nullable
    Object call(Callee callee, List<@Nullable Object> arguments, @Nullable ClassType caller) {
        if (callee.invocation() == Callee.Invocation.SUPER) {
            throw new BrokenIr("a call of super." + callee.name());
        }
        Optional<Method> method = program.method(callee);
        if (method.isPresent()) {
            boolean isHidden =
                    method.get().access() == Access.PRIVATE && caller != null && !areSiblings(caller, callee.owner());
            if (isHidden) {
                throw new BrokenIr(callee.owner() + "." + callee.name() + " is private, and called by " + caller);
            }
            return run(method.get(), arguments);
        }
        Optional<TangentClasses.Shape> shape = program.tangentClasses.shape(callee.owner());
        if (shape.isPresent() && callee.name().equals("zeros")) {
            return program.tangentClasses.zeros(shape.get(), arguments.get(0));
        }
        if (callee.invocation() == Callee.Invocation.VIRTUAL) {
            return virtual(callee, arguments);
        }
        if (callee.owner().simpleName().endsWith("Math")) {
            calls.merge(callee.name(), 1, Integer::sum);
        }
        return program.reflected.call(callee.owner(), callee.name(), callee.parameterTypes(), null, arguments);
    }

    /** Whether both are generated for one class: what they share, the one that has it shows to the others. */
    private static boolean areSiblings(ClassType one, ClassType other) {
        return one.packageName().equals(other.packageName()) && stem(one).equals(stem(other));
    }

    private static String stem(ClassType generated) {
        return generated.topLevelName().replaceFirst("(Tangent|SecondOrder|SecondOrderLanes|Lanes|Sparsity)$", "");
    }

    private @Nullable Object virtual(Callee callee, List<@Nullable Object> arguments) {
        Object receiver = Objects.requireNonNull(arguments.get(0));
        List<@Nullable Object> rest = arguments.subList(1, arguments.size());
        if (callee.name().equals("clone") && receiver.getClass().isArray()) {
            int length = Array.getLength(receiver);
            Object copy = Array.newInstance(receiver.getClass().componentType(), length);
            System.arraycopy(receiver, 0, copy, 0, length);
            return copy;
        }
        if (receiver instanceof Closure closure) {
            Optional<DualForm> generated = program.dualForm(callee.owner());
            boolean isGenerated = generated.isPresent();
            if (isGenerated || program.reflected.load(callee.owner()).isEmpty()) {
                return closure.call(rest);
            }
            receiver = closure.as(
                    program.reflected.load(callee.owner()).orElseThrow(),
                    getClass().getClassLoader());
        }
        List<Type> types =
                callee.parameterTypes().subList(1, callee.parameterTypes().size());
        return program.reflected.call(callee.owner(), callee.name(), types, receiver, rest);
    }

    /** Runs the code of a function. */
    @Nullable
    Object apply(Expr.Lambda lambda, Map<String, @Nullable Object> captured, List<@Nullable Object> arguments) {
        List<Local> parameters = lambda.parameters();
        if (parameters.size() != arguments.size()) {
            throw new BrokenIr(arguments.size() + " arguments for a function of " + parameters.size());
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < lambda.arguments().size(); i++) {
            Expr argument = lambda.arguments().get(i);
            int parameter = argument instanceof Expr.Read read
                    ? names(parameters).indexOf(read.local().name())
                    : -1;
            Object value = parameter >= 0 ? arguments.get(parameter) : captured.get(String.valueOf(i));
            values.add(
                    lambda.code().parameterTypes().get(i) instanceof Primitive primitive
                            ? Operators.cast(value, primitive)
                            : value);
        }
        return call(lambda.code(), values, null);
    }

    private static List<String> names(List<Local> locals) {
        return locals.stream().map(Local::name).toList();
    }

    /** The value of a static field. */
    @Nullable
    Object staticField(Expr.StaticField field) {
        if (field.constant() != null) {
            return Boxes.unboxed(field.type()) instanceof Primitive primitive
                    ? Operators.cast(field.constant(), primitive)
                    : field.constant();
        }
        Optional<Table> table = program.table(field.owner(), field.name());
        if (table.isPresent()) {
            if (!tables.containsKey(table.get())) {
                tables.put(
                        table.get(),
                        new Activation(this, null, new Scopes())
                                .evaluate(table.get().initializer()));
            }
            return tables.get(table.get());
        }
        try {
            return program.reflected.usableField(field.owner(), field.name()).get(null);
        } catch (IllegalAccessException hidden) {
            throw new BrokenIr(hidden.toString());
        }
    }
}

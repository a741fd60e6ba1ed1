package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs on dual numbers, exactly as Java would: the oracle. It knows nothing of the processor and of the runtime.
 *
 * <p>Values of integer types are {@link Integer} (also for smaller types) and {@link Long}; of both floating-point types
 * {@link Real}; further {@link Boolean}, {@link ArrayValue}, {@link ObjectValue}, and {@code null}.
 */
public final class Interpreter {
    private static final int STEPS = 20_000;

    private final Program program;
    private final Trace trace;
    private final Arithmetic arithmetic;
    private final Functions functions;

    private Interpreter(Program program) {
        this.program = program;
        this.trace = new Trace(STEPS);
        this.arithmetic = new Arithmetic(trace);
        this.functions = new Functions(trace);
    }

    /**
     * What came of a run.
     *
     * @param result {@code null} for {@code void} too
     * @param thrown what ended it, if it was an exception
     * @param decisions runs with the same number took the same branches, and were on one smooth piece of every function
     * @param isTooLong whether it was stopped because it took too many steps
     */
    public record Outcome(@Nullable Object result, @Nullable Thrown thrown, long decisions, boolean isTooLong) {}

    /**
     * Runs the entry of a program.
     *
     * @param receiver the object whose method it is, or {@code null}
     * @param arguments one for each parameter; arrays and objects are changed as the program does
     */
    public static Outcome run(
            Program program, @Nullable ObjectValue receiver, List<? extends @Nullable Object> arguments) {
        Interpreter interpreter = new Interpreter(program);
        try {
            Object result = interpreter.call(program.entry(), receiver, arguments);
            return new Outcome(result, null, interpreter.trace.decisions(), false);
        } catch (Thrown thrown) {
            return new Outcome(null, thrown, interpreter.trace.decisions(), false);
        } catch (Trace.TooLong tooLong) {
            return new Outcome(null, null, 0, true);
        }
    }

    Program program() {
        return program;
    }

    Trace trace() {
        return trace;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Functions functions() {
        return functions;
    }

    /** A call with values of the types of the parameters. */
    @Nullable
    Object call(Method method, @Nullable Object receiver, List<? extends @Nullable Object> arguments) {
        Map<String, @Nullable Object> frame = new HashMap<>();
        frame.put("this", receiver);
        for (int i = 0; i < arguments.size(); i++) {
            frame.put(method.parameters().get(i).name(), arguments.get(i));
        }
        return body(frame, method.body().statements(), method.result());
    }

    /** What statements return that have the given variables in sight. */
    @Nullable
    Object body(Map<String, @Nullable Object> frame, List<Stmt> statements, Type result) {
        Expressions expressions = new Expressions(this, frame, result);
        Completion completion = expressions.statements().all(statements);
        return completion == null ? null : completion.value();
    }

    /** The call of a static method of the program. */
    @Nullable
    Object callHelper(Method method, List<Expr> arguments, Expressions caller) {
        return call(method, null, arguments(method, arguments, caller));
    }

    /** Arguments as values of the types of the parameters; those of variable arity as an array. */
    List<@Nullable Object> arguments(Method method, List<Expr> arguments, Expressions caller) {
        List<@Nullable Object> values = new ArrayList<>();
        List<Method.Parameter> parameters = method.parameters();
        int fixed = method.isVariable() ? parameters.size() - 1 : parameters.size();
        for (int i = 0; i < fixed; i++) {
            values.add(caller.evaluate(arguments.get(i), parameters.get(i).type()));
        }
        if (method.isVariable()) {
            Type.Array type = (Type.Array) parameters.get(fixed).type();
            List<Expr> rest = arguments.subList(fixed, arguments.size());
            if (rest.size() == 1 && rest.get(0).type().equals(type)) {
                values.add(caller.evaluate(rest.get(0), type));
            } else {
                values.add(new ArrayValue(
                        type,
                        rest.stream()
                                .map(element -> caller.evaluate(element, type.element()))
                                .toList()));
            }
        }
        return values;
    }
}

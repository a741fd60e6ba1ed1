package io.github.pushforward.programs.check;

import io.github.pushforward.programs.generate.Dice;
import io.github.pushforward.programs.interpret.Interpreter;
import io.github.pushforward.programs.interpret.Thrown;
import io.github.pushforward.programs.tree.Method.Parameter;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that must hold of one compiled program, at a few points. */
final class ProgramCheck {
    private static final int POINTS = 2;

    private final Program program;
    private final Program oracle;
    private final Methods methods;
    private final Tally tally;
    private final Agreement agreement;

    /**
     * @param oracle the program as the interpreter runs it
     */
    ProgramCheck(Program program, Program oracle, ClassLoader classes, Tally tally) {
        this.program = program;
        this.oracle = oracle;
        this.methods = new Methods(program, classes);
        this.tally = tally;
        this.agreement = new Agreement(tally);
    }

    /** The first thing that is wrong. */
    Optional<Finding> run() {
        for (int point = 0; point < POINTS; point++) {
            try {
                Optional<Finding> finding = at(new Inputs(program, program.seed() * 31 + point));
                if (finding.isPresent()) {
                    int where = point;
                    return finding.map(found -> new Finding(found.kind(), "at point " + where + ": " + found.detail()));
                }
            } catch (ReflectiveOperationException | LinkageError failure) {
                return Optional.of(new Finding("Load", failure.toString()));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> at(Inputs inputs) throws ReflectiveOperationException {
        Dice dice = new Dice(program.seed() + 17);
        double[] v = direction(inputs.dimension(), dice);
        Inputs.Arguments arguments = inputs.along(v, 0);
        Interpreter.Outcome expected = Interpreter.run(oracle, arguments.receiver(), arguments.values());
        if (expected.isTooLong()) {
            return Optional.empty();
        }
        Optional<Finding> original =
                compare(Comparisons.ORIGINAL, methods.original(inputs.along(v, 0)), expected, arguments, false);
        if (original.isPresent()) {
            return original;
        }
        Optional<Finding> tangent =
                compare(Comparisons.VALUE, methods.tangent(inputs.along(v, 0)), expected, arguments, true);
        if (tangent.isPresent()) {
            return tangent;
        }
        DerivativeCheck derivatives = new DerivativeCheck(program, methods, inputs, tally);
        return derivatives.run(v, expected, arguments, dice);
    }

    static double[] direction(int dimension, Dice dice) {
        double[] v = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            v[i] = (float) Math.rint(dice.real(-1, 1) * 64) / 64;
        }
        return v;
    }

    /** Compares a run with the interpreter's: how it ended, its result, and what it left in its arguments. */
    private Optional<Finding> compare(
            Comparisons comparison,
            Methods.Run run,
            Interpreter.Outcome expected,
            Inputs.Arguments arguments,
            boolean isTangent)
            throws ReflectiveOperationException {
        tally.made(comparison);
        Optional<String> difference = ofExceptions(expected.thrown(), run.thrown());
        if (difference.isEmpty() && expected.thrown() == null) {
            difference = ofResult(run, expected.result(), isTangent);
        }
        List<Parameter> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size() && difference.isEmpty(); i++) {
            Parameter parameter = parameters.get(i);
            Object before = run.arguments().values().get(i);
            Object after = arguments.values().get(i);
            if (parameter.type() instanceof Type.Array || parameter.type() instanceof Type.Named) {
                difference = agreement.ofValue(
                        parameter.name(),
                        parameter.type(),
                        after,
                        run.javaValues().value(parameter.type(), before));
                if (difference.isEmpty() && isTangent && parameter.isActive()) {
                    difference = agreement.ofTangent(
                            parameter.name(), after, run.javaValues().tangent(parameter.type(), before));
                }
            }
        }
        return difference.map(found -> new Finding(comparison.name(), found));
    }

    private Optional<String> ofResult(Methods.Run run, @Nullable Object expected, boolean isTangent)
            throws ReflectiveOperationException {
        Type type = program.entry().result();
        Object value = run.result();
        if (expected == null && value == null) {
            return Optional.empty();
        }
        if (!isTangent) {
            return agreement.ofValue("result", type, expected, value);
        }
        if (value == null) {
            return Optional.of("result: expected a dual number, but was null");
        }
        Optional<String> ofValue = agreement.ofValue("result", type, expected, JavaValues.read(value, "value"));
        return ofValue.isPresent()
                ? ofValue
                : agreement.ofTangent("result", expected, JavaValues.read(value, "tangent"));
    }

    static Optional<String> ofExceptions(@Nullable Thrown expected, @Nullable Throwable actual) {
        if (expected == null && actual == null) {
            return Optional.empty();
        }
        List<String> trace = new ArrayList<>();
        if (actual != null) {
            for (StackTraceElement element : actual.getStackTrace()) {
                trace.add(element.toString());
            }
        }
        String description = "ended in " + actual + " instead of "
                + (expected == null ? null : expected.kind() + ": " + expected.getMessage()) + " at "
                + trace.subList(0, Math.min(3, trace.size()));
        if (expected == null || actual == null) {
            return Optional.of(description);
        }
        boolean isSameClass = actual.getClass().getSimpleName().equals(expected.kind());
        boolean isSameMessage =
                expected.getMessage() == null || expected.getMessage().equals(actual.getMessage());
        return isSameClass && isSameMessage ? Optional.empty() : Optional.of(description);
    }
}

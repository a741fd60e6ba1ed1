package io.github.pushforward.programs.check;

import io.github.pushforward.programs.generate.Dice;
import io.github.pushforward.programs.interpret.Interpreter;
import io.github.pushforward.programs.interpret.Real;
import io.github.pushforward.programs.tree.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold of the derivatives of one program at one point, once tangents agree with the interpreter along one direction. */
final class DerivativeCheck {
    private static final double WIDTH = 0x1p-14;

    private final Program program;
    private final Methods methods;
    private final Inputs inputs;
    private final Tally tally;

    DerivativeCheck(Program program, Methods methods, Inputs inputs, Tally tally) {
        this.program = program;
        this.methods = methods;
        this.inputs = inputs;
        this.tally = tally;
    }

    Optional<Finding> run(double[] v, Interpreter.Outcome expected, Inputs.Arguments after, Dice dice)
            throws ReflectiveOperationException {
        Optional<Finding> found = Optional.empty();
        if (expected.thrown() == null) {
            found = differences(v, expected, after);
            if (found.isEmpty()) {
                found = linear(v, dice);
            }
        }
        return found.isPresent() ? found : new GradientCheck(program, methods, inputs, tally).run(expected, dice);
    }

    /** The real numbers that a run leaves: those of its result, then those of its active arguments. */
    private List<Real> outputs(@Nullable Object result, Inputs.Arguments after) {
        List<Real> outputs = new ArrayList<>(Outputs.reals(result));
        for (int i = 0; i < after.values().size(); i++) {
            if (program.entry().parameters().get(i).isActive()) {
                outputs.addAll(Outputs.reals(after.values().get(i)));
            }
        }
        return outputs;
    }

    /** The interpreter itself against central differences, where the run is on one smooth piece. */
    private Optional<Finding> differences(double[] v, Interpreter.Outcome expected, Inputs.Arguments after) {
        List<Real> here = outputs(expected.result(), after);
        List<List<Real>> around = new ArrayList<>();
        for (double step : new double[] {WIDTH, -WIDTH, WIDTH / 2, -WIDTH / 2}) {
            Inputs.Arguments arguments = inputs.along(v, step);
            Interpreter.Outcome outcome = Interpreter.run(program, arguments.receiver(), arguments.values());
            List<Real> outputs = outputs(outcome.result(), arguments);
            if (outcome.decisions() != expected.decisions() || outputs.size() != here.size()) {
                tally.skipped(Comparisons.DIFFERENCE);
                return Optional.empty();
            }
            around.add(outputs);
        }
        for (int i = 0; i < here.size(); i++) {
            double wide = (around.get(0).get(i).value() - around.get(1).get(i).value()) / (2 * WIDTH);
            double narrow = (around.get(2).get(i).value() - around.get(3).get(i).value()) / WIDTH;
            double tangent = here.get(i).tangent();
            double tolerance = 10 * Math.abs(wide - narrow)
                    + 1e-10 * (1 + Math.abs(here.get(i).value())) / WIDTH
                    + 1e-7 * Math.abs(tangent);
            if (!isDouble(here.get(i)) || !(tolerance < 1e-3 * (1 + Math.abs(tangent)))) {
                tally.skipped(Comparisons.DIFFERENCE);
                continue;
            }
            tally.made(Comparisons.DIFFERENCE);
            double difference = (4 * narrow - wide) / 3;
            if (Math.abs(difference - tangent) > tolerance) {
                return Optional.of(new Finding(
                        Comparisons.DIFFERENCE.name(),
                        "output " + i + ": the interpreter's tangent is " + tangent + ", the difference " + difference
                                + " ± " + tolerance));
            }
        }
        return Optional.empty();
    }

    /** Whether the number comes from double precision alone: rounding to {@code float} hides the differences of short steps. */
    static boolean isDouble(Real real) {
        return real.isComparable() && real.error() < 1e-11 * (1 + Math.abs(real.tangent()));
    }

    /** f'(x; av + bw) = a f'(x; v) + b f'(x; w), within what rounding does to the three. */
    private Optional<Finding> linear(double[] v, Dice dice) throws ReflectiveOperationException {
        double[] w = ProgramCheck.direction(v.length, dice);
        double a = 0.75;
        double b = -1.5;
        double[] sum = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            sum[i] = a * v[i] + b * w[i];
        }
        List<Real> errorsOfSum = interpreted(sum);
        List<Real> errorsOfV = interpreted(v);
        List<Real> errorsOfW = interpreted(w);
        double[] ofSum = tangents(sum);
        double[] ofV = tangents(v);
        double[] ofW = tangents(w);
        for (int i = 0; i < ofSum.length; i++) {
            double error = errorsOfSum.get(i).error()
                    + errorsOfV.get(i).error()
                    + 2 * errorsOfW.get(i).error();
            double size = Math.abs(ofV[i]) + Math.abs(ofW[i]);
            double tolerance = 2 * error + 1e-14 * size;
            boolean isComparable = errorsOfSum.get(i).isComparable()
                    && errorsOfV.get(i).isComparable()
                    && errorsOfW.get(i).isComparable();
            if (!isComparable || tolerance > 1e-3 * (1 + size)) {
                tally.skipped(Comparisons.LINEAR);
                continue;
            }
            tally.made(Comparisons.LINEAR);
            double combined = a * ofV[i] + b * ofW[i];
            if (Math.abs(ofSum[i] - combined) > tolerance) {
                return Optional.of(new Finding(
                        Comparisons.LINEAR.name(),
                        "output " + i + ": " + ofSum[i] + " along the sum, " + combined + " from its parts"));
            }
        }
        return Optional.empty();
    }

    private List<Real> interpreted(double[] direction) {
        Inputs.Arguments arguments = inputs.along(direction, 0);
        Interpreter.Outcome outcome = Interpreter.run(program, arguments.receiver(), arguments.values());
        return outputs(outcome.result(), arguments);
    }

    /** The tangents of all outputs, as the generated method has them. */
    private double[] tangents(double[] direction) throws ReflectiveOperationException {
        Inputs.Arguments arguments = inputs.along(direction, 0);
        Methods.Run run = methods.tangent(arguments);
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(run.result() == null ? null : JavaValues.read(run.result(), "tangent"));
        for (int i = 0; i < arguments.values().size(); i++) {
            var parameter = program.entry().parameters().get(i);
            if (parameter.isActive()) {
                parts.add(run.javaValues()
                        .tangent(parameter.type(), arguments.values().get(i)));
            }
        }
        return Outputs.numbers(parts.toArray());
    }
}

package io.github.pushforward.programs.check;

import io.github.pushforward.programs.generate.Dice;
import io.github.pushforward.programs.interpret.Interpreter;
import io.github.pushforward.programs.interpret.Real;
import io.github.pushforward.programs.tree.Method.Parameter;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Type;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.SparseJacobian;
import io.github.pushforward.runtime.SparseMatrix;
import io.github.pushforward.runtime.TwiceDifferentiableFunction;
import io.github.pushforward.runtime.WrongPatternException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gradients, Jacobians, flat views and second derivatives of one program at one point. */
final class GradientCheck {
    private static final double WIDTH = 0x1p-16;

    private final Program program;
    private final Methods methods;
    private final Inputs inputs;
    private final Tally tally;

    GradientCheck(Program program, Methods methods, Inputs inputs, Tally tally) {
        this.program = program;
        this.methods = methods;
        this.inputs = inputs;
        this.tally = tally;
    }

    Optional<Finding> run(Interpreter.Outcome expected, Dice dice) throws ReflectiveOperationException {
        double[] none = new double[inputs.dimension()];
        Optional<Methods.Run> gradient = methods.gradient("", inputs.along(none, 0));
        if (gradient.isEmpty()) {
            tally.skipped(Comparisons.ABSENT);
            return Optional.empty();
        }
        tally.made(Comparisons.ABSENT);
        Optional<String> exceptions =
                ProgramCheck.ofExceptions(expected.thrown(), gradient.get().thrown());
        if (exceptions.isPresent() || expected.thrown() != null) {
            return exceptions.map(found -> new Finding(Comparisons.GRADIENT.name(), "the gradient " + found));
        }
        boolean isScalar =
                program.entry().result() == Primitive.DOUBLE || program.entry().result() == Primitive.FLOAT;
        if (isScalar) {
            Optional<Finding> found =
                    gradient(Objects.requireNonNull(gradient.get().result()));
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<Methods.Run> view = methods.gradient("Function", inputs.along(none, 0));
        if (view.isEmpty()) {
            tally.skipped(Comparisons.ABSENT);
            return Optional.empty();
        }
        Methods.Run made = view.get();
        if (made.thrown() != null) {
            return Optional.of(new Finding("VIEW", "the view ended in " + made.thrown()));
        }
        try {
            if (made.result() instanceof DifferentiableMapping mapping) {
                return jacobian(mapping);
            }
            return made.result() instanceof TwiceDifferentiableFunction twice
                    ? hessian(twice, expected, dice)
                    : Optional.empty();
        } catch (RuntimeException | StackOverflowError thrown) {
            return Optional.of(new Finding(
                    "VIEW",
                    "the view threw " + thrown + " at "
                            + Arrays.asList(thrown.getStackTrace())
                                    .subList(0, Math.min(5, thrown.getStackTrace().length))));
        }
    }

    /** The record of a gradient against one pass for each number. */
    private Optional<Finding> gradient(Object record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] parts = new @Nullable Object[components.length - 1];
        for (int i = 1; i < components.length; i++) {
            parts[i - 1] = JavaValues.read(record, components[i].getName());
        }
        double[] gradient = Outputs.numbers(parts);
        boolean[] isSingle = Outputs.singles(parts);
        double[] passes = new double[inputs.dimension()];
        for (int i = 0; i < passes.length; i++) {
            double[] unit = new double[passes.length];
            unit[i] = 1;
            Object dual = methods.tangent(inputs.along(unit, 0)).result();
            passes[i] = ((Number) Objects.requireNonNull(JavaValues.read(Objects.requireNonNull(dual), "tangent")))
                    .doubleValue();
            // A component has the type of its parameter.
            passes[i] = isSingle[i] ? (float) passes[i] : passes[i];
        }
        tally.made(Comparisons.GRADIENT);
        return equal(gradient, passes)
                ? Optional.empty()
                : Optional.of(new Finding(
                        Comparisons.GRADIENT.name(),
                        "gradient " + Arrays.toString(gradient) + ", one by one " + Arrays.toString(passes)));
    }

    private static boolean equal(double[] one, double[] other) {
        boolean isEqual = one.length == other.length;
        for (int i = 0; i < one.length && isEqual; i++) {
            isEqual = Double.doubleToLongBits(one[i]) == Double.doubleToLongBits(other[i]);
        }
        return isEqual;
    }

    /** The Jacobian of a view against one pass for each column, and the sparse one against both. */
    private Optional<Finding> jacobian(DifferentiableMapping mapping) {
        int n = mapping.inputDimension();
        int m = mapping.outputDimension();
        double[] x = mapping.start();
        double[][] rows = new double[m][n];
        double[] y = new double[m];
        mapping.jacobian(x, y, rows);
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            double[] value = new double[m];
            double[] column = new double[m];
            mapping.along(x, unit, value, column);
            double[] ofJacobian = new double[m];
            for (int i = 0; i < m; i++) {
                ofJacobian[i] = rows[i][j];
            }
            tally.made(Comparisons.JACOBIAN);
            if (!equal(column, ofJacobian) || !equal(value, y)) {
                return Optional.of(new Finding(
                        Comparisons.JACOBIAN.name(),
                        "column " + j + " is " + Arrays.toString(ofJacobian) + ", by itself "
                                + Arrays.toString(column)));
            }
        }
        return sparse(mapping, x, rows);
    }

    private Optional<Finding> sparse(DifferentiableMapping mapping, double[] x, double[][] rows) {
        boolean isFinite = Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (!isFinite || rows.length == 0) {
            tally.skipped(Comparisons.SPARSE);
            return Optional.empty();
        }
        SparseMatrix sparse;
        try {
            sparse = SparseJacobian.of(mapping).evaluate(x, new double[rows.length]);
        } catch (WrongPatternException wrong) {
            // Where terms of single precision cancel, its own check sees rounding, and says so.
            if (String.valueOf(wrong.getMessage()).contains("no input outside of the pattern explains that")) {
                tally.skipped(Comparisons.SPARSE);
                return Optional.empty();
            }
            throw wrong;
        }
        tally.made(Comparisons.SPARSE);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                double entry = sparse.get(i, j);
                double tolerance = 1e-9 * (1 + Math.abs(rows[i][j]));
                if (Math.abs(entry - rows[i][j]) > tolerance) {
                    return Optional.of(new Finding(
                            Comparisons.SPARSE.name(),
                            "entry " + i + ", " + j + " is " + entry + " in the sparse Jacobian, " + rows[i][j]
                                    + " in the dense one"));
                }
            }
        }
        return Optional.empty();
    }

    /** Products with the Hessian against differences of the gradient, where the run is on one smooth piece, and their symmetry. */
    private Optional<Finding> hessian(TwiceDifferentiableFunction f, Interpreter.Outcome expected, Dice dice) {
        int n = f.dimension();
        double[] x = f.start();
        double[] v = ProgramCheck.direction(n, dice);
        double[] w = ProgramCheck.direction(n, dice);
        double[] product = new double[n];
        f.hessianVector(x, v, product);
        double forward = f.along(x, v, w).second();
        double backward = f.along(x, w, v).second();
        double size = 1;
        double form = 0;
        for (int i = 0; i < n; i++) {
            size += Math.abs(product[i]);
            form += product[i] * w[i];
        }
        Optional<double[]> differences = differences(f, x, v, expected.decisions());
        boolean isFinite = Arrays.stream(product).allMatch(Double::isFinite);
        boolean isDouble = expected.result() instanceof Real real && DerivativeCheck.isDouble(real) && !hasFloats();
        if (differences.isEmpty() || !isFinite || !isDouble) {
            tally.skipped(Comparisons.HESSIAN);
            tally.skipped(Comparisons.SYMMETRY);
            return Optional.empty();
        }
        double[] reference = differences.get();
        double tolerance = reference[n];
        if (!(tolerance < 1e-2 * size)) {
            tally.skipped(Comparisons.HESSIAN);
            tally.skipped(Comparisons.SYMMETRY);
            return Optional.empty();
        }
        tally.made(Comparisons.HESSIAN);
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(product[i] - reference[i]) <= tolerance)) {
                return Optional.of(new Finding(
                        Comparisons.HESSIAN.name(),
                        "product " + Arrays.toString(product) + ", differences " + Arrays.toString(reference)));
            }
        }
        tally.made(Comparisons.SYMMETRY);
        boolean isSymmetric = Math.abs(forward - backward) <= tolerance + 1e-8 * size
                && Math.abs(forward - form) <= tolerance + 1e-8 * size;
        return isSymmetric
                ? Optional.empty()
                : Optional.of(new Finding(
                        Comparisons.SYMMETRY.name(), "vHw " + forward + ", wHv " + backward + ", (Hv)w " + form));
    }

    /** Whether an input is rounded to single precision when it is moved. */
    private boolean hasFloats() {
        return program.entry().parameters().stream()
                .map(Parameter::type)
                .anyMatch(type ->
                        type == Primitive.FLOAT || type instanceof Type.Array array && array.leaf() == Primitive.FLOAT);
    }

    /** Differences of the gradient along v, followed by their error; nothing where a neighbour takes other branches. */
    private Optional<double[]> differences(TwiceDifferentiableFunction f, double[] x, double[] v, long decisions) {
        int n = x.length;
        double[][] gradients = new double[4][n];
        double[] steps = {WIDTH, -WIDTH, WIDTH / 2, -WIDTH / 2};
        for (int k = 0; k < steps.length; k++) {
            Inputs.Arguments arguments = inputs.along(v, steps[k]);
            Interpreter.Outcome outcome = Interpreter.run(program, arguments.receiver(), arguments.values());
            if (outcome.decisions() != decisions) {
                return Optional.empty();
            }
            double[] moved = x.clone();
            for (int i = 0; i < n; i++) {
                moved[i] += steps[k] * v[i];
            }
            f.gradient(moved, gradients[k]);
        }
        double[] result = new double[n + 1];
        double size = 1;
        for (int i = 0; i < n; i++) {
            double wide = (gradients[0][i] - gradients[1][i]) / (2 * WIDTH);
            double narrow = (gradients[2][i] - gradients[3][i]) / WIDTH;
            result[i] = (4 * narrow - wide) / 3;
            size = Math.max(size, Math.abs(gradients[0][i]));
            result[n] = Math.max(result[n], 10 * Math.abs(wide - narrow) + 1e-6 * Math.abs(narrow));
        }
        result[n] += 1e-11 * size / WIDTH;
        return Optional.of(result);
    }
}

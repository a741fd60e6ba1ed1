package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.JacobianCheck;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One array-valued method of {@code demo.Demo} under test: the record of its Jacobian and its flat view against the
 * original bit for bit, against each other, and against central differences.
 */
public final class Mapped {
    /** Among outputs: the result. */
    public static final String RESULT = "(result)";

    private final Compiled compiled;
    private final Method original;
    private final List<String> inputs;
    private final List<String> outputs;

    private Mapped(Compiled compiled, Method original, List<String> inputs, List<String> outputs) {
        this.compiled = compiled;
        this.original = original;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * @param inputs the names of the active parameters, as the test expects them
     * @param outputs {@link #RESULT} or the names of the written active parameters, as the test expects them
     */
    public static Mapped of(String members, String name, List<String> inputs, List<String> outputs) {
        return of(Compiled.members(members), name, inputs, outputs);
    }

    public static Mapped of(Compiled compiled, String name, List<String> inputs, List<String> outputs) {
        Method original = Arrays.stream(compiled.load("demo.Demo").getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Mapped(compiled, original, inputs, outputs);
    }

    /** The view at a point. */
    public DifferentiableMapping view(Object... arguments) {
        return (DifferentiableMapping) compiled.call("demo.DemoGradient", original.getName() + "Function", arguments);
    }

    /** The record at a point, after every check there and around. */
    public Object at(Object... arguments) {
        Object[] kept = copies(arguments);
        DifferentiableMapping view = view(arguments);
        double[] start = Flat.of(parts(inputs, null, arguments));
        double[] expected = run(arguments);
        assertThat(view.start()).as("the packed inputs").isEqualTo(start);
        assertThat(view.inputDimension()).isEqualTo(start.length);
        assertThat(view.outputDimension()).isEqualTo(expected.length);
        double[] y = new double[expected.length];
        view.value(start, y);
        assertThat(Flat.bits(y)).as("value of the view, bit for bit").isEqualTo(Flat.bits(expected));

        double[][] jacobian = new double[expected.length][start.length];
        view.jacobian(start, y, jacobian);
        assertThat(Flat.bits(y)).as("value of a pass, bit for bit").isEqualTo(Flat.bits(expected));
        checkAround(view, start);
        Sparsities.assertCovers(view, start);

        Object record = compiled.call("demo.DemoGradient", original.getName(), arguments);
        checkRecord(record, arguments, expected, jacobian);
        assertThat(Arrays.deepToString(arguments)).as("the caller's arrays").isEqualTo(Arrays.deepToString(kept));
        return record;
    }

    private static void checkAround(DifferentiableMapping view, double[] start) {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 3; trial++) {
            double[] point = start.clone();
            for (int i = 0; i < point.length; i++) {
                point[i] += trial * (random.nextDouble() - 0.5) / 8;
            }
            JacobianCheck.Report report = JacobianCheck.of(view).at(point);
            assertThat(report.passed(1e-7))
                    .as("%s at %s", report, Arrays.toString(point))
                    .isTrue();
        }
    }

    private void checkRecord(Object record, Object[] arguments, double[] expected, double[][] jacobian) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        assertThat(components).hasSize(outputs.size() + inputs.size());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            assertThat(components[i].getType()).isEqualTo(type(outputs.get(i)));
            values.add(get(record, components[i].getName()));
        }
        assertThat(Flat.bits(Flat.of(values)))
                .as("values of the record, bit for bit")
                .isEqualTo(Flat.bits(expected));
        int at = 0;
        for (int i = 0; i < inputs.size(); i++) {
            String component = components[outputs.size() + i].getName();
            Object actual = get(record, component);
            Object argument = arguments[index(inputs.get(i))];
            if (type(inputs.get(i)).isArray()) {
                int from = at;
                at += Flat.of(Arrays.asList(argument)).length;
                int to = at;
                assertThat((double[][]) actual)
                        .as("Jacobian by %s", component)
                        .isDeepEqualTo(Arrays.stream(jacobian)
                                .map(row -> Arrays.copyOfRange(row, from, to))
                                .toArray(double[][]::new));
            } else {
                int column = at++;
                assertThat((double[]) actual)
                        .as("Jacobian by %s", component)
                        .isEqualTo(Arrays.stream(jacobian)
                                .mapToDouble(row -> row[column])
                                .toArray());
            }
        }
        assertThat(at).isEqualTo(expected.length == 0 ? at : jacobian[0].length);
    }

    /** A component of a record. */
    public static Object get(Object record, String component) {
        try {
            Method accessor = record.getClass().getDeclaredMethod(component);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    /** The names of the components of a record. */
    public static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private double[] run(Object[] arguments) {
        Object[] copies = copies(arguments);
        Object result = compiled.call("demo.Demo", original.getName(), copies);
        return Flat.of(parts(outputs, result, copies));
    }

    private List<Object> parts(List<String> names, Object result, Object[] arguments) {
        List<Object> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(name.equals(RESULT) ? result : arguments[index(name)]);
        }
        return parts;
    }

    private Class<?> type(String name) {
        return name.equals(RESULT) ? original.getReturnType() : original.getParameterTypes()[index(name)];
    }

    private int index(String parameter) {
        Parameter[] parameters = original.getParameters();
        return IntStream.range(0, parameters.length)
                .filter(i -> parameters[i].getName().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + parameter));
    }

    private static Object[] copies(Object[] arguments) {
        return Arrays.stream(arguments).map(Flat::copy).toArray();
    }
}

package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Passes of flat views along several directions, against passes along one, bit for bit. */
public final class LaneViews {
    /** Directions for a pass with rows, some lanes of which are left over. */
    private static final int MANY = 69;

    private LaneViews() {}

    /** How many directions a pass of a view carries. */
    public static int lanes(Object view) {
        return (int) invoke(view, "lanes");
    }

    /** Whether a pass of several directions comes to its end, so that its results are not those of passes of one. */
    public static boolean endsLanePass(Object view) {
        double[] start = start(view);
        String pass = view instanceof DifferentiableFunction ? "lanePass" : "runLanes";
        return (boolean) invoke(view, pass, start, null, 0, Math.min(start.length, lanes(view)));
    }

    /** Whether a view has a form with rows, and a pass of that comes to its end. */
    public static boolean endsRowPass(Object view) {
        if (!(boolean) invoke(view, "hasRows")) {
            return false;
        }
        double[] start = start(view);
        double[][] directions = directions(MANY, start.length, new SplittableRandom(5));
        int count = (int) invoke(view, "nextPass", MANY);
        String pass = view instanceof DifferentiableFunction ? "lanePass" : "runLanes";
        return count > lanes(view) && (boolean) invoke(view, pass, start, directions, 0, count);
    }

    private static Object invoke(Object view, String name, Object... arguments) {
        for (Class<?> type = view.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    return invoke(method, view, arguments);
                }
            }
        }
        throw new IllegalStateException("no " + name + " in " + view.getClass());
    }

    private static Object invoke(Method method, Object view, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(view, arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static double[] start(Object view) {
        return view instanceof DifferentiableFunction function
                ? function.start()
                : ((DifferentiableMapping) view).start();
    }

    /** Checks a view at its start, unless the method throws there; anything else is not looked at. */
    static void checkAtStart(Object result) {
        if ((result instanceof DifferentiableFunction || result instanceof DifferentiableMapping)
                && result.getClass().getSimpleName().endsWith("Function")
                && endsAtStart(result)) {
            check(result, start(result), new SplittableRandom(3));
        }
    }

    private static boolean endsAtStart(Object view) {
        double[] start = start(view);
        try {
            if (view instanceof DifferentiableFunction function) {
                function.along(start, start);
            } else {
                ((DifferentiableMapping) view).outputDimension();
            }
            return true;
        } catch (Exception thrown) { // checked ones too, which views do not declare
            return false;
        }
    }

    /** Checks a view at its start and at points near it; which must be such that it throws nothing. */
    public static void check(Object view) {
        SplittableRandom random = new SplittableRandom(7);
        double[] start = start(view);
        check(view, start, random);
        for (int trial = 0; trial < 2; trial++) {
            check(
                    view,
                    Arrays.stream(start)
                            .map(x -> x + random.nextDouble(-0.25, 0.25))
                            .toArray(),
                    random);
        }
        check(view, start, random);
    }

    private static void check(Object view, double[] point, SplittableRandom random) {
        if (view instanceof DifferentiableFunction function) {
            check(function, point, random);
        } else {
            check((DifferentiableMapping) view, point, random);
        }
    }

    private static void check(DifferentiableFunction function, double[] x, SplittableRandom random) {
        double[][] units = units(x.length);
        double[] expected = new double[x.length];
        double value = 0;
        for (int i = 0; i < x.length; i++) {
            var dual = function.along(x, units[i]);
            expected[i] = dual.tangent();
            value = dual.value();
        }
        double[] gradient = new double[x.length];
        assertThat(function.gradient(x, gradient)).isEqualTo(x.length == 0 ? function.value(x) : value);
        assertThat(bits(gradient)).as("gradient %s", Arrays.toString(gradient)).isEqualTo(bits(expected));

        checkAlong(function, x, directions(11, x.length, random));
        checkAlong(function, x, directions(MANY, x.length, random));
    }

    private static void checkAlong(DifferentiableFunction function, double[] x, double[][] directions) {
        double[] derivatives = new double[directions.length];
        function.along(x, directions, derivatives);
        double[] each = Arrays.stream(directions)
                .mapToDouble(direction -> function.along(x, direction).tangent())
                .toArray();
        assertThat(bits(derivatives)).as("derivatives along directions").isEqualTo(bits(each));
    }

    private static void check(DifferentiableMapping mapping, double[] x, SplittableRandom random) {
        int m = mapping.outputDimension();
        double[] y = new double[m];
        double[][] columns = new double[x.length][m];
        mapping.jacobianByColumns(x, y, columns);
        double[] expectedValue = new double[m];
        double[][] units = units(x.length);
        for (int i = 0; i < x.length; i++) {
            double[] column = new double[m];
            mapping.along(x, units[i], expectedValue, column);
            assertThat(bits(columns[i])).as("column %d", i).isEqualTo(bits(column));
            assertThat(bits(y)).as("outputs").isEqualTo(bits(expectedValue));
        }
        checkAlong(mapping, x, directions(11, x.length, random));
        checkAlong(mapping, x, directions(MANY, x.length, random));
    }

    private static void checkAlong(DifferentiableMapping mapping, double[] x, double[][] directions) {
        int m = mapping.outputDimension();
        double[] y = new double[m];
        double[] expectedValue = new double[m];
        double[][] products = new double[directions.length][m];
        mapping.along(x, directions, y, products);
        for (int k = 0; k < directions.length; k++) {
            double[] product = new double[m];
            mapping.along(x, directions[k], expectedValue, product);
            assertThat(bits(products[k])).as("product %d", k).isEqualTo(bits(product));
        }
        assertThat(bits(y)).as("outputs").isEqualTo(bits(expectedValue));
    }

    private static double[][] units(int n) {
        double[][] units = new double[n][n];
        for (int i = 0; i < n; i++) {
            units[i][i] = 1;
        }
        return units;
    }

    private static double[][] directions(int count, int n, SplittableRandom random) {
        double[][] directions = new double[count][];
        Arrays.setAll(directions, k -> random.doubles(n, -1, 1).toArray());
        return directions;
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}

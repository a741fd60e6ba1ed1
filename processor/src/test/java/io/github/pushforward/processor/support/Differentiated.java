package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.Constant;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One differentiable method of {@code demo.Demo} under test: its tangent against central differences of the original
 * along random directions, its value and its writes to arrays against the original bit for bit.
 */
public final class Differentiated {
    private final Compiled compiled;
    private final String original;
    private final String sibling;
    private final String name;
    private final boolean[] active;
    private double width = 1e-6;
    private double tolerance = 1e-6;

    private Differentiated(Compiled compiled, String original, String sibling, String name, boolean[] active) {
        this.compiled = compiled;
        this.original = original;
        this.sibling = sibling;
        this.name = name;
        this.active = active;
    }

    /**
     * @param active which parameters are active, as the test expects it
     */
    public static Differentiated method(Compiled compiled, String name, boolean... active) {
        return method(compiled, "demo.Demo", "demo.DemoTangent", name, active);
    }

    /** A method of any class, by the names that the class and its tangents have at run time. */
    public static Differentiated method(
            Compiled compiled, String original, String sibling, String name, boolean... active) {
        return new Differentiated(compiled, original, sibling, name, active);
    }

    /** A method of the given members, all of whose {@code double}, {@code float} and array parameters are active. */
    public static Differentiated of(String members, String name) {
        Compiled compiled = Compiled.members(members);
        Method original = Arrays.stream(compiled.load("demo.Demo").getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        Parameter[] parameters = original.getParameters();
        boolean[] active = new boolean[parameters.length];
        for (int i = 0; i < active.length; i++) {
            Class<?> type = parameters[i].getType();
            while (type.isArray()) {
                type = type.getComponentType();
            }
            active[i] = (type == double.class || type == float.class) && !isConstant(members, parameters[i].getName());
        }
        return method(compiled, name, active);
    }

    /** Differences wide enough to see through the rounding to {@code float} inside the method. */
    public Differentiated inSinglePrecision() {
        width = 0x1p-6;
        tolerance = 1e-3;
        return this;
    }

    /** The annotation is not kept at run time: the source says it. */
    private static boolean isConstant(String members, String parameter) {
        String pattern = "@" + Constant.class.getSimpleName() + "\\s+(final\\s+)?[\\w\\[\\]]+\\s+" + parameter + "\\b";
        return java.util.regex.Pattern.compile(pattern).matcher(members).find();
    }

    /** Checks value, writes and derivative at one point, along three random directions and every coordinate. */
    public Differentiated at(Object... arguments) {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 3; trial++) {
            check(arguments, direction(arguments, random));
        }
        checkLanes(arguments, random);
        checkSparsity(arguments);
        return this;
    }

    /** Checks the value alone, where there is no derivative to compare with. */
    public Differentiated sameValueAt(Object... arguments) {
        Object[] primalArguments = copies(arguments);
        Object expected = compiled.call(original, name, primalArguments);
        Object[] tangentArguments = copies(arguments);
        Object actual = tangent(tangentArguments, Arrays.asList(activeOnly(copies(arguments))));
        assertThat(Flat.bits(outputs(Flat.value(actual), tangentArguments)))
                .as("value and written arrays at %s, bit for bit", Arrays.deepToString(arguments))
                .isEqualTo(Flat.bits(outputs(expected, primalArguments)));
        return this;
    }

    /** Checks the tangent at a point along a direction against a value known from elsewhere. */
    public Differentiated tangentIs(double expected, Object[] arguments, Object... tangents) {
        Object dual = tangent(copies(arguments), List.of(tangents));
        assertThat(((Number) Flat.tangent(dual)).doubleValue())
                .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        return this;
    }

    /** Checks that the tangent method ends in the original's exception, after the same writes to arrays. */
    public Differentiated fails(Class<? extends Throwable> expected, Object... arguments) {
        Object[] primalArguments = copies(arguments);
        assertThatThrownBy(() -> compiled.call(original, name, primalArguments))
                .as("exception of the original")
                .isExactlyInstanceOf(expected);
        Object[] tangentArguments = copies(arguments);
        assertThatThrownBy(() -> tangent(tangentArguments, Arrays.asList(activeOnly(copies(arguments)))))
                .isExactlyInstanceOf(expected);
        assertThat(Arrays.deepToString(tangentArguments))
                .as("arrays at that moment")
                .isEqualTo(Arrays.deepToString(primalArguments));
        return this;
    }

    private Object tangent(Object[] arguments, List<?> tangents) {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(tangents);
        return compiled.call(sibling, name, all.toArray());
    }

    private void check(Object[] arguments, List<Object> direction) {
        Object[] primalArguments = copies(arguments);
        Object expected = compiled.call(original, name, primalArguments);
        Object[] tangentArguments = copies(arguments);
        List<Object> tangents = new ArrayList<>();
        direction.forEach(part -> tangents.add(Flat.copy(part)));
        Object actual = tangent(tangentArguments, tangents);

        double[] value = outputs(expected, primalArguments);
        assertThat(Flat.bits(outputs(Flat.value(actual), tangentArguments)))
                .as("value and written arrays, bit for bit")
                .isEqualTo(Flat.bits(value));

        double[] derivative = outputs(Flat.tangent(actual), writtenTangents(tangents));
        double[] difference = difference(arguments, direction);
        double scale =
                Math.max(1, Arrays.stream(difference).map(Math::abs).max().orElse(1));
        for (int i = 0; i < difference.length; i++) {
            assertThat(derivative[i])
                    .as("derivative of output %d at %s along %s", i, Arrays.deepToString(arguments), direction)
                    .isCloseTo(difference[i], within(tolerance * scale));
        }
    }

    /** Checks that the lane form, where there is one, gives what passes of one direction give, bit for bit. */
    private void checkLanes(Object[] arguments, SplittableRandom random) {
        List<Object> parts = Arrays.asList(activeOnly(arguments));
        LaneForm.find(compiled, sibling, name, parts.size(), arguments.length).ifPresent(form -> {
            List<List<Object>> directions = form.directions(parts, random);
            Object[] laneArguments = copies(arguments);
            LaneForm.Outcome lanes;
            try {
                lanes = form.run(laneArguments, directions);
            } catch (Throwable thrown) {
                throw new AssertionError("the lane form threw", thrown);
            }
            for (int lane = 0; lane < form.lanes(); lane++) {
                Object[] one = copies(arguments);
                List<Object> tangents = new ArrayList<>();
                directions.get(lane).forEach(part -> tangents.add(Flat.copy(part)));
                Object result = tangent(one, tangents);
                assertThat(Flat.bits(outputs(lanes.value(), laneArguments)))
                        .as("value of the lane form, bit for bit")
                        .isEqualTo(Flat.bits(outputs(Flat.value(result), one)));
                assertThat(Flat.bits(outputs(
                                lanes.tangentsOfValue().get(lane),
                                writtenTangents(lanes.writtenTangents().get(lane)))))
                        .as("tangents of lane %d of %d, bit for bit", lane, form.lanes())
                        .isEqualTo(Flat.bits(outputs(Flat.tangent(result), writtenTangents(tangents))));
            }
        });
    }

    /** Checks that a view, where there is one whose pattern is found by a pass, misses nothing. */
    private void checkSparsity(Object[] arguments) {
        String views = sibling.replaceFirst("Tangent$", "Gradient");
        boolean mayHaveView = compiled.has(sibling.replaceFirst("Tangent$", "Sparsity")) && compiled.has(views);
        if (mayHaveView && compiled.hasMethod(views, name + "Function", arguments.length)) {
            Object view = compiled.call(views, name + "Function", copies(arguments));
            if (view instanceof DifferentiableMapping mapping) {
                Sparsities.assertCovers(mapping, mapping.start());
            }
        }
    }

    private double[] difference(Object[] arguments, List<Object> direction) {
        double[] plus = run(arguments, direction, width);
        double[] minus = run(arguments, direction, -width);
        double[] plusTwice = run(arguments, direction, 2 * width);
        double[] minusTwice = run(arguments, direction, -2 * width);
        double[] difference = new double[plus.length];
        for (int i = 0; i < plus.length; i++) {
            // Five-point stencil, of fourth order.
            difference[i] = (8 * (plus[i] - minus[i]) - (plusTwice[i] - minusTwice[i])) / (12 * width);
        }
        return difference;
    }

    /** The active outputs at a point moved along the direction. */
    private double[] run(Object[] arguments, List<Object> direction, double step) {
        Object[] moved = copies(arguments);
        int next = 0;
        for (int i = 0; i < moved.length; i++) {
            if (active[i]) {
                moved[i] = Flat.moved(moved[i], direction.get(next++), step);
            }
        }
        Object result = compiled.call(original, name, moved);
        return outputs(result, activeOnly(moved));
    }

    private Object[] activeOnly(Object[] arguments) {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (active[i]) {
                kept.add(arguments[i]);
            }
        }
        return kept.toArray();
    }

    private static Object[] writtenTangents(List<Object> tangents) {
        return tangents.toArray();
    }

    /** The result and the contents of the arrays, flat. */
    private static double[] outputs(Object result, Object[] arguments) {
        List<Object> parts = new ArrayList<>();
        if (result != null) {
            parts.add(result);
        }
        Arrays.stream(arguments)
                .filter(argument -> argument != null && argument.getClass().isArray())
                .forEach(parts::add);
        return Flat.of(parts);
    }

    private List<Object> direction(Object[] arguments, SplittableRandom random) {
        List<Object> direction = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (active[i]) {
                direction.add(Flat.random(arguments[i], random));
            }
        }
        return direction;
    }

    private static Object[] copies(Object[] arguments) {
        return Arrays.stream(arguments).map(Flat::copy).toArray();
    }
}

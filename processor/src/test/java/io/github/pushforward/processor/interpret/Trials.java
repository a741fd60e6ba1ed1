package io.github.pushforward.processor.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import io.github.pushforward.runtime.IndexSet;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what differentiated methods do with what they should do, by sources of truth that know nothing of the calculus. */
public final class Trials {
    private static final double TOLERANCE = 1e-6;
    private static final double TOLERANCE_OF_FLOATS = 3e-3;

    private final Derivatives derivatives;
    private final Examples examples;

    public Trials(Derivatives derivatives) {
        this.derivatives = derivatives;
        this.examples = new Examples(derivatives.program());
    }

    /** How a method is run at given arguments. */
    private interface Code {
        @Nullable
        Object run(List<@Nullable Object> arguments);
    }

    private Code code(Method method) {
        return arguments -> new Machine(derivatives.program()).run(method, arguments);
    }

    /** The value is what the compiled method gives, to the last bit, and the tangent is that of differences of it. */
    public boolean tangent(Sibling.Tangent pair, long seed) {
        Method source = pair.source();
        List<@Nullable Object> arguments = examples.arguments(source, seed);
        List<@Nullable Object> directions = examples.directions(source, arguments, seed + 1);
        return derivative(
                source.name(),
                values -> derivatives.runOriginal(source, values),
                () -> examples.arguments(source, seed),
                Examples.moving(source),
                code(pair.tangent()),
                directions,
                source.result().carriesDerivative() && !(source.result() instanceof FunctionType),
                isOfFloats(source));
    }

    /** How often a method, or its tangent along one direction, calls functions of {@code Math}, by their names. */
    public Map<String, Integer> functions(Method method, Method source, long seed) {
        List<@Nullable Object> arguments = examples.arguments(source, seed);
        if (method != source) {
            arguments.addAll(examples.directions(source, arguments, seed + 1));
        }
        Machine machine = new Machine(derivatives.program());
        Outcome.of(() -> machine.run(method, arguments), arguments);
        return machine.calls();
    }

    private static boolean isOfFloats(Method method) {
        Stream<Type> types = Stream.concat(method.callee().parameterTypes().stream(), Stream.of(method.result()));
        return method.name().contains("ingle") || types.anyMatch(type -> type.elementType() == Primitive.FLOAT);
    }

    /** The same of a form of a second derivative, for which the tangent method is the original. */
    public boolean second(SecondOrder.Twice twice, SecondOrder.Form form, long seed) {
        Method source = twice.first().source();
        Method tangent = twice.first().tangent();
        List<Integer> moving = new ArrayList<>();
        for (int i = 0; i < form.active().size(); i++) {
            if (form.active().get(i)) {
                moving.add(i);
            }
        }
        List<@Nullable Object> arguments = examples.arguments(source, seed);
        List<@Nullable Object> first = examples.directions(source, arguments, seed + 1);
        List<@Nullable Object> all = examples.directions(source, arguments, seed + 2);
        List<@Nullable Object> more = examples.directions(source, arguments, seed + 3);
        List<@Nullable Object> along = new ArrayList<>();
        List<Integer> movingOfSource = Examples.moving(source);
        int parameters = source.parameters().size();
        for (int i : moving) {
            along.add(i < parameters ? all.get(movingOfSource.indexOf(i)) : more.get(i - parameters));
        }
        return derivative(
                source.name() + " twice",
                code(tangent),
                () -> {
                    List<@Nullable Object> values = examples.arguments(source, seed);
                    values.addAll(examples.directions(source, values, seed + 1));
                    return values;
                },
                moving,
                code(form.method()),
                along,
                source.result().carriesDerivative(),
                isOfFloats(source) || first.isEmpty());
    }

    private interface Fresh {
        List<@Nullable Object> values();
    }

    private static boolean derivative(
            String name,
            Code original,
            Fresh fresh,
            List<Integer> moving,
            Code derivative,
            List<@Nullable Object> directions,
            boolean givesDual,
            boolean isOfFloats) {
        List<@Nullable Object> atOriginal = fresh.values();
        Outcome expected = Outcome.of(() -> original.run(atOriginal), atOriginal);
        List<@Nullable Object> atDerivative = fresh.values();
        List<@Nullable Object> changed = copies(directions);
        List<@Nullable Object> all = new ArrayList<>(atDerivative);
        all.addAll(changed);
        Outcome actual = Outcome.of(() -> derivative.run(all), atDerivative);

        assertThat((Object) actual.thrown()).as(name + " throws").isEqualTo(expected.thrown());
        boolean isDual = givesDual && actual.thrown() == null;
        Object value = isDual ? half(actual.result(), true) : actual.result();
        assertThat(Numbers.areSame(value, expected.result()))
                .as("%s gives %s, not %s", name, value, expected.result())
                .isTrue();
        assertThat(Numbers.areSame(actual.arguments(), expected.arguments()))
                .as("%s leaves arguments %s, not %s", name, actual.arguments(), expected.arguments())
                .isTrue();

        Object tangent = isDual ? half(actual.result(), false) : null;
        List<Double> tangents = new ArrayList<>(Numbers.in(tangent));
        changed.forEach(each -> tangents.addAll(each instanceof Number ? List.of() : Numbers.in(each)));
        List<List<Double>> differences = new ArrayList<>();
        for (boolean isFine : List.of(false, true)) {
            differences.add(Differences.of(
                    h -> {
                        List<@Nullable Object> moved = fresh.values();
                        for (int i = 0; i < moving.size(); i++) {
                            moved.set(moving.get(i), Numbers.moved(moved.get(moving.get(i)), directions.get(i), h));
                        }
                        Outcome there = Outcome.of(() -> original.run(moved), moved);
                        List<Double> numbers = new ArrayList<>(
                                tangent == null || there.thrown() != null
                                        ? List.of()
                                        : Numbers.in(there.result(), tangent));
                        for (int i = 0; i < moving.size(); i++) {
                            Object direction = changed.get(i);
                            if (!(direction instanceof Number)) {
                                numbers.addAll(Numbers.in(there.arguments().get(moving.get(i)), direction));
                            }
                        }
                        return numbers;
                    },
                    isFine,
                    isOfFloats));
        }
        return agree(
                name, tangents, differences.get(0), differences.get(1), isOfFloats ? TOLERANCE_OF_FLOATS : TOLERANCE);
    }

    /** Whether it could be told: not where the two differences disagree, because there is a jump or a kink between. */
    private static boolean agree(
            String name, List<Double> tangents, List<Double> coarse, List<Double> fine, double tolerance) {
        assertThat(tangents).as(name + " has as many tangents as numbers").hasSameSizeAs(fine);
        for (int i = 0; i < tangents.size(); i++) {
            double expected = fine.get(i);
            double bound = tolerance * (1 + Math.abs(expected));
            if (!(Math.abs(expected - coarse.get(i)) <= bound)) {
                return false;
            }
        }
        for (int i = 0; i < tangents.size(); i++) {
            double expected = fine.get(i);
            assertThat(tangents.get(i))
                    .as("number %d of the tangents of %s", i, name)
                    .isCloseTo(expected, org.assertj.core.api.Assertions.within(tolerance * (1 + Math.abs(expected))));
        }
        return true;
    }

    private static @Nullable Object half(@Nullable Object dual, boolean isValue) {
        if (dual instanceof Dual numbers) {
            return isValue ? numbers.value() : numbers.tangent();
        }
        if (dual instanceof DualFloat numbers) {
            return isValue ? numbers.value() : numbers.tangent();
        }
        DualOf<?, ?> other = (DualOf<?, ?>) Objects.requireNonNull(dual);
        return isValue ? other.value() : other.tangent();
    }

    /** The same tangents, of which the arrays and objects can be written to. */
    private static List<@Nullable Object> copies(List<@Nullable Object> tangents) {
        List<@Nullable Object> copies = new ArrayList<>();
        tangents.forEach(tangent -> copies.add(TangentCopies.of(tangent)));
        return copies;
    }

    /** Each lane does to its numbers what one direction does, to the last bit. */
    public void lanes(Method one, LanePlan.Lanes form, Method source, boolean isSecond, long seed) {
        int count = form.count();
        List<List<@Nullable Object>> directions = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<List<@Nullable Object>> left = new ArrayList<>();
        List<Integer> marked = new ArrayList<>();
        for (int i = 0; i < one.callee().active().size(); i++) {
            if (one.callee().active().get(i)) {
                marked.add(i);
            }
        }
        for (int lane = 0; lane < count; lane++) {
            List<@Nullable Object> along = directions(source, isSecond, marked, seed, seed + 7 + lane);
            directions.add(along);
            List<@Nullable Object> values = plainArguments(source, isSecond, seed);
            List<@Nullable Object> changed = copies(along);
            List<@Nullable Object> all = new ArrayList<>(values);
            all.addAll(changed);
            outcomes.add(Outcome.of(() -> code(one).run(all), values));
            left.add(changed);
        }
        List<@Nullable Object> values = plainArguments(source, isSecond, seed);
        List<@Nullable Object> all = new ArrayList<>(values);
        List<@Nullable Object> joined = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            List<@Nullable Object> each = new ArrayList<>();
            for (List<@Nullable Object> along : directions) {
                each.add(along.get(i));
            }
            if (each.get(0) instanceof Number) {
                all.addAll(each);
                joined.add(null);
            } else {
                Object together = LaneValues.joined(each);
                all.add(together);
                joined.add(together);
            }
        }
        double[] stored = new double[count];
        if (form.storing().isPresent()) {
            all.add(stored);
        }
        Method lanes = derivatives.method(form.storing().orElse(form.callee()));
        Outcome actual = Outcome.of(() -> code(lanes).run(all), values);

        String name = one.name() + " in " + count + " lanes";
        assertThat((Object) actual.thrown())
                .as(name + " throws")
                .isEqualTo(outcomes.get(0).thrown());
        assertThat(Numbers.areSame(actual.arguments(), outcomes.get(0).arguments()))
                .as("%s leaves the same arguments", name)
                .isTrue();
        for (int lane = 0; lane < count; lane++) {
            if (actual.thrown() == null) {
                requireLane(
                        name, one, actual.result(), stored, outcomes.get(lane).result(), lane, count);
            }
            for (int i = 0; i < joined.size(); i++) {
                Object own = left.get(lane).get(i);
                if (!(own instanceof Number)) {
                    Object there = LaneValues.split(joined.get(i), lane, count);
                    assertThat(Numbers.areSame(there, own))
                            .as("%s leaves the tangent %d of lane %d", name, i, lane)
                            .isTrue();
                }
            }
        }
    }

    private List<@Nullable Object> plainArguments(Method source, boolean isSecond, long seed) {
        List<@Nullable Object> values = examples.arguments(source, seed);
        if (isSecond) {
            values.addAll(examples.directions(source, values, seed + 1));
        }
        return values;
    }

    private List<@Nullable Object> directions(
            Method source, boolean isSecond, List<Integer> marked, long seed, long own) {
        List<@Nullable Object> values = examples.arguments(source, seed);
        List<@Nullable Object> along = new ArrayList<>(examples.directions(source, values, own));
        if (isSecond && marked.size() > along.size()) {
            // Tangents that are written to have derivatives as well.
            List<@Nullable Object> more = examples.directions(source, values, own + 100);
            List<Integer> moving = Examples.moving(source);
            for (int i = 0; i < moving.size() && along.size() < marked.size(); i++) {
                if (!(more.get(i) instanceof Number)) {
                    along.add(more.get(i));
                }
            }
        }
        return along;
    }

    private static void requireLane(
            String name,
            Method one,
            @Nullable Object joined,
            double[] stored,
            @Nullable Object single,
            int lane,
            int count) {
        if (joined == null
                || single == null
                || joined.getClass() == single.getClass() && !(single instanceof DualOf<?, ?>)) {
            assertThat(Numbers.areSame(joined, single))
                    .as(name + " gives the same")
                    .isTrue();
            return;
        }
        Object value = half(single, true);
        Object tangent = half(single, false);
        Object valueThere;
        Object tangentThere;
        if (joined instanceof DualOf<?, ?> dual) {
            valueThere = dual.value();
            tangentThere = LaneValues.split(dual.tangent(), lane, count);
        } else if (joined instanceof Number) {
            valueThere = joined;
            tangentThere = tangent instanceof Float ? (Object) (float) stored[lane] : (Object) stored[lane];
        } else {
            valueThere = Numbers.get(Reflected.field(joined.getClass(), "value"), joined);
            tangentThere = Numbers.get(Reflected.field(joined.getClass(), "tangent" + lane), joined);
        }
        assertThat(Numbers.areSame(valueThere, value))
                .as("%s: value %s, not %s", name, valueThere, value)
                .isTrue();
        assertThat(sameNumbers(tangentThere, tangent))
                .as("%s: tangent %d is %s, not %s", name, lane, tangentThere, tangent)
                .isTrue();
    }

    /** Tangents of lanes are of other classes than those of one direction. */
    private static boolean sameNumbers(@Nullable Object one, @Nullable Object other) {
        return Numbers.in(one).equals(Numbers.in(other));
    }

    /**
     * An output may depend on the inputs in its set, and on no others: those along which its tangent is not zero. That the set has no
     * more is asked for as well, of methods in which no term vanishes.
     */
    public void indexSets(Sibling.Tangent pair, LanePlan.Lanes form, boolean isExact, long seed) {
        Method source = pair.source();
        List<@Nullable Object> values = examples.arguments(source, seed);
        List<@Nullable Object> sets = new ArrayList<>();
        int[] inputs = {0};
        for (Object zero : examples.zeros(source, values)) {
            sets.add(numbered(zero, inputs));
        }
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(sets);
        Method method = derivatives.method(form.callee());
        Outcome outcome = Outcome.of(() -> code(method).run(all), values);
        List<@Nullable Object> ofOutputs = new ArrayList<>();
        boolean hasResult = source.result().carriesDerivative() && outcome.thrown() == null;
        if (hasResult) {
            Object result = Objects.requireNonNull(outcome.result());
            collectSets(Numbers.get(Reflected.field(result.getClass(), "inputs"), result), ofOutputs);
        }
        sets.forEach(each -> {
            if (each instanceof Object[]) {
                collectSets(each, ofOutputs);
            }
        });
        for (int input = 0; input < inputs[0]; input++) {
            int unit = input;
            int[] count = {0};
            List<@Nullable Object> arguments = examples.arguments(source, seed);
            List<@Nullable Object> along = examples.zeros(source, arguments).stream()
                    .map(zero -> Numbers.filled(zero, () -> count[0]++ == unit ? 1 : 0))
                    .toList();
            arguments.addAll(along);
            Outcome tangent = Outcome.of(() -> code(pair.tangent()).run(arguments), values);
            assertThat((Object) outcome.thrown())
                    .as(source.name() + " throws with sets")
                    .isEqualTo(tangent.thrown());
            List<Double> outputs = new ArrayList<>(hasResult ? Numbers.in(half(tangent.result(), false)) : List.of());
            along.forEach(each -> outputs.addAll(each instanceof Number ? List.of() : Numbers.in(each)));
            assertThat(ofOutputs).hasSameSizeAs(outputs);
            for (int output = 0; output < outputs.size(); output++) {
                boolean isIn = ofOutputs.get(output) instanceof IndexSet set && set.contains(input);
                boolean depends = outputs.get(output) != 0;
                assertThat(isIn || !depends)
                        .as("output %d of %s depends on input %d", output, source.name(), input)
                        .isTrue();
                assertThat(depends || !isIn || !isExact)
                        .as("output %d of %s does not depend on input %d", output, source.name(), input)
                        .isTrue();
            }
        }
    }

    private static @Nullable Object numbered(@Nullable Object zero, int[] next) {
        if (zero instanceof Number) {
            return IndexSet.of(next[0]++);
        }
        if (zero == null) {
            return null;
        }
        int length = Array.getLength(zero);
        Class<?> component = IndexSet.class;
        for (Class<?> row = zero.getClass().componentType(); row.isArray(); row = row.componentType()) {
            component = component.arrayType();
        }
        Object sets = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Array.set(sets, i, numbered(Array.get(zero, i), next));
        }
        return sets;
    }

    private static void collectSets(@Nullable Object sets, List<@Nullable Object> all) {
        if (sets instanceof Object[] array) {
            for (Object each : array) {
                collectSets(each, all);
            }
        } else {
            all.add(sets);
        }
    }
}

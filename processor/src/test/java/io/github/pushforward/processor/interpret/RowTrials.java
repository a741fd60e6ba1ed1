package io.github.pushforward.processor.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.differentiate.RowForm;
import io.github.pushforward.processor.differentiate.RowPlan;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares forms with rows with the tangent methods of one direction that they are made of, to the last bit. */
public final class RowTrials {
    private static final int LANES = 3;

    private final Derivatives derivatives;
    private final Examples examples;
    private final RowPlan plan;

    public RowTrials(Derivatives derivatives) {
        this.derivatives = derivatives;
        this.examples = new Examples(derivatives.program());
        this.plan = RowPlan.of(derivatives.siblings());
        derivatives
                .siblings()
                .forEach(sibling ->
                        plan.methods(sibling.owner().sibling("Tangent")).forEach(derivatives.program()::add));
    }

    /** Whether a method has a form with rows, which does in each lane what passes of one direction do. */
    public boolean rows(Sibling.Tangent pair, long seed) {
        if (plan.of(pair).isEmpty()) {
            return false;
        }
        RowForm form = plan.of(pair).get();
        Method source = pair.source();
        List<List<@Nullable Object>> directions = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            List<@Nullable Object> values = examples.arguments(source, seed);
            List<@Nullable Object> along = examples.directions(source, values, seed + 7 + lane);
            directions.add(along);
            List<@Nullable Object> all = new ArrayList<>(values);
            all.addAll(along);
            outcomes.add(run(pair.tangent(), all, values));
        }
        List<@Nullable Object> values = examples.arguments(source, seed);
        List<@Nullable Object> all = new ArrayList<>(values);
        for (int i = 0; i < directions.get(0).size(); i++) {
            List<@Nullable Object> each = new ArrayList<>();
            for (List<@Nullable Object> along : directions) {
                each.add(along.get(i));
            }
            all.add(joined(each));
        }
        double[] stored = new double[LANES];
        if (form.method().result() == Primitive.DOUBLE) {
            all.add(stored);
        }
        all.add(new double[form.rows()][LANES]);
        all.add(LANES);
        Outcome actual = run(form.method(), all, values);
        if (outcomes.get(0).thrown() != null) {
            assertThat((Object) actual.thrown()).as("%s throws", source.name()).isNotNull();
            return true;
        }
        assertThat((Object) actual.thrown()).as("%s throws", source.name()).isNull();
        for (int lane = 0; lane < LANES; lane++) {
            Object single = outcomes.get(lane).result();
            Object own = single instanceof Dual
                    ? new Dual((double) actual.result(), stored[lane])
                    : new DualOf<>(
                            ((DualOf<?, ?>) actual.result()).value(),
                            split(((DualOf<?, ?>) actual.result()).tangent(), lane));
            assertThat(Numbers.in(own)).as("%s in lane %d", source.name(), lane).isEqualTo(Numbers.in(single));
        }
        return true;
    }

    private Outcome run(Method method, List<@Nullable Object> arguments, List<@Nullable Object> values) {
        return Outcome.of(() -> new Machine(derivatives.program()).run(method, arguments), values);
    }

    /** Numbers become a row, arrays an array of what becomes of their elements. */
    private static @Nullable Object joined(List<? extends @Nullable Object> tangents) {
        Object first = tangents.get(0);
        if (first == null) {
            return null;
        }
        if (first instanceof Double) {
            return tangents.stream().mapToDouble(tangent -> (double) tangent).toArray();
        }
        int length = Array.getLength(first);
        Object joined = Array.newInstance(first.getClass(), length);
        for (int i = 0; i < length; i++) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (Object tangent : tangents) {
                elements.add(Array.get(tangent, i));
            }
            Array.set(joined, i, joined(elements));
        }
        return joined;
    }

    private static @Nullable Object split(@Nullable Object joined, int lane) {
        if (joined == null || joined instanceof double[]) {
            return joined == null ? null : ((double[]) joined)[lane];
        }
        Object[] rows = (Object[]) joined;
        Object one = Array.newInstance(rows.getClass().componentType().componentType(), rows.length);
        for (int i = 0; i < rows.length; i++) {
            Array.set(one, i, split(rows[i], lane));
        }
        return one;
    }
}

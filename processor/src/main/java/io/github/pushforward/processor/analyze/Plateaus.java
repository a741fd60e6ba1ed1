package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.SwitchExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values may be the same over a whole region of the inputs, as {@code Math.floor(x)} and {@code Math.max(x, 0)} are: a test
 * for equality with them says nothing of single points.
 */
final class Plateaus {
    private static final Set<String> STEPS = Set.of("floor", "ceil", "rint", "round", "signum", "ulp");
    private static final Set<String> LIMITS = Set.of("max", "min", "clamp");

    private final Activity activity;
    private final Definitions definitions;
    private final Sources sources;
    private final List<Definitions.Definition> ignored;
    private final Map<Place, Boolean> known = new HashMap<>();

    Plateaus(Activity activity, Definitions definitions, Sources sources) {
        this(activity, definitions, sources, List.of());
    }

    private Plateaus(
            Activity activity, Definitions definitions, Sources sources, List<Definitions.Definition> ignored) {
        this.activity = activity;
        this.definitions = definitions;
        this.sources = sources;
        this.ignored = ignored;
    }

    /** What is to be said but for some definitions: those that depend on the answer. */
    Plateaus without(List<Definitions.Definition> dependent) {
        return dependent.isEmpty() ? this : new Plateaus(activity, definitions, sources, dependent);
    }

    boolean mayHave(Expr value) {
        if (value instanceof Expr.Read || value instanceof Expr.Element || value instanceof Expr.Field) {
            return sources.values(value).stream().anyMatch(this::mayHave);
        }
        if (value instanceof Expr.Cast cast) {
            return isInteger(cast) || mayHave(cast.operand());
        }
        if (value instanceof Expr.Conditional conditional) {
            return isOrMayHave(conditional.whenTrue()) || isOrMayHave(conditional.whenFalse());
        }
        if (value instanceof SwitchExpr choice) {
            return choice.results().stream().anyMatch(this::isOrMayHave);
        }
        if (value instanceof Expr.Call call) {
            return isStep(call) || isLimited(call) || all(call.arguments());
        }
        boolean isProduct = value instanceof Expr.Binary binary
                && (binary.op() == BinaryOp.MULTIPLY || binary.op() == BinaryOp.DIVIDE);
        return isProduct
                ? value.children().stream().filter(activity::isVaried).anyMatch(this::mayHave)
                : all(value.children());
    }

    /** Whether nothing in what a value is computed from moves it everywhere. */
    private boolean all(List<Expr> parts) {
        List<Expr> varied = parts.stream().filter(activity::isVaried).toList();
        return !varied.isEmpty() && varied.stream().allMatch(this::mayHave);
    }

    private boolean isOrMayHave(Expr value) {
        return !activity.isVaried(value) || mayHave(value);
    }

    private static boolean isInteger(Expr.Cast cast) {
        return cast.type() instanceof Primitive type && type.isIntegral();
    }

    private static boolean isStep(Expr.Call call) {
        return call.callee().kind() == Callee.Kind.MATH
                && STEPS.contains(call.callee().name());
    }

    private boolean isLimited(Expr.Call call) {
        return call.callee().kind() == Callee.Kind.MATH
                && LIMITS.contains(call.callee().name())
                && call.arguments().stream().anyMatch(this::isOrMayHave);
    }

    /** Whether a place is given such a value; or a constant now and then, other than to start a sum or a maximum from. */
    private boolean mayHave(Place place) {
        Boolean answer = known.putIfAbsent(place, false); // what goes in a circle adds nothing
        if (answer != null) {
            return answer;
        }
        List<Definitions.Definition> all = definitions.of(place).stream()
                .filter(definition -> !ignored.contains(definition))
                .toList();
        List<Definitions.Definition> varied =
                all.stream().filter(this::isVaried).toList();
        boolean isAccumulated = varied.stream().allMatch(Definitions.Definition::keepsOld)
                && varied.stream().anyMatch(definitions::isUnconditional);
        boolean mayHave = all.stream()
                .anyMatch(definition -> isVaried(definition)
                        ? definition.values().stream().anyMatch(value -> activity.isVaried(value) && mayHave(value))
                        : !isAccumulated && isNumber(definition));
        known.put(place, mayHave);
        return mayHave;
    }

    private boolean isVaried(Definitions.Definition definition) {
        return definition.values().stream().anyMatch(activity::isVaried);
    }

    /** Whether it is a number that is given: not an array, in which there is nothing yet. */
    private static boolean isNumber(Definitions.Definition definition) {
        return !definition.keepsOld()
                && definition.values().stream().noneMatch(value -> value.type().isMutable());
    }
}

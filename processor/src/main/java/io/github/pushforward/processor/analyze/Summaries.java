package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.RuleSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The flow summaries of all methods that are called, read from their bodies. Recursive methods start from "nothing
 * flows" and grow until nothing changes.
 */
public final class Summaries {
    private final Function<Callee, Optional<Method>> bodies;
    private final Function<Callee, Optional<FlowSummary>> known;
    private final Map<Key, FlowSummary> table = new LinkedHashMap<>();
    private final Map<Key, Method> open = new LinkedHashMap<>();
    private boolean growing;

    /**
     * A method as it is called, and the custom rules that hold in it. The same method has a body to look into for a caller in its own class, and
     * none for one elsewhere.
     */
    private record Key(String signature, Callee.Kind kind, RuleSet rules) {}

    /** @param bodies the body of a method of this compilation; nothing for compiled ones */
    public Summaries(Function<Callee, Optional<Method>> bodies) {
        this(bodies, callee -> Optional.empty());
    }

    /** @param known what is known from elsewhere of methods without a body */
    public Summaries(Function<Callee, Optional<Method>> bodies, Function<Callee, Optional<FlowSummary>> known) {
        this.bodies = bodies;
        this.known = known;
    }

    public FlowSummary of(Callee callee) {
        Key key = new Key(callee.signature(), callee.kind(), callee.rules());
        FlowSummary found = table.get(key);
        if (found != null) {
            return found;
        }
        Optional<Method> body = body(callee);
        if (body.isEmpty()) {
            FlowSummary summary = known.apply(callee).orElseGet(() -> ofSignature(callee));
            table.put(key, summary);
            return summary;
        }
        table.put(key, FlowSummary.EMPTY);
        open.put(key, body.get());
        if (!growing) {
            growUntilStable();
        }
        return table.get(key);
    }

    /** The body that a call runs, as far as it is of this compilation and free of problems. */
    Optional<Method> body(Callee callee) {
        boolean mayHaveBody = callee.kind() == Callee.Kind.HELPER || callee.kind() == Callee.Kind.ANNOTATED;
        return mayHaveBody ? bodies.apply(callee) : Optional.empty();
    }

    private static FlowSummary ofSignature(Callee callee) {
        return switch (callee.kind()) {
            case ANNOTATED, UNPROCESSED -> FlowSummary.unknown(callee);
            case RULE -> FlowSummary.ruled(callee);
            case FUNCTION -> FlowSummary.applied(callee);
            case READING -> ArrayLibrary.summary(callee).orElseGet(() -> FlowSummary.reading(callee));
            case FOREIGN, KEEPING -> ArrayLibrary.summary(callee).orElseGet(() -> FlowSummary.opaque(callee));
            default -> ArrayLibrary.summary(callee).orElseGet(() -> FlowSummary.function(callee));
        };
    }

    /** Of the method and of whatever may run in its place. */
    private FlowSummary summary(Method method) {
        FlowSummary summary = new MethodFlow(method, this).summary();
        for (Callee overrider : method.dispatch().overriders()) {
            summary = summary.or(of(overrider));
        }
        return method.dispatch().isOverridable() ? summary.or(FlowSummary.ofUnknownClasses(method)) : summary;
    }

    private void growUntilStable() {
        growing = true;
        boolean changed = true;
        while (changed) {
            changed = false;
            Set<Key> before = new HashSet<>(open.keySet());
            for (Map.Entry<Key, Method> entry : List.copyOf(open.entrySet())) {
                FlowSummary summary = summary(entry.getValue());
                changed |= !summary.equals(table.put(entry.getKey(), summary));
            }
            changed |= !before.equals(open.keySet());
        }
        open.clear();
        growing = false;
    }
}

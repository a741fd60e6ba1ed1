package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of the JDK that move numbers between arrays: what they read and write, and what their tangent is. */
public final class ArrayLibrary {

    /** What becomes of a call that carries derivatives. */
    public enum Manner {
        /** It moves numbers and computes nothing: its tangent is the same call on the shadows. */
        MOVES,
        /** It gives back its first argument, whose tangent is the tangent. */
        PASSES,
        /** The runtime has a method that does the same to array and shadow together. */
        PERMUTES
    }

    private record Entry(Manner manner, FlowSummary summary) {}

    private static final Map<String, Entry> ENTRIES = new HashMap<>();

    static {
        String arrays = "java.util.Arrays#";
        for (String type : new String[] {"double", "float"}) {
            String array = type + "[]";
            add(Manner.MOVES, "java.lang.Object#this.clone[" + array + "]", copy());
            add(Manner.MOVES, arrays + "copyOf[" + array + ", int]", copy());
            add(Manner.MOVES, arrays + "copyOfRange[" + array + ", int, int]", copy());
            add(Manner.MOVES, arrays + "fill[" + array + ", " + type + "]", into(1, 0));
            add(Manner.MOVES, arrays + "fill[" + array + ", int, int, " + type + "]", into(3, 0));
            add(Manner.PERMUTES, arrays + "sort[" + array + "]", inPlace());
            add(Manner.PERMUTES, arrays + "sort[" + array + ", int, int]", inPlace());
        }
        // Of arrays of arrays: the copies share their rows, and so do the shadows.
        add(Manner.MOVES, arrays + "copyOf[java.lang.Object[], int]", alias());
        add(Manner.MOVES, arrays + "copyOfRange[java.lang.Object[], int, int]", alias());
        add(Manner.MOVES, arrays + "fill[java.lang.Object[], java.lang.Object]", into(1, 0));
        add(Manner.MOVES, arrays + "fill[java.lang.Object[], int, int, java.lang.Object]", into(3, 0));
        add(Manner.MOVES, "java.lang.System#arraycopy[java.lang.Object, int, java.lang.Object, int, int]", into(0, 2));
        add(Manner.PASSES, "java.util.Objects#requireNonNull[java.lang.Object]", alias());
        add(Manner.PASSES, "java.util.Objects#requireNonNull[java.lang.Object, java.lang.String]", alias());
    }

    /** {@code clone} of an array of arrays or of objects, whatever its type. */
    private static final Entry CLONE_OF_ROWS = new Entry(Manner.MOVES, alias());

    private ArrayLibrary() {}

    private static void add(Manner manner, String signature, FlowSummary summary) {
        ENTRIES.put(signature, new Entry(manner, summary));
    }

    private static FlowSummary copy() {
        return result(Set.of());
    }

    private static FlowSummary alias() {
        return result(Set.of(0));
    }

    private static FlowSummary result(Set<Integer> aliases) {
        return FlowSummary.of(Set.of(new FlowSummary.Flow(0, FlowSummary.RESULT)), aliases, Set.of());
    }

    private static FlowSummary into(int from, int to) {
        return FlowSummary.of(Set.of(new FlowSummary.Flow(from, to)), Set.of(), Set.of(to));
    }

    private static FlowSummary inPlace() {
        return FlowSummary.of(Set.of(), Set.of(), Set.of(0));
    }

    private static Optional<Entry> entry(Callee callee) {
        boolean isCloneOfRows = callee.name().equals("clone")
                && callee.owner().canonicalName().equals("java.lang.Object")
                && hasReferences(callee.parameterTypes().get(0));
        return isCloneOfRows ? Optional.of(CLONE_OF_ROWS) : Optional.ofNullable(ENTRIES.get(callee.signature()));
    }

    static Optional<FlowSummary> summary(Callee callee) {
        return entry(callee).map(Entry::summary);
    }

    public static Optional<Manner> manner(Callee callee) {
        return entry(callee).map(Entry::manner);
    }

    /** Whether a call turns into calls on values and on shadows, instead of one call of a tangent method. */
    public static boolean contains(Callee callee) {
        return manner(callee)
                .filter(manner -> manner == Manner.MOVES || manner == Manner.PASSES)
                .isPresent();
    }

    /** Whether a call puts rows of one array, or an array itself, into another, so that both have them from then on. */
    static boolean sharesRows(Expr.Call call, FlowSummary.Flow flow) {
        return flow.to() != FlowSummary.RESULT
                && contains(call.callee())
                && call.arguments().get(flow.from()).type().isMutable()
                && hasReferences(call.arguments().get(flow.to()).type());
    }

    /** Whether the elements of an array are arrays or objects, which a copy of it has in common with it. */
    private static boolean hasReferences(Type array) {
        return array instanceof ArrayType type
                && (type.component().isArray() || type.component() instanceof ClassType named && named.isActive());
    }
}

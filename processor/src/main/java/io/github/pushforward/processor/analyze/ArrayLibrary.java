package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The methods of the JDK that fill and copy arrays of numbers. The tangent of each is the same call on the shadows, because
 * they move numbers and compute nothing.
 */
public final class ArrayLibrary {
    private static final Map<String, FlowSummary> SUMMARIES = new HashMap<>();

    static {
        for (String type : new String[] {"double", "float"}) {
            add("java.lang.Object#clone[" + type + "[]]", result(0));
            add("java.util.Arrays#copyOf[" + type + "[], int]", result(0));
            add("java.util.Arrays#copyOfRange[" + type + "[], int, int]", result(0));
            add("java.util.Arrays#fill[" + type + "[], " + type + "]", into(1, 0));
            add("java.util.Arrays#fill[" + type + "[], int, int, " + type + "]", into(3, 0));
        }
        add("java.lang.System#arraycopy[java.lang.Object, int, java.lang.Object, int, int]", into(0, 2));
    }

    private ArrayLibrary() {}

    private static void add(String signature, FlowSummary summary) {
        SUMMARIES.put(signature, summary);
    }

    private static FlowSummary result(int from) {
        return new FlowSummary(
                Set.of(new FlowSummary.Flow(from, FlowSummary.RESULT)), Set.of(), Set.of(), Map.of(), Map.of());
    }

    private static FlowSummary into(int from, int to) {
        return new FlowSummary(Set.of(new FlowSummary.Flow(from, to)), Set.of(), Set.of(to), Map.of(), Map.of());
    }

    static Optional<FlowSummary> summary(Callee callee) {
        return Optional.ofNullable(SUMMARIES.get(callee.signature()));
    }

    public static boolean contains(Callee callee) {
        return SUMMARIES.containsKey(callee.signature());
    }
}

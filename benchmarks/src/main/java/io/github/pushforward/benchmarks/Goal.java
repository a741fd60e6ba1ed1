package io.github.pushforward.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a ratio is to reach.
 *
 * @param upper whether the limits are upper ones: less is better
 * @param each the limit on every kernel
 * @param own the limits of single kernels, by {@link KernelBenchmark#id}
 * @param mean the limit of the geometric mean
 * @param averaged the kernels that the mean is taken over; all, where it is empty
 */
record Goal(boolean upper, OptionalDouble each, Map<String, Double> own, OptionalDouble mean, Set<String> averaged) {

    /** A goal without limits, to add to. */
    static Goal atMost() {
        return new Goal(true, OptionalDouble.empty(), Map.of(), OptionalDouble.empty(), Set.of());
    }

    /** A goal without limits, to add to. */
    static Goal atLeast() {
        return new Goal(false, OptionalDouble.empty(), Map.of(), OptionalDouble.empty(), Set.of());
    }

    Goal each(double limit) {
        return new Goal(upper, OptionalDouble.of(limit), own, mean, averaged);
    }

    Goal on(Map<String, Double> limits) {
        return new Goal(upper, each, limits, mean, averaged);
    }

    Goal mean(double limit, String... kernels) {
        return new Goal(upper, each, own, OptionalDouble.of(limit), Set.of(kernels));
    }

    boolean averages(KernelBenchmark kernel) {
        return averaged.isEmpty() || averaged.contains(kernel.id());
    }

    /** Whether a kernel's ratio reaches the goal; nothing where the goal says nothing of the kernel. */
    Optional<Boolean> isMet(KernelBenchmark kernel, double ratio) {
        Double limit = own.get(kernel.id());
        return isMet(limit == null ? each : OptionalDouble.of(limit), ratio);
    }

    /** Whether the geometric mean reaches the goal; nothing where the goal says nothing of it. */
    Optional<Boolean> isMetByMean(double ratio) {
        return isMet(mean, ratio);
    }

    private Optional<Boolean> isMet(OptionalDouble limit, double ratio) {
        return limit.isEmpty()
                ? Optional.empty()
                : Optional.of(upper ? ratio <= limit.getAsDouble() : ratio >= limit.getAsDouble());
    }

    @Override
    public String toString() {
        List<String> limits = new ArrayList<>();
        mean.ifPresent(limit -> limits.add("mean" + over() + " " + bound(limit)));
        each.ifPresent(limit -> limits.add("each " + bound(limit)));
        own.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(limit -> limits.add(limit.getKey() + " " + bound(limit.getValue())));
        return String.join(", ", limits);
    }

    private String over() {
        return averaged.isEmpty() ? "" : averaged.stream().sorted().collect(Collectors.joining(" ", " of ", ""));
    }

    private String bound(double limit) {
        return String.format(Locale.ROOT, "%s %s", upper ? "≤" : "≥", limit);
    }
}

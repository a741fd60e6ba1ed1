package io.github.pushforward.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sample after some mutators: the same for the same seed.
 *
 * @param applied what was done to it, in order
 */
record Mutation(Sample sample, List<String> applied) {
    private static final int MAX_CHANGES = 6;
    private static final int MAX_ANNOTATED = 3;

    /** How often a family of mutators is taken, in relation to the others. */
    private record Family(int weight, List<Mutator> mutators) {}

    private static final List<Family> FAMILIES = List.of(
            new Family(50, TreeMutators.all()),
            new Family(16, TokenMutators.all()),
            new Family(14, AnnotationMutators.all()),
            new Family(10, NameMutators.all()),
            new Family(5, TextMutators.all()),
            new Family(5, DepthMutators.all()));
    private static final Set<String> DEEP =
            DepthMutators.all().stream().map(Mutator::name).collect(Collectors.toSet());
    private static final int ALL_WEIGHTS =
            FAMILIES.stream().mapToInt(Family::weight).sum();

    /** Every mutator, for tests. */
    static List<Mutator> mutators() {
        return FAMILIES.stream().flatMap(family -> family.mutators().stream()).toList();
    }

    /** A mutation of one of the samples, which others give pieces to. */
    static Mutation of(List<Sample> samples, long seed) {
        Random random = new Random(seed);
        String donor = Draft.pick(samples, random).text();
        Sample sample;
        Draft draft;
        do {
            sample = Draft.pick(samples, random);
            draft = new Draft(sample.text(), donor);
        } while (!sample.libraries().isEmpty() && !AnnotationMutators.hasNumericMethod(draft));
        if (!sample.libraries().isEmpty()) { // of somebody who never heard of us
            for (int i = 1 + random.nextInt(MAX_ANNOTATED); i > 0; i--) {
                draft = draft.with(AnnotationMutators.annotateNumericMethod(draft, random));
            }
        }
        List<String> applied = new ArrayList<>();
        do {
            Mutator mutator = mutator(random);
            draft = draft.with(mutator.change().apply(draft, random));
            applied.add(mutator.name());
            if (DEEP.contains(mutator.name())) {
                break; // whether javac can parse what is very deep depends on the stack that it finds
            }
        } while (applied.size() < MAX_CHANGES && random.nextInt(5) < 2);
        return new Mutation(sample.withText(draft.text()), applied);
    }

    private static Mutator mutator(Random random) {
        int left = random.nextInt(ALL_WEIGHTS);
        for (Family family : FAMILIES) {
            left -= family.weight();
            if (left < 0) {
                return Draft.pick(family.mutators(), random);
            }
        }
        throw new AssertionError("weights do not add up");
    }
}

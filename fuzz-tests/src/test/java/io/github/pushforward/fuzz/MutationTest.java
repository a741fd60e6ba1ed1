package io.github.pushforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MutationTest {
    private static final int ATTEMPTS = 60;

    @Test
    void aSeedGivesTheSameText() throws IOException {
        List<Sample> once = FuzzTest.corpus();
        List<Sample> again = FuzzTest.corpus();
        Set<String> texts = new HashSet<>();
        for (int seed = 0; seed < ATTEMPTS; seed++) {
            Mutation mutation = Mutation.of(once, seed);
            assertThat(Mutation.of(again, seed)).isEqualTo(mutation);
            texts.add(mutation.sample().text());
        }
        assertThat(texts).as("different ones").hasSizeGreaterThan(ATTEMPTS - 5);
    }

    /** Each does something to one of a few sources, and only to its text. */
    @Test
    void everyMutatorChangesSomething() throws IOException {
        List<Sample> samples = FuzzTest.corpus();
        for (Mutator mutator : Mutation.mutators()) {
            Random random = new Random(1);
            boolean changes = false;
            for (int i = 0; i < ATTEMPTS && !changes; i++) {
                String text = Draft.pick(samples, random).text();
                String donor = Draft.pick(samples, random).text();
                changes =
                        !mutator.change().apply(new Draft(text, donor), random).equals(text);
            }
            assertThat(changes).as(mutator.name()).isTrue();
        }
        assertThat(Mutation.mutators()).extracting(Mutator::name).doesNotHaveDuplicates();
    }
}

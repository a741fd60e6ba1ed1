package io.github.pushforward.programs.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Alternatives of the grammar, with weights. */
final class Weighted<T> {
    private final List<Supplier<T>> alternatives = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private int total;

    Weighted<T> add(int weight, Supplier<T> alternative) {
        if (weight > 0) {
            alternatives.add(alternative);
            weights.add(weight);
            total += weight;
        }
        return this;
    }

    Weighted<T> addIf(boolean isPossible, int weight, Supplier<T> alternative) {
        return isPossible ? add(weight, alternative) : this;
    }

    T choose(Dice dice) {
        int at = dice.below(total);
        int i = 0;
        while (at >= weights.get(i)) {
            at -= weights.get(i++);
        }
        return alternatives.get(i).get();
    }
}

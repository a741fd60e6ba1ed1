package io.github.pushforward.processor.ir;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The custom rules that hold in a method and in the helpers differentiated along with it, those that win first. */
public record RuleSet(List<CustomRule> rules) {
    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }

    public List<CustomRule> of(Callee callee) {
        return rules.isEmpty() ? rules : of(callee.signature());
    }

    private List<CustomRule> of(String signature) {
        return rules.stream().filter(rule -> rule.target().equals(signature)).toList();
    }

    /** The rule for a call: of those with a tangent for each active argument, the one with the fewest. */
    public Optional<CustomRule> covering(Callee callee, List<Boolean> activeArguments) {
        return of(callee).stream()
                .filter(rule -> rule.covers(activeArguments))
                .min(Comparator.comparingLong(CustomRule::tangents));
    }

    /** The parameters that have a tangent in one of the rules for a method. */
    List<Boolean> active(Callee callee) {
        return any(callee, CustomRule::active);
    }

    /** The parameters whose arrays one of the rules for a method may write to. */
    public List<Boolean> written(Callee callee) {
        return any(callee, CustomRule::written);
    }

    private List<Boolean> any(Callee callee, Function<CustomRule, List<Boolean>> property) {
        List<List<Boolean>> all = of(callee).stream().map(property).toList();
        return IntStream.range(0, callee.parameterTypes().size())
                .mapToObj(i -> all.stream().anyMatch(values -> values.get(i)))
                .toList();
    }
}

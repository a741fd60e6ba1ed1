package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The variables in sight, and names for new ones. */
final class Scope {
    /** Among them names that generated code would like to have itself. */
    private static final List<String> NAMES = List.of(
            "x",
            "y",
            "z",
            "sum",
            "t",
            "value",
            "tangent",
            "xTangent",
            "sin",
            "exp",
            "i",
            "k",
            "dual",
            "result",
            "self",
            "aTangent",
            "product",
            "iBefore",
            "array",
            "element",
            "x0",
            "lane");

    private final Dice dice;
    private final List<Variable> variables = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private int next;

    Scope(Dice dice) {
        this.dice = dice;
    }

    void add(Variable variable) {
        variables.add(variable);
    }

    /** A name that no variable of the method has. */
    String fresh(String prefix) {
        String name = dice.percent(25) ? dice.pick(NAMES) : prefix + next++;
        while (!used.add(name)) {
            name = prefix + next++;
        }
        return name;
    }

    void use(String name) {
        used.add(name);
    }

    /** How many variables there are: {@link #leave} forgets those that came later. */
    int enter() {
        return variables.size();
    }

    void leave(int size) {
        variables.subList(size, variables.size()).clear();
    }

    List<Variable> all(Predicate<Variable> condition) {
        return variables.stream().filter(condition).toList();
    }

    List<Variable> ofType(Type type) {
        return all(variable -> variable.type().equals(type));
    }

    /** Takes everything out of sight that a lambda cannot capture; {@link #restore} brings it back. */
    List<Variable> hideWhatIsAssigned() {
        List<Variable> before = List.copyOf(variables);
        variables.removeIf(variable -> !variable.isCapturable());
        return before;
    }

    void restore(List<Variable> before) {
        variables.clear();
        variables.addAll(before);
    }
}

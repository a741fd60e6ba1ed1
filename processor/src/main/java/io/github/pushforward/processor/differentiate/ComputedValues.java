package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been computed of values within one statement of the source: in variables, or as parts of what the statement computes. */
final class ComputedValues implements LikeTerms.Values {
    private final Map<Expr, Local> variables;
    private final Set<Expr> parts;

    ComputedValues() {
        this(Map.of(), Set.of());
    }

    private ComputedValues(Map<Expr, Local> variables, Set<Expr> parts) {
        this.variables = new HashMap<>(variables);
        this.parts = new HashSet<>(parts);
    }

    /** For statements that may not be run: what they compute is not known outside. */
    ComputedValues nested() {
        return new ComputedValues(variables, parts);
    }

    @Override
    public Expr named(Expr expression) {
        Local variable = variables.get(expression);
        return variable == null ? expression : variable.read();
    }

    @Override
    public boolean have(Expr expression) {
        return variables.containsKey(expression) || parts.contains(expression);
    }

    @Nullable
    Local variableOf(Expr expression) {
        return variables.get(expression);
    }

    boolean contain(Local variable) {
        return variables.containsValue(variable);
    }

    void keep(Expr expression, Local variable) {
        if (Effects.of(expression).isPure()) {
            variables.put(expression, variable);
        }
    }

    /** Takes note of a part, if it is what a factor may be: to look at a sum of many terms costs its length, for each of its terms. */
    void add(Expr part) {
        if (part instanceof Expr.Binary binary
                && (binary.op() == BinaryOp.MULTIPLY || binary.op() == BinaryOp.DIVIDE)) {
            parts.add(part);
        }
    }

    /** After something that may have changed what they were computed from. */
    void forget(Effects effects) {
        variables.keySet().removeIf(value -> Effects.of(value).conflictsWith(effects));
        parts.removeIf(value -> Effects.of(value).conflictsWith(effects));
    }
}

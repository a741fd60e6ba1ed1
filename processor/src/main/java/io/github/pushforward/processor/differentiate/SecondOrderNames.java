package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * {@code *SecondOrder} classes: the methods of {@code *Tangent} classes, differentiated once more.
 *
 * @param owner the class whose tangents are differentiated
 * @param origins what tangent methods are the tangents of, by their signatures
 */
record SecondOrderNames(ClassType owner, Map<String, Callee> origins) implements SiblingNames {
    private static final String TANGENT = "Tangent";
    private static final String SUFFIX = "SecondOrder";

    @Override
    public ClassType sibling() {
        return owner.sibling(SUFFIX);
    }

    /** @param tangents a {@code *Tangent} class */
    @Override
    public ClassType siblingOf(ClassType tangents) {
        String name = tangents.simpleName();
        return ClassType.of(tangents.packageName(), name.substring(0, name.length() - TANGENT.length()) + SUFFIX);
    }

    @Override
    public String helper(String method) {
        return (method.endsWith(TANGENT) ? method.substring(0, method.length() - TANGENT.length()) : method) + "Second";
    }

    @Override
    public Optional<Refusal> refusal(Expr.Call call) {
        Callee origin = origins.get(call.callee().signature());
        if (origin == null) {
            return Optional.empty();
        }
        String name = origin.owner() + "." + origin.name();
        boolean isRule = origin.kind() == Callee.Kind.RULE;
        return Optional.of(new Refusal(
                Code.NoTangent,
                isRule
                        ? "the derivative of " + name + " is a custom rule that is compiled already, so that its own "
                                + "derivative, which order = 2 needs, is not known"
                        : name + " is called with an active argument, but differentiated only once",
                isRule
                        ? "have the source of the rule in this compilation, or use order = 1"
                        : "write @Differentiable(order = 2) there as well, and compile it anew",
                call.span()));
    }
}

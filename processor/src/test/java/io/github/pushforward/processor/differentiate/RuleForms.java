package io.github.pushforward.processor.differentiate;

import java.util.Set;

/** The functions that have a rule, for tests of other packages. */
public final class RuleForms {
    private RuleForms() {}

    public static Set<String> all() {
        return MathRules.functions();
    }
}

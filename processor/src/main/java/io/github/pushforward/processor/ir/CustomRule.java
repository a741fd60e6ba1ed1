package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.Set;

/**
 * A method that a user wrote to stand for the tangent of another.
 *
 * @param target the signature of the method it stands for
 * @param method whose parameters are those of the target, then one tangent for each active one
 * @param active which parameters of the target have a tangent
 * @param written which parameters of the target are arrays that the rule may write to
 * @param lints the lint warnings that a call of the rule from another class calls for
 */
public record CustomRule(String target, Callee method, List<Boolean> active, List<Boolean> written, Set<String> lints) {

    public CustomRule {
        active = List.copyOf(active);
        written = List.copyOf(written);
        lints = Set.copyOf(lints);
    }

    /** Whether there is a tangent for each active argument. */
    public boolean covers(List<Boolean> activeArguments) {
        for (int i = 0; i < activeArguments.size(); i++) {
            if (activeArguments.get(i) && !active.get(i)) {
                return false;
            }
        }
        return true;
    }

    long tangents() {
        return active.stream().filter(isActive -> isActive).count();
    }
}

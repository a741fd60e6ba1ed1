package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tangent methods have a form with rows, for views of many inputs: those of numbers in arrays that they only read, as long as
 * all that takes tangents along is of their own class.
 */
public final class RowPlan {
    private final Map<String, RowForm> forms = new HashMap<>();
    private final Map<ClassType, RowMethods> classes = new HashMap<>();

    private RowPlan() {}

    /** A plan without any. */
    public static RowPlan none() {
        return new RowPlan();
    }

    /** Decides for all classes that are generated together. */
    public static RowPlan of(List<Sibling> siblings) {
        RowPlan plan = new RowPlan();
        siblings.forEach(plan::add);
        return plan;
    }

    private void add(Sibling sibling) {
        for (Sibling.Tangent tangent : sibling.tangents()) {
            if (isFor(tangent)) {
                ClassType generated = tangent.tangent().callee().owner();
                RowMethods own = classes.computeIfAbsent(generated, owner -> new RowMethods(sibling));
                own.form(tangent.tangent().withAccess(tangent.source().access()))
                        .ifPresent(form -> forms.put(tangent.tangent().callee().signature(), form));
            }
        }
    }

    /** Whether its view may have many inputs, whose rows stay as they are from pass to pass. */
    private static boolean isFor(Sibling.Tangent tangent) {
        Callee callee = tangent.tangent().callee();
        boolean hasArrays = false;
        for (int i = 0; i < callee.active().size(); i++) {
            if (callee.active().get(i)) {
                if (!RowTypes.has(callee.parameterTypes().get(i))) {
                    return false;
                }
                hasArrays |= callee.parameterTypes().get(i).isArray();
            }
        }
        for (int i = 0; i < tangent.written().size(); i++) {
            if (tangent.written().get(i) && tangent.source().parameters().get(i).active()) {
                return false;
            }
        }
        return hasArrays && tangent.isRepeatable();
    }

    /** The form of an annotated method, if it has one. */
    public Optional<RowForm> of(Sibling.Tangent tangent) {
        return Optional.ofNullable(forms.get(tangent.tangent().callee().signature()));
    }

    /** The forms of a generated class, and those of what they call. */
    public List<Method> methods(ClassType generated) {
        return Optional.ofNullable(classes.get(generated)).map(RowMethods::all).orElse(List.of());
    }
}

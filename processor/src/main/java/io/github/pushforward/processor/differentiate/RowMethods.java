package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The forms with rows of one class. A helper that takes numbers with tangents stands in the place of its calls, so that its tangents share loops
 * with those around; one of arrays has a form of its own, which HotSpot compiles by itself: loops that it vectorizes take it long.
 */
final class RowMethods {
    private final Map<String, Method> helpers = new LinkedHashMap<>();
    private final Map<String, Method> inlined = new HashMap<>();
    private final Map<String, Method> made = new LinkedHashMap<>();
    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<String> entries = new ArrayList<>();
    private final Inlining inlining = Inlining.ofAll(this::inlined, CodeSize.COMPILED);
    private int rows;

    RowMethods(Sibling sibling) {
        sibling.helpers().stream()
                .filter(helper -> helper.access() == Access.PRIVATE)
                .filter(helper -> LaneExpressions.marksTangents(helper.callee()))
                .forEach(helper -> helpers.put(helper.callee().signature(), helper));
    }

    /** The form of a method that views call, if it has one. */
    Optional<RowForm> form(Method tangent) {
        try {
            Method form = make(tangent);
            entries.add(tangent.callee().signature());
            return Optional.of(new RowForm(form, rows));
        } catch (NoLanes none) {
            return Optional.empty();
        }
    }

    /** The forms that views call, and what those call. */
    List<Method> all() {
        Set<String> needed = new HashSet<>();
        entries.forEach(entry -> need(entry, needed));
        List<Method> all = new ArrayList<>();
        made.forEach((signature, form) -> {
            if (needed.contains(signature)) {
                all.add(form);
            }
        });
        return all;
    }

    private void need(String signature, Set<String> needed) {
        if (needed.add(signature)) {
            calls.get(signature).forEach(called -> need(called, needed));
        }
    }

    private Method make(Method tangent) {
        String signature = tangent.callee().signature();
        Method known = made.get(signature);
        if (known != null) {
            return known;
        }
        if (!open.add(signature)) {
            throw new NoLanes("a method that comes back to itself, to the same rows: " + tangent.callee());
        }
        try {
            Set<String> called = new HashSet<>();
            Method form = RowTransform.of(inlining.in(tangent), callee -> called(callee, called), () -> rows++);
            if (CodeSize.of(form) > CodeSize.COMPILED || CodeSize.slots(form) > CodeSize.PARAMETER_SLOTS) {
                throw new NoLanes("more code than HotSpot compiles: " + tangent.callee());
            }
            made.put(signature, form);
            calls.put(signature, called);
            return form;
        } finally {
            open.remove(signature);
        }
    }

    private Callee called(Callee callee, Set<String> called) {
        Method helper = helpers.get(callee.signature());
        if (helper == null || takesNumbers(callee)) {
            throw new NoLanes("a call without a form: " + callee);
        }
        called.add(callee.signature());
        return make(helper).callee();
    }

    private static boolean takesNumbers(Callee tangent) {
        for (int i = 0; i < tangent.active().size(); i++) {
            if (tangent.active().get(i) && !tangent.parameterTypes().get(i).isArray()) {
                return true;
            }
        }
        return false;
    }

    /** A helper that is to stand in the place of its calls, with those that stand in the place of its own. */
    private Optional<Method> inlined(Callee callee) {
        Method helper = helpers.get(callee.signature());
        if (helper == null || !takesNumbers(callee)) {
            return Optional.empty();
        }
        String signature = callee.signature();
        Method known = inlined.get(signature);
        if (known != null) {
            return Optional.of(known);
        }
        if (!open.add(signature)) {
            return Optional.empty();
        }
        known = inlining.in(helper);
        open.remove(signature);
        inlined.put(signature, known);
        return Optional.of(known);
    }
}

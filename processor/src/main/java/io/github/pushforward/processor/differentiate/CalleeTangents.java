package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which method a call becomes, inside the tangent class of one class. Methods of the same top-level class that are not
 * annotated are differentiated along, once for each pattern of active arguments; private ones that are called with plain
 * values are copied. Both wait in a queue until the class is complete.
 */
final class CalleeTangents {

    /**
     * A method that the tangent class needs beside the annotated ones.
     *
     * @param source the method it is made from
     * @param pattern which parameters are active; none for a copy
     * @param name its name in the tangent class
     */
    record Request(Callee source, List<Boolean> pattern, String name) {
        boolean isCopy() {
            return !pattern.contains(true);
        }
    }

    private record Key(String signature, List<Boolean> pattern) {}

    private final ClassType owner;
    private final ClassType sibling;
    private final Predicate<Callee> hasBody;
    private final Set<String> takenNames;
    private final TableCopies tables;
    private final Map<Key, Request> requests = new LinkedHashMap<>();
    private final Deque<Request> open = new ArrayDeque<>();

    /**
     * @param owner the class whose tangents are generated
     * @param annotated its differentiable methods, whose names the tangent class uses already
     */
    CalleeTangents(ClassType owner, Set<String> annotated, Predicate<Callee> hasBody, TableCopies tables) {
        this.tables = tables;
        this.owner = owner;
        this.sibling = owner.sibling("Tangent");
        this.takenNames = new HashSet<>(annotated);
        this.hasBody = hasBody;
    }

    /** The next method to generate, until there is none. */
    Optional<Request> next() {
        return Optional.ofNullable(open.poll());
    }

    /** The expression with private members replaced by the copies that a sibling can use. */
    Expr withCopies(Expr expression) {
        if (expression instanceof Expr.StaticField field) {
            return tables.of(field);
        }
        List<Expr> children =
                expression.children().stream().map(this::withCopies).toList();
        return expression instanceof Expr.Call call
                ? new Expr.Call(primal(call.callee()), children, call.span())
                : expression.withChildren(children);
    }

    /** The method to call with values alone. */
    Callee primal(Callee callee) {
        if (!callee.isPrivate() || callee.kind() != Callee.Kind.HELPER) {
            return callee;
        }
        Request copy = request(callee, Collections.nCopies(callee.active().size(), false), callee.name());
        return tangentCallee(sibling, copy.name(), callee.parameterTypes(), callee.result());
    }

    /**
     * The tangent method of a call.
     *
     * @param callee whose parameters come first, then one tangent for each of {@code pattern}
     */
    record Choice(Callee callee, List<Boolean> pattern) {}

    Choice tangent(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return switch (callee.kind()) {
            case HELPER -> helper(callee, activeArguments);
            case ANNOTATED -> annotated(call, activeArguments);
            default ->
                RuntimeCalls.tangentOwner(callee)
                        .map(target -> new Choice(
                                withTangents(target, callee.name(), callee, activeArguments), activeArguments))
                        .orElseThrow(() -> noTangent(call));
        };
    }

    private static Refusal noTangent(Expr.Call call) {
        Callee callee = call.callee();
        boolean isLibrary = callee.owner().packageName().startsWith("java.");
        String remedy = isLibrary
                ? "write its formula here or in a method of this class"
                : "annotate " + callee.name() + " with @Differentiable";
        return new Refusal(
                Code.NoTangent,
                "the call of " + callee.owner() + "." + callee.name()
                        + " receives an active argument, and its derivative is not known",
                remedy
                        + ", or compute it before, outside differentiable methods, and pass it in as a @Constant parameter",
                call.span());
    }

    private Choice helper(Callee callee, List<Boolean> pattern) {
        Request request = request(callee, pattern, callee.name() + "Tangent");
        return new Choice(withTangents(sibling, request.name(), callee, pattern), pattern);
    }

    private Choice annotated(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        for (int i = 0; i < activeArguments.size(); i++) {
            if (activeArguments.get(i) && !callee.active().get(i)) {
                throw new Refusal(
                        Code.NoTangent,
                        "argument " + (i + 1) + " of " + callee.name()
                                + " is active, but the parameter is marked @Constant, so its derivative would be lost",
                        "remove @Constant from that parameter of " + callee.name(),
                        call.span());
            }
        }
        boolean fewer = !activeArguments.equals(callee.active());
        if (fewer && callee.owner().sameTopLevel(owner) && hasBody.test(callee)) {
            return helper(callee, activeArguments);
        }
        ClassType target = callee.owner().sibling("Tangent");
        return new Choice(withTangents(target, callee.name(), callee, callee.active()), callee.active());
    }

    private Request request(Callee callee, List<Boolean> pattern, String stem) {
        return requests.computeIfAbsent(new Key(callee.signature(), pattern), key -> {
            Request request = new Request(callee, pattern, freshName(stem));
            open.add(request);
            return request;
        });
    }

    private String freshName(String stem) {
        String name = stem;
        for (int i = 2; !takenNames.add(name); i++) {
            name = stem + i;
        }
        return name;
    }

    private static Callee withTangents(ClassType owner, String name, Callee callee, List<Boolean> pattern) {
        List<Type> types = new ArrayList<>(callee.parameterTypes());
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.get(i)) {
                types.add(callee.parameterTypes().get(i).tangentType());
            }
        }
        Type result = callee.result().carriesDerivative() ? new DualType(callee.result()) : callee.result();
        return tangentCallee(owner, name, types, result);
    }

    private static Callee tangentCallee(ClassType owner, String name, List<Type> types, Type result) {
        return new Callee(
                owner, name, types, result, Callee.Kind.TANGENT, Collections.nCopies(types.size(), false), false);
    }
}

package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.RuleSkeleton;
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
import java.util.stream.IntStream;

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

    private record Key(String signature, List<Boolean> pattern, RuleSet rules) {}

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
        boolean isOwn = callee.kind() == Callee.Kind.HELPER || callee.kind() == Callee.Kind.RULE;
        if (!callee.isPrivate() || !isOwn) {
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
            case RULE -> ruled(call, activeArguments);
            case UNPROCESSED -> throw unprocessed(call, activeArguments);
            default -> throw noTangent(call, activeArguments);
        };
    }

    private static Refusal noTangent(Expr.Call call, List<Boolean> activeArguments) {
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
                        + ", or compute it before, outside differentiable methods, and pass it in as a @Constant parameter"
                        + RuleSkeleton.advice(callee, activeArguments),
                call.span());
    }

    private static Refusal unprocessed(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return new Refusal(
                Code.NoTangent,
                callee.owner() + "." + callee.name() + " is annotated, but was compiled without Pushforward: "
                        + callee.owner().sibling("Tangent") + " has no tangent method for it",
                "compile that library with the annotation processor" + RuleSkeleton.advice(callee, activeArguments),
                call.span());
    }

    private static Choice ruled(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return callee.rules()
                .covering(callee, activeArguments)
                .map(rule -> new Choice(rule.method(), rule.active()))
                .orElseThrow(() -> new Refusal(
                        Code.NoTangent,
                        "no rule for " + callee.owner() + "." + callee.name() + " has a tangent for "
                                + arguments(activeArguments) + " of this call",
                        "write one: " + RuleSkeleton.of(callee, activeArguments),
                        call.span()));
    }

    /** {@code argument 2}, or {@code each of the arguments 1, 3}: those that are active. */
    private static String arguments(List<Boolean> active) {
        List<String> numbers = IntStream.range(0, active.size())
                .filter(active::get)
                .mapToObj(i -> String.valueOf(i + 1))
                .toList();
        return numbers.size() == 1
                ? "argument " + numbers.get(0)
                : "each of the arguments " + String.join(", ", numbers);
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
        // A copy computes values alone, which no rule changes.
        RuleSet rules = pattern.contains(true) ? callee.rules() : RuleSet.NONE;
        return requests.computeIfAbsent(new Key(callee.signature(), pattern, rules), key -> {
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
                types.add(callee.parameterTypes().get(i));
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

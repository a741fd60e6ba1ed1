package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Custom rules as tangent methods, which they are, though a person wrote them: their duals are objects of the runtime's records to the
 * reader of source files, and values with their tangents here. What a rule calls follows the same rules.
 */
final class RuleSources {
    private static final String RUNTIME = "io.github.pushforward.runtime";
    private static final ClassType DUAL = ClassType.of(RUNTIME, "Dual");
    private static final ClassType DUAL_FLOAT = ClassType.of(RUNTIME, "DualFloat");
    private static final ClassType DUAL_OF = ClassType.of(RUNTIME, "DualOf");

    private final Function<Callee, Optional<Method>> bodies;
    /** The rules, and the methods of their classes that they call. */
    private final Set<String> signatures = new HashSet<>();

    /** @param bodies the body of a method of this compilation; nothing for compiled ones */
    RuleSources(Function<Callee, Optional<Method>> bodies) {
        this.bodies = bodies;
    }

    /** The rule as a method that can be differentiated; nothing where its source is not at hand. */
    Optional<Callee> callee(Callee rule, Callee ruled) {
        Callee callee = new Callee(
                rule.owner(),
                rule.name(),
                rule.parameterTypes(),
                rule.result(),
                Callee.Kind.HELPER,
                Collections.nCopies(rule.parameterTypes().size(), false),
                false,
                rule.invocation(),
                ruled.rules(),
                "",
                rule.hasSource());
        if (bodies.apply(callee).isEmpty()) {
            return Optional.empty();
        }
        signatures.add(callee.signature());
        return Optional.of(callee);
    }

    boolean contains(Callee callee) {
        return callee.kind() == Callee.Kind.HELPER && signatures.contains(callee.signature());
    }

    Optional<Method> body(Callee callee) {
        return contains(callee) ? bodies.apply(callee).map(this::converted) : Optional.empty();
    }

    private Method converted(Method method) {
        return new Method(
                converted(method.callee()),
                method.access(),
                method.parameters().stream()
                        .map(parameter ->
                                new Parameter(converted(parameter.local()), parameter.active(), parameter.span()))
                        .toList(),
                method.thrown(),
                (Stmt.Block) converted(method.body()),
                method.dispatch(),
                method.locals(),
                method.lints(),
                method.span());
    }

    private Callee converted(Callee callee) {
        if (callee.kind() == Callee.Kind.HELPER) {
            signatures.add(callee.signature());
        }
        return callee.withResult(converted(callee.result()));
    }

    private static Local converted(Local local) {
        return new Local(local.id(), local.name(), converted(local.type()), local.isFinal(), local.isReceiver());
    }

    private static Type converted(Type type) {
        if (type.equals(DUAL)) {
            return new DualType(Primitive.DOUBLE);
        }
        if (type.equals(DUAL_FLOAT)) {
            return new DualType(Primitive.FLOAT);
        }
        boolean isOfArrays = type instanceof ClassType named
                && named.erased().equals(DUAL_OF)
                && !named.arguments().isEmpty();
        return isOfArrays ? new DualType(((ClassType) type).arguments().get(0)) : type;
    }

    private static boolean isDual(Type type) {
        return type.equals(DUAL)
                || type.equals(DUAL_FLOAT)
                || (type instanceof ClassType named && named.erased().equals(DUAL_OF));
    }

    private Stmt converted(Stmt statement) {
        Stmt over = statement.with(
                statement.expressions().stream().map(this::converted).toList(),
                statement.statements().stream().map(this::converted).toList());
        return over instanceof Stmt.Declare declare
                ? new Stmt.Declare(converted(declare.local()), declare.initializer())
                : over;
    }

    private Expr converted(Expr expression) {
        List<Expr> children =
                expression.children().stream().map(this::converted).toList();
        if (expression instanceof Expr.Read read) {
            return converted(read.local()).read();
        }
        if (expression instanceof Expr.NewObject made && isDual(made.type())) {
            return new Expr.NewDual(partOf(made.type(), children.get(0)), children.get(0), children.get(1));
        }
        if (expression instanceof Expr.Call call && isDual(call.callee().owner())) {
            return half(call)
                    .map(half -> (Expr) new Expr.DualPart(children.get(0), half))
                    .orElseGet(() -> call.withChildren(children));
        }
        if (expression instanceof Expr.Call call) {
            return new Expr.Call(converted(call.callee()), children, call.span());
        }
        Expr over = expression.withChildren(children);
        return over instanceof Expr.Conditional choice
                ? new Expr.Conditional(
                        choice.condition(), choice.whenTrue(), choice.whenFalse(), converted(choice.type()))
                : over;
    }

    /** Of one that leaves its type to be inferred, that of its value. */
    private static Type partOf(ClassType dual, Expr value) {
        return converted(dual) instanceof DualType known ? known.part() : value.type();
    }

    private static Optional<DualHalf> half(Expr.Call call) {
        for (DualHalf half : DualHalf.values()) {
            boolean isAccessor = call.callee().name().equals(half.name().toLowerCase(Locale.ROOT))
                    && call.arguments().size() == 1;
            if (isAccessor) {
                return Optional.of(half);
            }
        }
        return Optional.empty();
    }
}

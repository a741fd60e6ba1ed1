package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a method writes that outlives its call: a field, or an array that a field holds. The next call starts from there, so that
 * several passes over such a method are not passes over one function; nor are they where it draws random numbers without a seed.
 */
public final class LastingWrites {
    private final Summaries summaries;
    private final Sources sources;
    private final Map<Method, MethodFlow> flows = new IdentityHashMap<>();
    private final Set<String> visited = new HashSet<>();

    public LastingWrites(Summaries summaries) {
        this.summaries = summaries;
        this.sources = new Sources(summaries);
    }

    /** The first write, in the method or in one that it calls, as an advisory; nothing where there is none. */
    public Optional<Problem> in(Method method) {
        if (!visited.add(method.callee().signature())) {
            return Optional.empty();
        }
        Stream<Problem> own = method.body().allExpressions().flatMap(node -> writtenBy(node, method).stream());
        Stream<Problem> inItsPlace = method.dispatch().overriders().stream()
                .flatMap(overrider -> summaries.body(overrider).stream())
                .flatMap(body -> in(body).stream());
        return Stream.concat(own, inItsPlace).findFirst();
    }

    private Optional<Problem> writtenBy(Expr node, Method method) {
        Optional<String> chance = Chance.in(node);
        if (chance.isPresent()) {
            return chance.map(name -> another(name, node.span()));
        }
        if (node instanceof Expr.Assign assign) {
            return write(assign.target(), assign.span(), method);
        }
        if (node instanceof Expr.CompoundAssign assign) {
            return write(assign.target(), assign.span(), method);
        }
        if (node instanceof Expr.Step step) {
            return write(step.target(), step.span(), method);
        }
        if (node instanceof Expr.Lambda lambda) {
            return writtenBy(lambda.call(), method);
        }
        return node instanceof Expr.Call call ? writtenBy(call, method) : Optional.empty();
    }

    private Optional<Problem> writtenBy(Expr.Call call, Method method) {
        Optional<Method> body = summaries.body(call.callee());
        // What a compiled method of an active class writes to is the object, whatever the method is called.
        boolean isOfActive = call.callee().kind() == Callee.Kind.ANNOTATED
                && call.callee().owner().isActive();
        if (body.isPresent() || isOfActive || fillsArrays(call.callee())) {
            return writtenIn(call, method).or(() -> body.flatMap(this::in));
        }
        boolean lasts = StatefulLibrary.changes(call.callee())
                && (call.callee().isStatic() || !isMadeHere(call.arguments().get(0), method));
        return lasts
                ? Optional.of(problem(
                        (call.callee().isStatic() ? "what " : "the object that ")
                                + call.callee().name() + (call.callee().isStatic() ? " draws from" : " is called on")
                                + " is changed",
                        call.span()))
                : Optional.empty();
    }

    /** Whether a library method is known to write to arrays that it gets: what {@code Arrays} gives nothing back for, it does in place. */
    private static boolean fillsArrays(Callee callee) {
        boolean isInPlace =
                callee.owner().canonicalName().equals("java.util.Arrays") && callee.result() == Primitive.VOID;
        return isInPlace || ArrayLibrary.summary(callee).isPresent();
    }

    /** What the method gets that is called, and writes to. */
    private Optional<Problem> writtenIn(Expr.Call call, Method method) {
        return summaries.of(call.callee()).written().stream()
                .map(i -> call.arguments().get(i))
                .flatMap(written -> lasting(sources.memory(written), call.span(), method).stream())
                .findFirst();
    }

    private Optional<Problem> write(Expr target, Span span, Method method) {
        if (target instanceof Expr.Field field && isMadeHere(field.object(), method)) {
            return Optional.empty();
        }
        if (target instanceof Expr.Field field && field.owner().isActive()) {
            return lasting(sources.memory(field.object()), span, method);
        }
        return target instanceof Expr.Read ? Optional.empty() : lasting(sources.stored(target), span, method);
    }

    /** What is in the arrays and objects of parameters, a gradient sees to. */
    private Optional<Problem> lasting(Set<Place> written, Span span, Method method) {
        Set<Place> byOtherNames = flows.computeIfAbsent(method, known -> new MethodFlow(known, summaries))
                .names(written);
        return byOtherNames.stream()
                .filter(place -> place instanceof Place.Field field
                        && (written.contains(place) || !makesObjectsOf(field.owner(), method)))
                .map(place -> problem("the field " + ((Place.Field) place).name() + " is written to", span))
                .findFirst();
    }

    /** Whether the array in a field of the class may well be that of a new object. */
    private static boolean makesObjectsOf(ClassType owner, Method method) {
        return method.body()
                .allExpressions()
                .anyMatch(node ->
                        node instanceof Expr.NewObject made && made.type().equals(owner));
    }

    /** Whether the object is new, or a variable of the method to which nothing but new objects are ever assigned. */
    private static boolean isMadeHere(Expr object, Method method) {
        if (object instanceof Expr.Read read) {
            return method.parameters().stream()
                            .noneMatch(parameter -> parameter.local().equals(read.local()))
                    && method.body().subtree().stream().allMatch(statement -> keepsNew(read.local(), statement));
        }
        // `text.append(x)` gives back what it is called on.
        boolean isChained =
                object instanceof Expr.Call call && !call.callee().isStatic() && StatefulLibrary.changes(call.callee());
        return isChained ? isMadeHere(((Expr.Call) object).arguments().get(0), method) : isNew(object);
    }

    private static boolean isNew(Expr value) {
        return value instanceof Expr.NewObject
                || (value instanceof Expr.Call call && StatefulLibrary.makes(call.callee()));
    }

    private static boolean keepsNew(Local local, Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.local().equals(local)) {
            return declare.initializer() == null || isNew(declare.initializer());
        }
        return statement.expressions().stream()
                .flatMap(expression -> expression.subtree().stream())
                .allMatch(node -> !(node instanceof Expr.Assign assign)
                        || !assign.target().equals(local.read())
                        || isNew(assign.value()));
    }

    private static Problem another(String name, Span span) {
        return new Problem(
                Code.NoGradient,
                "what " + name + " gives is another at each call, so that each pass would be over another function: "
                        + "no *Gradient method is generated",
                "give it a seed, or draw the numbers before and pass them in as a @Constant parameter, or silence this by "
                        + "@SuppressWarnings(\"pushforward\") on the method or its class where the tangent alone is wanted",
                span);
    }

    private static Problem problem(String what, Span span) {
        return new Problem(
                Code.NoGradient,
                what + " and outlives the call, so that each pass would start from what the one before it left: "
                        + "no *Gradient method is generated",
                "move that out of the differentiable method, or silence this by @SuppressWarnings(\"pushforward\") "
                        + "where the tangent alone is wanted",
                span);
    }
}

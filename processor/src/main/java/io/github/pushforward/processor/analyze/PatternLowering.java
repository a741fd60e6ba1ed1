package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the variable of {@code o instanceof T t}, where {@code T} may be active, into an ordinary one, which has a shadow as
 * others do: {@code T t = o instanceof T ? (T) o : null}, and {@code t != null} for the test.
 */
final class PatternLowering {
    private final Method method;
    private final Set<Local> locals = new HashSet<>();
    private final Map<Local, Local> renamed = new HashMap<>();

    private PatternLowering(Method method) {
        this.method = method;
        method.parameters().stream().map(Parameter::local).forEach(locals::add);
        method.body().subtree().forEach(this::collect);
        method.body()
                .allExpressions()
                .filter(PatternLowering::isLowered)
                .forEach(test -> locals.add(((Expr.InstanceOf) test).variable()));
    }

    static Method lower(Method method) {
        return method.body().allExpressions().noneMatch(PatternLowering::isLowered)
                ? method
                : new PatternLowering(method).lower();
    }

    private static boolean isLowered(Expr node) {
        return node instanceof Expr.InstanceOf test
                && test.variable() != null
                && test.tested().carriesDerivative();
    }

    private void collect(Stmt statement) {
        if (statement instanceof Stmt.Declare declare) {
            locals.add(declare.local());
        } else if (statement instanceof Stmt.ForEach loop) {
            locals.add(loop.variable());
        } else if (statement instanceof Try attempt) {
            attempt.catches().forEach(handler -> locals.add(handler.exception()));
        } else if (statement instanceof Switch choice) {
            choice.cases().forEach(branch -> locals.addAll(branch.variables()));
        }
    }

    private Method lower() {
        Stmt.Block body = block(method.body());
        return method.withBody((Stmt.Block) withNewNames(body));
    }

    private Stmt.Block block(Stmt.Block block) {
        List<Stmt> out = new ArrayList<>();
        block.statements().forEach(statement -> lowerInto(statement, out));
        return new Stmt.Block(out);
    }

    private Stmt nested(Stmt statement) {
        if (statement instanceof Stmt.Block block) {
            return block(block);
        }
        List<Stmt> out = new ArrayList<>();
        lowerInto(statement, out);
        return out.size() == 1 ? out.get(0) : new Stmt.Block(out);
    }

    /** The variables are declared before the statement, and so in sight wherever the pattern was. */
    private void lowerInto(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Labeled labeled) {
            lowerInto(labeled.body(), out);
            out.set(out.size() - 1, new Stmt.Labeled(labeled.label(), out.get(out.size() - 1)));
            return;
        }
        List<Expr> expressions = new ArrayList<>();
        for (Expr expression : statement.expressions()) {
            boolean isOnce = !statement.isLoop() && changesNothing(expression);
            expressions.add(lowered(expression, isOnce, out));
        }
        out.add(statement.with(expressions, parts(statement)));
    }

    private static boolean changesNothing(Expr expression) {
        Effects effects = Effects.of(expression);
        Set<Local> matched = expression.subtree().stream()
                .filter(PatternLowering::isLowered)
                .map(test -> ((Expr.InstanceOf) test).variable())
                .collect(Collectors.toSet());
        return !effects.writesHeap() && matched.containsAll(effects.writes());
    }

    /** What a header declares stays there. */
    private List<Stmt> parts(Stmt statement) {
        int header = statement instanceof Stmt.For loop
                ? loop.init().size()
                : statement instanceof Try attempt ? attempt.resources().size() : 0;
        List<Stmt> parts = new ArrayList<>();
        for (Stmt part : statement.statements()) {
            parts.add(parts.size() < header ? part : nested(part));
        }
        return parts;
    }

    /** @param isOnce whether it is evaluated once, where it stands, and changes no variable */
    private Expr lowered(Expr expression, boolean isOnce, List<Stmt> out) {
        boolean stillOnce = isOnce && !(expression instanceof SwitchExpr);
        Expr rebuilt = expression.withChildren(expression.children().stream()
                .map(child -> lowered(child, stillOnce, out))
                .toList());
        return isLowered(expression) ? test((Expr.InstanceOf) rebuilt, isOnce, out) : rebuilt;
    }

    private Expr test(Expr.InstanceOf test, boolean isOnce, List<Stmt> out) {
        Local variable = variableOf(test);
        if (isOnce && test.object() instanceof Expr.Read) {
            out.add(new Stmt.Declare(variable, matched(test, test.object(), test.object())));
            return isMatch(variable.read());
        }
        out.add(new Stmt.Declare(variable, Expr.Literal.NULL));
        Expr object = test.object();
        Expr again = object;
        if (!(object instanceof Expr.Read)) {
            Local tested = method.locals().temporary("tested", object.type());
            out.add(new Stmt.Declare(tested, Expr.Literal.NULL));
            object = new Expr.Assign(tested.read(), object, Span.NONE);
            again = tested.read();
        }
        return isMatch(new Expr.Assign(variable.read(), matched(test, object, again), Span.NONE));
    }

    /** Where another variable has its name, it gets one that is new in the method, whose every block may see it. */
    private Local variableOf(Expr.InstanceOf test) {
        Local variable = test.variable();
        boolean isAlone = locals.stream()
                .noneMatch(other -> !other.equals(variable) && other.name().equals(variable.name()));
        Local named = isAlone ? variable : method.locals().temporary(variable.name(), variable.type());
        renamed.put(variable, named);
        return named;
    }

    private static Expr matched(Expr.InstanceOf test, Expr object, Expr again) {
        Type type = test.tested();
        Expr match = again.type().equals(type) ? again : new Expr.Cast(type, again, Span.NONE);
        return new Expr.Conditional(new Expr.InstanceOf(object, type, null), match, Expr.Literal.NULL, type);
    }

    private static Expr isMatch(Expr variable) {
        return new Expr.Binary(BinaryOp.NOT_EQUAL, variable, Expr.Literal.NULL, Primitive.BOOLEAN);
    }

    private Stmt withNewNames(Stmt statement) {
        return statement.with(
                statement.expressions().stream().map(this::withNewNames).toList(),
                statement.statements().stream().map(this::withNewNames).toList());
    }

    private Expr withNewNames(Expr expression) {
        return expression instanceof Expr.Read read
                ? renamed.getOrDefault(read.local(), read.local()).read()
                : expression.withChildren(
                        expression.children().stream().map(this::withNewNames).toList());
    }
}

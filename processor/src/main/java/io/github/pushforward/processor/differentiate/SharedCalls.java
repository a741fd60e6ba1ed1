package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.analyze.Stems;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.SwitchExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes the functions that several statements of a tangent method need once: after {@code cos = Math.cos(a)} and {@code sin =
 * Math.sin(a)}, the tangents of both read these variables.
 *
 * <p>Only functions of numbers in variables and arrays, which have no effects, and no exceptions where they are moved to, so that nobody can tell
 * when they are computed; and only among statements none of which assigns to these variables, or to any array.
 */
final class SharedCalls {
    /** What costs about as much as to keep a variable. */
    private static final Set<String> CHEAP = Set.of(
            "abs",
            "max",
            "min",
            "signum",
            "copySign",
            "floor",
            "ceil",
            "rint",
            "round",
            "sqrt",
            "fma",
            "negateExact",
            "toIntExact",
            "clamp",
            "toRadians",
            "toDegrees",
            "nextUp",
            "nextDown",
            "nextAfter",
            "ulp",
            "getExponent");

    private final Locals locals;
    private final Set<Local> lasting;

    private SharedCalls(Stmt.Block body, Locals locals) {
        this.locals = locals;
        this.lasting = LastingLocals.in(body);
    }

    static Stmt.Block in(Stmt.Block body, Locals locals) {
        return (Stmt.Block) new SharedCalls(body, locals).shared(body);
    }

    private Stmt shared(Stmt statement) {
        List<Stmt> inner = statement instanceof Stmt.Block block ? shared(block.statements()) : statement.statements();
        return statement.with(
                statement.expressions(), inner.stream().map(this::shared).toList());
    }

    private List<Stmt> shared(List<Stmt> block) {
        Map<Expr, Integer> calls = new LinkedHashMap<>();
        block.stream()
                .flatMap(Stmt::allExpressions)
                .filter(SharedCalls::isSharable)
                .forEach(call -> calls.merge(call, 1, Integer::sum));
        List<Stmt> statements = block;
        for (Map.Entry<Expr, Integer> call : calls.entrySet()) {
            if (call.getValue() > 1) {
                statements = sharedInRuns((Expr.Call) call.getKey(), statements);
            }
        }
        return statements;
    }

    /** Shares a call within each stretch of the block in which its arguments keep their values. */
    private List<Stmt> sharedInRuns(Expr.Call call, List<Stmt> block) {
        Set<Local> variables = new HashSet<>();
        for (Expr node : call.subtree()) {
            if (node instanceof Expr.Read read) {
                variables.add(read.local());
            }
        }
        boolean readsArrays = Effects.of(call).readsHeap();
        List<Stmt> all = new ArrayList<>();
        List<Stmt> run = new ArrayList<>();
        for (Stmt statement : block) {
            boolean isOverwritten =
                    readsArrays && Effects.of(List.of(statement)).writesHeap();
            if (!isOverwritten && Collections.disjoint(LastingLocals.assigned(statement), variables)) {
                run.add(statement);
            } else {
                share(call, run);
                all.addAll(run);
                all.add(statement);
                run.clear();
            }
        }
        share(call, run);
        all.addAll(run);
        return all;
    }

    private static boolean isSharable(Expr expression) {
        return expression instanceof Expr.Call call
                && call.callee().kind() == Callee.Kind.MATH
                && !RuntimeCalls.isOfRuntime(call.callee())
                && !CHEAP.contains(call.callee().name())
                && !call.arguments().isEmpty() // Math.random()
                && call.arguments().stream().allMatch(SharedCalls::isOverVariables);
    }

    private static boolean isOverVariables(Expr expression) {
        boolean isVariable = expression instanceof Expr.Read
                || isElement(expression)
                || (expression instanceof Expr.DualPart part && part.dual() instanceof Expr.Read);
        boolean isArithmetic = expression instanceof Expr.Unary
                || expression instanceof Expr.Binary
                || expression instanceof Expr.Cast;
        boolean isOver =
                isVariable || (isArithmetic && expression.children().stream().allMatch(SharedCalls::isOverVariables));
        return expression instanceof Expr.Literal || (expression.type().isFloating() && isOver);
    }

    private static boolean isElement(Expr expression) {
        return expression instanceof Expr.Element element
                && element.array() instanceof Expr.Read
                && (element.index() instanceof Expr.Read || element.index() instanceof Expr.Literal);
    }

    private void share(Expr.Call call, List<Stmt> statements) {
        if (statements.stream()
                        .flatMap(Stmt::allExpressions)
                        .filter(call::equals)
                        .count()
                < 2) {
            return;
        }
        int first = 0;
        while (!contains(statements.get(first), call)) {
            first++;
        }
        int declared = first;
        while (declared < statements.size() && !isVariableOf(call, statements.get(declared))) {
            declared++;
        }
        boolean mayMove = isHarmless(call, statements.subList(0, first));
        Stmt.Declare declaration;
        if (declared == first
                || (mayMove && declared < statements.size() && isStraight(statements.subList(first, declared)))) {
            declaration = (Stmt.Declare) statements.remove(declared);
        } else if (mayMove && isCertain(statements.get(first), call)) {
            declaration = new Stmt.Declare(locals.temporary(Stems.of(call), call.type()), call);
        } else {
            return;
        }
        Expr value = declaration.local().read();
        statements.subList(first, statements.size()).replaceAll(statement -> replaced(statement, call, value));
        statements.add(first, declaration);
    }

    /** Whether a call throws nothing after some statements: there are no elements in it but those that they have read. */
    private static boolean isHarmless(Expr.Call call, List<Stmt> before) {
        return call.subtree().stream()
                .filter(Expr.Element.class::isInstance)
                .allMatch(element -> before.stream().anyMatch(statement -> isCertain(statement, element)));
    }

    private static boolean contains(Stmt statement, Expr.Call call) {
        return statement.allExpressions().anyMatch(call::equals);
    }

    private boolean isVariableOf(Expr.Call call, Stmt statement) {
        return statement instanceof Stmt.Declare declare
                && call.equals(declare.initializer())
                && declare.local().type().equals(call.type())
                && lasting.contains(declare.local());
    }

    /** Whether statements come one after another, and declare nothing within, so that a later one may as well come first. */
    private static boolean isStraight(List<Stmt> statements) {
        return statements.stream()
                .allMatch(statement -> (statement instanceof Stmt.Declare || statement instanceof Stmt.Evaluate)
                        && statement.allExpressions().noneMatch(HelperBody::namesVariables));
    }

    /** Whether a statement computes an expression whatever happens. */
    private static boolean isCertain(Stmt statement, Expr wanted) {
        return (isStraight(List.of(statement)) || statement instanceof Stmt.Return)
                && statement.expressions().stream().anyMatch(expression -> isCertain(expression, wanted));
    }

    private static boolean isCertain(Expr expression, Expr wanted) {
        if (expression.equals(wanted)) {
            return true;
        }
        if (expression instanceof SwitchExpr || expression instanceof Expr.Lambda) {
            return false;
        }
        boolean isChoice = expression instanceof Expr.Conditional
                || (expression instanceof Expr.Binary binary && binary.op().isLazy());
        List<Expr> certain = isChoice ? expression.children().subList(0, 1) : expression.children();
        return certain.stream().anyMatch(child -> isCertain(child, wanted));
    }

    private static Stmt replaced(Stmt statement, Expr.Call call, Expr value) {
        if (!contains(statement, call)) {
            return statement;
        }
        return statement.with(
                statement.expressions().stream()
                        .map(expression -> replaced(expression, call, value))
                        .toList(),
                statement.statements().stream()
                        .map(inner -> replaced(inner, call, value))
                        .toList());
    }

    private static Expr replaced(Expr expression, Expr.Call call, Expr value) {
        if (expression.equals(call)) {
            return value;
        }
        return expression.withChildren(expression.children().stream()
                .map(child -> replaced(child, call, value))
                .toList());
    }
}

package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Completion;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a helper over the arguments of a call, in variables of the caller, which gives its result by variables. */
final class HelperBody {
    private final Method helper;
    private final Locals callers;
    private final Map<Local, Local> variables = new HashMap<>();
    /** What its parameters have become, by their names: a function in its dual form has that of the plain one, which the body reads. */
    private final Map<String, Local> parameters = new HashMap<>();

    private final Set<Local> lasting;
    private final List<Stmt> arguments = new ArrayList<>();

    private HelperBody(Method helper, Locals callers) {
        this.helper = helper;
        this.callers = callers;
        this.lasting = LastingLocals.of(helper);
    }

    /**
     * The body; nothing where it has statements that cannot stand elsewhere.
     *
     * @param lasting the variables of the caller that keep their values
     * @param callers hands out further variables of the caller
     */
    static Optional<HelperBody> of(Method helper, List<Expr> arguments, Set<Local> lasting, Locals callers) {
        boolean isPlain = helper.body().subtree().stream().allMatch(HelperBody::isPlain)
                && helper.body().allExpressions().noneMatch(HelperBody::namesVariables);
        // A handler around the call may be for what only the helper's head says that it throws.
        if (!isPlain || !helper.thrown().isEmpty()) {
            return Optional.empty();
        }
        HelperBody body = new HelperBody(helper, callers);
        for (int i = 0; i < arguments.size(); i++) {
            body.bind(helper.parameters().get(i).local(), arguments.get(i), lasting);
        }
        return Optional.of(body);
    }

    /** What jumps to a label stands in what has the label, which is none of these. */
    private static boolean isPlain(Stmt statement) {
        return statement instanceof Stmt.Declare
                || statement instanceof Stmt.Evaluate
                || statement instanceof Stmt.Block
                || statement instanceof Stmt.If
                || statement instanceof Stmt.While
                || statement instanceof Stmt.DoWhile
                || statement instanceof Stmt.For
                || statement instanceof Stmt.Return
                || statement instanceof Stmt.Throw
                || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue;
    }

    /** Whether variables are declared within an expression. */
    static boolean namesVariables(Expr expression) {
        return expression instanceof Expr.Lambda
                || expression instanceof Expr.InstanceOf
                || !expression.statements().isEmpty();
    }

    private void bind(Local parameter, Expr argument, Set<Local> lastingOfCaller) {
        // Not what the compiler takes for a constant, with which conditions of loops would be true or false for it.
        if (argument instanceof Expr.Read read
                && lastingOfCaller.contains(read.local())
                && !read.local().isFinal()
                && lasting.contains(parameter)
                && argument.type().equals(parameter.type())) {
            variables.put(parameter, read.local());
        } else {
            arguments.add(new Stmt.Declare(renamed(parameter), argument));
        }
        parameters.put(parameter.name(), renamed(parameter));
    }

    private Local renamed(Local local) {
        return variables.computeIfAbsent(
                local,
                own -> helper.locals().isShadow(own)
                        ? callers.temporaryShadow(own.name(), own.type())
                        : callers.temporary(own.name(), own.type()));
    }

    static String name(DualHalf half) {
        return half == DualHalf.VALUE ? "value" : "tangent";
    }

    /**
     * The statements, after those that keep the arguments.
     *
     * @param name of the result
     * @param results receives, by the component of the result, what has its value after the statements
     * @return nothing where the method is left at other places than the ends of its branches
     */
    Optional<List<Stmt>> givingTo(String name, Map<String, Expr> results) {
        List<Stmt> statements = helper.body().statements();
        List<Stmt> out = new ArrayList<>(arguments);
        if (helper.result() == Primitive.VOID) {
            boolean isLeft = helper.body().subtree().stream().anyMatch(Stmt.Return.class::isInstance);
            statements.forEach(statement -> out.add(moved(statement)));
            return isLeft || !Completion.completes(helper.body()) ? Optional.empty() : Optional.of(out);
        }
        Optional<List<Expr>> ends = ends(statements);
        if (ends.isEmpty() || !ends.get().stream().allMatch(end -> parts(end) != null)) {
            return Optional.empty();
        }
        if (ends.get().size() == 1) {
            statements.subList(0, statements.size() - 1).forEach(statement -> out.add(moved(statement)));
            parts(ends.get().get(0))
                    .forEach((component, value) -> results.put(component, named(component, moved(value), name, out)));
            return Optional.of(out);
        }
        parts(ends.get().get(0)).forEach((component, value) -> {
            Local variable = variable(component, name);
            out.add(new Stmt.Declare(variable, null));
            results.put(component, variable.read());
        });
        out.addAll(branching(statements, results));
        return Optional.of(out);
    }

    /** A variable for a component, unless it is one already. */
    private Expr named(String component, Expr value, String name, List<Stmt> out) {
        Type type = typeOf(component);
        if (value instanceof Expr.Read read
                && !read.local().isFinal()
                && value.type().equals(type)) {
            return value;
        }
        Local variable = variable(component, name);
        out.add(new Stmt.Declare(variable, value));
        return variable.read();
    }

    private Local variable(String component, String name) {
        // In a form of several directions there is no tangent of this name.
        return component.equals(name(DualHalf.TANGENT))
                ? callers.temporaryShadow(nameOf(component, name), typeOf(component))
                : callers.temporary(nameOf(component, name), typeOf(component));
    }

    /** The type of a component, to which what is given back is converted: an {@code int} among {@code double} numbers. */
    private Type typeOf(String component) {
        boolean isValue = component.equals("value");
        if (helper.result() instanceof DualType dual) {
            return isValue ? dual.part() : dual.part().tangentType();
        }
        ClassType type = (ClassType) helper.result();
        if (!type.arguments().isEmpty()) {
            return type.arguments().get(isValue ? 0 : 1);
        }
        return LaneNames.isOfFloats(type) ? Primitive.FLOAT : Primitive.DOUBLE;
    }

    private static String nameOf(String component, String name) {
        return component.equals("value")
                ? name
                : name + Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }

    /** The components of a result that is put together where it is given back. */
    private static @Nullable Map<String, Expr> parts(Expr result) {
        Map<String, Expr> parts = new LinkedHashMap<>();
        if (result instanceof Expr.NewDual dual) {
            parts.put("value", dual.value());
            parts.put("tangent", dual.tangent());
            return parts;
        }
        if (!(result instanceof Expr.NewObject made) || !LaneNames.isDual(made.type())) {
            return null;
        }
        parts.put("value", made.arguments().get(0));
        for (int lane = 1; lane < made.arguments().size(); lane++) {
            parts.put("tangent" + (lane - 1), made.arguments().get(lane));
        }
        return parts;
    }

    /** What is given back at the ends of the branches; nothing where a method is left within a loop, or may run into its end. */
    private static Optional<List<Expr>> ends(List<Stmt> statements) {
        List<Expr> ends = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Stmt statement = statements.get(i);
            boolean isLast = i == statements.size() - 1;
            if (isLast && statement instanceof Stmt.Return giveBack) {
                ends.add(giveBack.value());
                return Optional.of(ends);
            }
            if (statement.subtree().stream().noneMatch(Stmt.Return.class::isInstance)) {
                continue;
            }
            if (!(statement instanceof Stmt.If branch) || (branch.otherwise() != null) != isLast) {
                return Optional.empty();
            }
            Optional<List<Expr>> then = ends(listOf(branch.then()));
            List<Stmt> rest = isLast ? listOf(branch.otherwise()) : statements.subList(i + 1, statements.size());
            Optional<List<Expr>> otherwise = ends(rest);
            if (then.isEmpty() || otherwise.isEmpty()) {
                return Optional.empty();
            }
            ends.addAll(then.get());
            ends.addAll(otherwise.get());
            return Optional.of(ends);
        }
        return Optional.empty();
    }

    private static List<Stmt> listOf(Stmt statement) {
        return statement instanceof Stmt.Block block ? block.statements() : List.of(statement);
    }

    /** Statements whose branches end by assigning the components of their results. */
    private List<Stmt> branching(List<Stmt> statements, Map<String, Expr> results) {
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Stmt statement = statements.get(i);
            if (statement instanceof Stmt.Return giveBack) {
                parts(giveBack.value())
                        .forEach((component, value) ->
                                out.add(Assignments.assign(results.get(component), moved(value))));
            } else if (statement instanceof Stmt.If branch
                    && branch.subtree().stream().anyMatch(Stmt.Return.class::isInstance)) {
                List<Stmt> rest = branch.otherwise() != null
                        ? listOf(branch.otherwise())
                        : statements.subList(i + 1, statements.size());
                out.add(new Stmt.If(
                        moved(branch.condition()),
                        new Stmt.Block(branching(listOf(branch.then()), results)),
                        new Stmt.Block(branching(rest, results))));
                return out;
            } else {
                out.add(moved(statement));
            }
        }
        return out;
    }

    private Stmt moved(Stmt statement) {
        if (statement instanceof Stmt.Declare declare) {
            return new Stmt.Declare(
                    renamed(declare.local()), declare.initializer() == null ? null : moved(declare.initializer()));
        }
        // Declarations come before what reads them: the statements of a loop's head first.
        List<Stmt> inner = statement.statements().stream().map(this::moved).toList();
        return statement.with(statement.expressions().stream().map(this::moved).toList(), inner);
    }

    private Expr moved(Expr expression) {
        if (expression instanceof Expr.Read read) {
            Local parameter = parameters.get(read.local().name());
            boolean isOther = variables.containsKey(read.local()) || parameter == null;
            return (isOther ? renamed(read.local()) : parameter).read();
        }
        return expression.withChildren(
                expression.children().stream().map(this::moved).toList());
    }
}

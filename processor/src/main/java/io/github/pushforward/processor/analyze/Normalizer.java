package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Yield;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every side effect inside an expression a statement of its own, so that what remains can be differentiated as a
 * formula: {@code y = z = x * x} becomes {@code z = x * x; y = z}, and {@code a[i++] += x} becomes {@code int iBefore =
 * i++; a[iBefore] += x}. Expressions without floating-point numbers stay as they are.
 */
public final class Normalizer implements Stmt.Visitor<Stmt> {
    private final Locals locals;
    private final Loops loops;
    private final Summaries summaries;
    private final boolean hasHandlers;
    private final Set<Local> lazilyAssigned = new HashSet<>();
    /** The label right before the loop at hand. */
    private @Nullable String label;

    private Normalizer(Method method, Summaries summaries) {
        this.locals = method.locals();
        this.hasHandlers = method.body().subtree().stream().anyMatch(Try.class::isInstance);
        this.summaries = summaries;
        this.loops = new Loops(locals);
    }

    public static Method normalize(Method source, Summaries summaries) {
        Method method = PatternLowering.lower(source);
        Normalizer normalizer = new Normalizer(method, summaries);
        Stmt.Block body = normalizer.block(method.body());
        return method.withBody((Stmt.Block) normalizer.withInitialValues(body));
    }

    private EffectHoist hoist(List<Stmt> out) {
        return new EffectHoist(
                locals, summaries, out, lazilyAssigned, statement -> statement.accept(this), hasHandlers);
    }

    /**
     * In {@code if (a && (y = x) > 0)} the compiler knows that y is assigned where the test succeeds. It no longer sees
     * that once the assignment is a statement, so y starts from a zero that nobody reads.
     */
    private Stmt withInitialValues(Stmt statement) {
        if (statement instanceof Stmt.Declare declare
                && declare.initializer() == null
                && lazilyAssigned.contains(declare.local())) {
            return new Stmt.Declare(
                    declare.local(), NumericTypes.defaultValue(declare.local().type()));
        }
        return statement.with(
                statement.expressions(),
                statement.statements().stream().map(this::withInitialValues).toList());
    }

    /** One statement for what may have become several. */
    private static Stmt single(List<Stmt> statements) {
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements);
    }

    @Override
    public Stmt.Block block(Stmt.Block block) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : block.statements()) {
            normalizeInto(statement, out);
        }
        return new Stmt.Block(out);
    }

    /** A declaration stays visible to what follows it, so what it becomes is not wrapped in a block. */
    private void normalizeInto(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            declare(declare.local(), declare.initializer(), out);
        } else if (statement instanceof Stmt.Evaluate evaluate) {
            hoist(out).effect(evaluate.expression());
        } else if (statement instanceof Stmt.If || statement instanceof Stmt.Return || statement instanceof Switch) {
            // What they need before them are new variables, whose names clash with nothing in the block.
            Stmt normal = statement.accept(this);
            out.addAll(normal instanceof Stmt.Block block ? block.statements() : List.of(normal));
        } else {
            out.add(statement.accept(this));
        }
    }

    private void declare(Local local, Expr initializer, List<Stmt> out) {
        EffectHoist hoist = hoist(out);
        if (hoist.becomesAssignments(initializer)) {
            out.add(new Stmt.Declare(local, null));
            hoist.effect(new Expr.Assign(local.read(), initializer, Span.NONE));
        } else {
            out.add(new Stmt.Declare(local, hoist.root(initializer)));
        }
    }

    @Override
    public Stmt declare(Stmt.Declare declare) {
        return declare;
    }

    @Override
    public Stmt evaluate(Stmt.Evaluate evaluate) {
        List<Stmt> out = new ArrayList<>();
        hoist(out).effect(evaluate.expression());
        return single(out);
    }

    @Override
    public Stmt branch(Stmt.If branch) {
        List<Stmt> out = new ArrayList<>();
        Expr condition = hoist(out).value(branch.condition());
        Stmt otherwise = branch.otherwise() == null ? null : branch.otherwise().accept(this);
        out.add(new Stmt.If(condition, branch.then().accept(this), otherwise));
        return single(out);
    }

    @Override
    public Stmt whileLoop(Stmt.While loop) {
        String own = takeLabel();
        Stmt body = loop.body().accept(this);
        List<Stmt> inside = new ArrayList<>();
        Expr condition = hoist(inside).value(loop.condition());
        Stmt.While result = inside.isEmpty()
                ? new Stmt.While(condition, body)
                : new Stmt.While(Loops.always(), testFirst(inside, condition, body));
        return Loops.labeled(own, result);
    }

    @Override
    public Stmt doWhile(Stmt.DoWhile loop) {
        String own = takeLabel();
        Stmt body = loop.body().accept(this);
        List<Stmt> inside = new ArrayList<>();
        Expr condition = hoist(inside).value(loop.condition());
        if (inside.isEmpty()) {
            return Loops.labeled(own, new Stmt.DoWhile(body, condition));
        }
        // The test also follows a `continue`, and its variables are out of sight after the closing brace.
        inside.add(Loops.leaveUnless(condition));
        return Loops.labeled(own, new Stmt.While(Loops.always(), loops.followed(body, own, inside)));
    }

    @Override
    public Stmt forLoop(Stmt.For loop) {
        String own = takeLabel();
        List<Stmt> init = new ArrayList<>();
        for (Stmt statement : loop.init()) {
            normalizeInto(statement, init);
        }
        Stmt body = loop.body().accept(this);
        Expr condition = loop.condition();
        if (condition != null) {
            List<Stmt> inside = new ArrayList<>();
            Expr tested = hoist(inside).value(condition);
            condition = inside.isEmpty() ? tested : null;
            body = inside.isEmpty() ? body : testFirst(inside, tested, body);
        }
        List<Stmt> update = new ArrayList<>();
        for (Expr step : loop.update()) {
            hoist(update).effect(step);
        }
        return loops.forLoop(init, condition, update, body, own);
    }

    private static Stmt testFirst(List<Stmt> inside, Expr condition, Stmt body) {
        Stream<Stmt> rest = body instanceof Stmt.Block block ? block.statements().stream() : Stream.of(body);
        return Loops.sequence(Stream.of(inside.stream(), Stream.of(Loops.leaveUnless(condition)), rest)
                .flatMap(part -> part));
    }

    private @Nullable String takeLabel() {
        String own = label;
        label = null;
        return own;
    }

    @Override
    public Stmt giveBack(Stmt.Return statement) {
        if (statement.value() == null) {
            return statement;
        }
        List<Stmt> out = new ArrayList<>();
        EffectHoist hoist = hoist(out);
        if (hoist.becomesAssignments(statement.value())) {
            return SwitchLowering.returned((SwitchExpr) statement.value(), locals)
                    .accept(this);
        }
        out.add(new Stmt.Return(hoist.root(statement.value())));
        return single(out);
    }

    @Override
    public Stmt select(Switch statement) {
        List<Stmt> out = new ArrayList<>();
        Expr selector = hoist(out).value(statement.selector());
        List<Switch.Case> cases = new ArrayList<>();
        for (Switch.Case branch : statement.cases()) {
            cases.add(branch.withBody(block(branch.body())));
        }
        out.add(new Switch(selector, statement.arrows(), cases));
        return single(out);
    }

    /** Nothing moves out of the resources, whose exceptions are caught as well. */
    @Override
    public Stmt attempt(Try statement) {
        List<Stmt> parts = new ArrayList<>();
        for (Stmt part : statement.statements()) {
            parts.add(part instanceof Stmt.Block block ? block(block) : part);
        }
        return statement.with(List.of(), parts);
    }

    @Override
    public Stmt hold(Synchronized statement) {
        List<Stmt> out = new ArrayList<>();
        Expr lock = hoist(out).value(statement.lock());
        out.add(new Synchronized(lock, block(statement.body())));
        return single(out);
    }

    /** Only in a switch that stays an expression, over no numbers that carry a derivative. */
    @Override
    public Stmt give(Yield statement) {
        return statement;
    }

    @Override
    public Stmt leave(Stmt.Break statement) {
        return statement;
    }

    @Override
    public Stmt goOn(Stmt.Continue statement) {
        return statement;
    }

    /** A loop keeps its label right before it, whatever else it turns into, so that {@code continue} finds it. */
    @Override
    public Stmt labeled(Stmt.Labeled labeled) {
        if (labeled.body().isLoop()) {
            label = labeled.label();
            return labeled.body().accept(this);
        }
        return new Stmt.Labeled(labeled.label(), labeled.body().accept(this));
    }

    /** Over numbers that may carry tangents, a loop over the index, which array and shadow share. */
    @Override
    public Stmt forEach(Stmt.ForEach loop) {
        String own = takeLabel();
        List<Stmt> out = new ArrayList<>();
        Expr array = hoist(out).root(loop.array());
        Stmt body = loop.body().accept(this);
        if (!array.type().carriesDerivative()) {
            out.add(Loops.labeled(own, new Stmt.ForEach(loop.variable(), array, body, loop.span())));
            return single(out);
        }
        Expr rows = array instanceof Expr.Read read && isNeverAssigned(read.local(), body)
                ? array
                : named("elements", array, out);
        Local index = locals.temporary("i", Primitive.INT);
        List<Stmt> inside = new ArrayList<>();
        inside.add(new Stmt.Declare(loop.variable(), new Expr.Element(rows, index.read())));
        inside.addAll(body instanceof Stmt.Block block ? block.statements() : List.of(body));
        Stmt.For indexed = new Stmt.For(
                List.of(new Stmt.Declare(index, new Expr.Literal(Primitive.INT, 0))),
                new Expr.Binary(BinaryOp.LESS, index.read(), new Expr.Length(rows), Primitive.BOOLEAN),
                List.of(new Expr.Step(index.read(), true, false)),
                new Stmt.Block(inside));
        out.add(Loops.labeled(own, indexed));
        return single(out);
    }

    private static boolean isNeverAssigned(Local local, Stmt body) {
        return !Effects.of(List.of(body)).writes().contains(local);
    }

    private Expr named(String stem, Expr value, List<Stmt> out) {
        Local local = locals.temporary(stem, value.type());
        out.add(new Stmt.Declare(local, value));
        return local.read();
    }

    @Override
    public Stmt raise(Stmt.Throw statement) {
        List<Stmt> out = new ArrayList<>();
        Expr exception = hoist(out).value(statement.exception());
        out.add(new Stmt.Throw(exception));
        return single(out);
    }

    /** Evaluated only where assertions are on: nothing moves out of it. */
    @Override
    public Stmt check(Stmt.Assert statement) {
        return statement;
    }
}

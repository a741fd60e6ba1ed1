package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loops, which run a few times, and jumps out of them. */
final class Loops {
    private final Body body;
    private final Statements statements;
    private List<Target> targets = new ArrayList<>();

    Loops(Body body, Statements statements) {
        this.body = body;
        this.statements = statements;
    }

    /** A statement around this place that a jump may name. */
    record Target(@Nullable String label, boolean isLoop) {}

    /** Takes all targets out of sight, for the body of a function or the case of a {@code switch} expression. */
    List<Target> leaveAll() {
        List<Target> around = targets;
        targets = new ArrayList<>();
        return around;
    }

    void restore(List<Target> around) {
        targets = around;
    }

    <T> T insideSwitch(Supplier<T> inner) {
        targets.add(new Target(null, false));
        T made = inner.get();
        targets.remove(targets.size() - 1);
        return made;
    }

    boolean canJump() {
        return !targets.isEmpty();
    }

    Stmt jump() {
        Target target = body.dice.pick(targets);
        Target innermost = targets.get(targets.size() - 1);
        if (target.label() != null && (target != innermost || body.dice.percent(50))) {
            return target.isLoop() && body.dice.percent(50)
                    ? new Stmt.Continue(target.label())
                    : new Stmt.Break(target.label());
        }
        boolean hasLoop = targets.stream().anyMatch(Target::isLoop);
        boolean hasSwitch = targets.stream().anyMatch(around -> !around.isLoop() && around.label() == null);
        if (!hasLoop && !hasSwitch) {
            return new Stmt.Break(innermost.label());
        }
        return hasLoop && body.dice.percent(50) ? new Stmt.Continue(null) : new Stmt.Break(null);
    }

    /** A loop, with what has to stand before it. */
    List<Stmt> make(Supplier<Stmt.Block> inner) {
        String label = body.dice.percent(20) ? body.scope.fresh("label") : null;
        boolean isBlock = label != null && body.dice.percent(20);
        int size = body.scope.enter();
        List<Stmt> made = isBlock ? List.of(inside(label, false, inner)) : loop(label, inner);
        List<Stmt> all = new ArrayList<>(made);
        if (label != null) {
            all.set(all.size() - 1, new Stmt.Labeled(label, made.get(made.size() - 1)));
        }
        // Counters that stand before their loop stay in sight.
        if (made.size() == 1) {
            body.scope.leave(size);
        }
        return all;
    }

    private Stmt.Block inside(@Nullable String label, boolean isLoop, Supplier<Stmt.Block> inner) {
        targets.add(new Target(label, isLoop));
        Stmt.Block block = inner.get();
        targets.remove(targets.size() - 1);
        return block;
    }

    private List<Stmt> loop(@Nullable String label, Supplier<Stmt.Block> inner) {
        Supplier<Stmt.Block> block = () -> inside(label, true, inner);
        return new Weighted<List<Stmt>>()
                .add(10, () -> List.of(counting(block)))
                .add(3, () -> List.of(twoCounters(block)))
                .add(3, () -> List.of(overNumbers(block)))
                .add(4, () -> whileLoop(block, false))
                .add(4, () -> whileLoop(block, true))
                .add(6, () -> List.of(forEach(block)))
                .choose(body.dice);
    }

    private static Expr literal(int value) {
        return new Expr.Literal(Primitive.INT, value);
    }

    /** A counter, with whether lambdas and assignments may use it. */
    private Expr counter() {
        String name = body.scope.fresh("i");
        Variable variable = Variable.local(Primitive.INT, name, Variable.Use.COUNTER);
        body.scope.add(variable);
        return variable.expression();
    }

    private Expr bound() {
        List<Variable> arrays = body.scope.all(variable -> variable.type() instanceof Type.Array
                && variable.expression() instanceof Expr.Name
                && variable.use() != Variable.Use.FREE);
        return arrays.isEmpty() || body.dice.percent(50)
                ? literal(body.dice.between(1, 4))
                : new Expr.Length(body.dice.pick(arrays).expression());
    }

    private Stmt counting(Supplier<Stmt.Block> block) {
        Expr bound = bound();
        Expr i = counter();
        boolean isDown = body.dice.percent(25);
        Expr start = isDown ? bound : literal(0);
        Expr condition =
                isDown ? new Expr.Binary(Operator.GREATER, i, literal(0)) : new Expr.Binary(Operator.LESS, i, bound);
        Expr update = body.dice.percent(80)
                ? new Expr.Step(i, !isDown, body.dice.percent(30))
                : new Expr.Compound(isDown ? Operator.MINUS : Operator.PLUS, i, literal(body.dice.between(1, 2)));
        return new Stmt.For(
                List.of(new Stmt.Declare(Primitive.INT, ((Expr.Name) i).name(), start)),
                more(condition),
                List.of(update),
                block.get());
    }

    /** The condition, sometimes with another one. */
    private Expr more(Expr condition) {
        return body.dice.percent(20) ? new Expr.Binary(Operator.AND, condition, body.booleans.make(1)) : condition;
    }

    private Stmt twoCounters(Supplier<Stmt.Block> block) {
        Expr i = counter();
        Expr j = counter();
        return new Stmt.For(
                List.of(
                        new Stmt.Declare(Primitive.INT, ((Expr.Name) i).name(), literal(0)),
                        new Stmt.Declare(Primitive.INT, ((Expr.Name) j).name(), literal(body.dice.between(1, 5)))),
                more(new Expr.Binary(Operator.LESS, i, j)),
                List.of(new Expr.Step(i, true, false), new Expr.Step(j, false, true)),
                block.get());
    }

    /** {@code for (double t = x; t < x + 2; t += 0.75)}: the counter is active. */
    private Stmt overNumbers(Supplier<Stmt.Block> block) {
        Expr start = new Expr.MathCall(
                MathFunction.named("sin", Primitive.DOUBLE), false, List.of(body.expression(Primitive.DOUBLE, 1)));
        String name = body.scope.fresh("t");
        Variable variable = Variable.local(Primitive.DOUBLE, name, Variable.Use.COUNTER);
        body.scope.add(variable);
        Expr step = new Expr.Literal(Primitive.DOUBLE, body.dice.of(0.5, 0.75, 1.25));
        return new Stmt.For(
                List.of(new Stmt.Declare(Primitive.DOUBLE, name, start)),
                more(new Expr.Binary(Operator.LESS, variable.expression(), new Expr.Literal(Primitive.DOUBLE, 1.5))),
                List.of(new Expr.Compound(Operator.PLUS, variable.expression(), step)),
                block.get());
    }

    /** A loop with its counter before it, which the condition moves. */
    private List<Stmt> whileLoop(Supplier<Stmt.Block> block, boolean isBodyFirst) {
        Expr i = counter();
        Expr step = new Expr.Step(i, true, body.dice.percent(40));
        Expr bounded = new Expr.Binary(Operator.LESS, step, literal(body.dice.between(1, 4)));
        Expr condition = body.dice.percent(50)
                ? new Expr.Binary(Operator.AND, bounded, body.booleans.make(2))
                : body.dice.percent(30) ? new Expr.Binary(Operator.AND, body.booleans.make(1), bounded) : bounded;
        Stmt.Block inner = block.get();
        return List.of(
                new Stmt.Declare(Primitive.INT, ((Expr.Name) i).name(), literal(0)),
                isBodyFirst ? new Stmt.DoWhile(inner, condition) : new Stmt.While(condition, inner));
    }

    private Stmt forEach(Supplier<Stmt.Block> block) {
        List<Variable> arrays = body.scope.all(variable -> variable.type() instanceof Type.Array);
        if (arrays.isEmpty()) {
            return counting(block);
        }
        Variable array = body.dice.pick(arrays);
        Type element = ((Type.Array) array.type()).element();
        String name = body.scope.fresh("each");
        boolean isConstantRow = array.isConstant() && element instanceof Type.Array;
        Variable.Use use =
                isConstantRow ? Variable.Use.CONSTANT : body.dice.percent(50) ? Variable.Use.FREE : Variable.Use.FIXED;
        body.scope.add(Variable.local(element, name, use));
        return new Stmt.ForEach(element, name, array.expression(), block.get());
    }
}

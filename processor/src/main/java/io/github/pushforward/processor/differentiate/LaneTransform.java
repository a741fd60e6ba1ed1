package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Loops;
import io.github.pushforward.processor.analyze.Stems;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a tangent method of one direction into one of W: a tangent statement becomes one for each lane, over the same values, which
 * are computed once. Each lane does to its numbers what the one direction does, in the same order, so that results are the same to the
 * last bit.
 */
class LaneTransform {
    private final Method tangent;
    private final Locals own;
    private final int lanes;
    private final LaneLocals locals;
    private final LaneExpressions expressions;
    private final Loops loops;
    private @Nullable String label;

    /** @param own the variables of the form, which {@code expressions} knows with their lanes */
    LaneTransform(Method tangent, int lanes, Locals own, LaneExpressions expressions) {
        this.tangent = tangent;
        this.own = own;
        this.lanes = lanes;
        this.locals = expressions.locals();
        this.expressions = expressions;
        this.loops = new Loops(own);
    }

    /**
     * @param method the lane form
     * @param called the tangent methods of one direction whose lane forms it calls
     * @param objects the tangent classes of one direction in whose place it uses those of lanes
     */
    record LaneForm(Method method, Set<Callee> called, Set<ClassType> objects) {}

    /**
     * The lane form of a tangent method, which marks its tangents.
     *
     * @throws NoLanes if it has none
     */
    static LaneForm of(Method tangent, int lanes) {
        Locals own = tangent.locals().forkWithShadows();
        return new LaneTransform(
                        tangent,
                        lanes,
                        own,
                        new LaneExpressions(
                                lanes,
                                new LaneLocals(own, lanes),
                                tangent.callee().owner()))
                .form();
    }

    final LaneForm form() {
        Method form = method();
        return new LaneForm(
                form,
                Set.copyOf(expressions.called()),
                Set.copyOf(expressions.objects().used()));
    }

    private Method method() {
        Callee one = tangent.callee();
        if (one.result() instanceof DualType dual && !LaneTypes.isNumber(dual.part())) {
            expressions.referenceType(dual.part().tangentType());
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < tangent.parameters().size(); i++) {
            Parameter parameter = tangent.parameters().get(i);
            if (!one.active().get(i)) {
                parameters.add(parameter);
            } else if (!LaneTypes.isNumber(parameter.local().type())) {
                parameters.add(new Parameter(expressions.reference(parameter.local()), false));
            } else {
                locals.of(parameter.local()).forEach(lane -> parameters.add(new Parameter(lane, false)));
            }
        }
        Callee callee = expressions.form(one);
        return new Method(
                callee,
                tangent.access(),
                parameters,
                tangent.thrown(),
                (Stmt.Block) nested(tangent.body()),
                tangent.dispatch(),
                own,
                tangent.lints(),
                tangent.span());
    }

    private Stmt nested(Stmt statement) {
        List<Stmt> out = transformAll(statement instanceof Stmt.Block block ? block.statements() : List.of(statement));
        return statement instanceof Stmt.Block || out.size() != 1 ? new Stmt.Block(out) : out.get(0);
    }

    private List<Stmt> transformAll(List<Stmt> statements) {
        List<Stmt> out = new ArrayList<>();
        statements.forEach(statement -> transformInto(statement, out));
        return out;
    }

    private void transformInto(Stmt statement, List<Stmt> out) {
        if (lanes > 1 && CaughtIndices.in(statement)) {
            throw new NoLanes("a wrong index that is caught: " + statement);
        }
        if (statement instanceof Stmt.Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Stmt.Evaluate evaluate) {
            evaluate(evaluate.expression(), out);
        } else if (statement instanceof Stmt.Return giveBack && giveBack.value() instanceof Expr.NewDual dual) {
            giveBack(dual, out);
        } else if (statement instanceof Stmt.Return giveBack && LaneObjects.givesTangent(tangent.callee())) {
            Expr made = expressions.reference(giveBack.value(), new Hoist(locals, out));
            out.add(new Stmt.Return(made));
        } else if (statement instanceof Stmt.Return giveBack && giveBack.value() != null) {
            out.add(new Stmt.Return(value(giveBack.value(), out)));
        } else if (statement instanceof Stmt.For loop) {
            out.add(forLoop(loop));
        } else if (statement instanceof Stmt.Labeled labeled && labeled.body() instanceof Stmt.For loop) {
            label = labeled.label();
            out.add(forLoop(loop));
        } else if (statement instanceof Stmt.Block) {
            out.add(nested(statement));
        } else {
            List<Expr> values =
                    statement.expressions().stream().map(expressions::primal).toList();
            out.add(statement.with(
                    values, statement.statements().stream().map(this::nested).toList()));
        }
    }

    /** Something without a tangent, once, before anything else. */
    private Expr value(Expr expression, List<Stmt> out) {
        return expressions.primal(expression, new Hoist(locals, out));
    }

    private void declare(Stmt.Declare declare, List<Stmt> out) {
        Local local = declare.local();
        Expr initializer = declare.initializer();
        boolean isOfLanes = local.type() instanceof DualType
                && initializer instanceof Expr.Call call
                && expressions.takesTangents(call.callee());
        if (isOfLanes) {
            Expr call = value(initializer, out);
            out.add(new Stmt.Declare(locals.dual(local), call));
        } else if (!locals.isShadow(local)) {
            out.add(new Stmt.Declare(local, initializer == null ? null : value(initializer, out)));
        } else if (!LaneTypes.isNumber(local.type())) {
            Hoist hoist = new Hoist(locals, out);
            Expr reference = initializer == null ? null : expressions.reference(initializer, hoist);
            out.add(new Stmt.Declare(expressions.reference(local), reference));
        } else if (initializer == null || expressions.isSplit(initializer)) {
            locals.of(local).forEach(lane -> out.add(new Stmt.Declare(lane, null)));
            if (initializer != null) {
                assign(local.read(), initializer, out);
            }
        } else {
            List<Expr> tangents = expressions.numbers(initializer, new Hoist(locals, out));
            for (int lane = 0; lane < lanes; lane++) {
                out.add(new Stmt.Declare(locals.of(local).get(lane), tangents.get(lane)));
            }
        }
    }

    private void evaluate(Expr expression, List<Stmt> out) {
        if (expression instanceof Expr.Assign assign && expressions.isShadowy(assign.target())) {
            assign(assign.target(), assign.value(), out);
        } else if (expression instanceof Expr.CompoundAssign assign && expressions.isShadowy(assign.target())) {
            compound(assign, out);
        } else if (expression instanceof Expr.Call call
                && !expressions.takesTangents(call.callee())
                && expressions.isShadowy(call)) {
            expressions.library().statement(call, new Hoist(locals, out), out);
        } else {
            out.add(new Stmt.Evaluate(value(expression, out)));
        }
    }

    void compound(Expr.CompoundAssign assign, List<Stmt> out) {
        Hoist hoist = new Hoist(locals, out);
        Expr target = expressions.prepared(assign.target(), hoist);
        Expr value = expressions.prepared(assign.value(), hoist);
        List<Expr> targets = expressions.spread(target);
        List<Expr> values = expressions.spread(value);
        List<Expr> results = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            results.add(Assignments.expanded(
                    (Expr.CompoundAssign) assign.withChildren(List.of(targets.get(lane), values.get(lane)))));
        }
        store(targets, results, Assignments::compact, out);
    }

    private void assign(Expr target, Expr value, List<Stmt> out) {
        if (!LaneTypes.isNumber(target.type())) {
            Hoist hoist = new Hoist(locals, out);
            Expr place = expressions.reference(target, hoist);
            out.add(Assignments.assign(place, expressions.reference(value, hoist)));
            return;
        }
        if (expressions.isSplit(value) && target instanceof Expr.Read) {
            Expr.Conditional choice = (Expr.Conditional) value;
            // What only one of the two needs is computed there.
            List<Stmt> whenTrue = new ArrayList<>();
            assign(target, choice.whenTrue(), whenTrue);
            List<Stmt> whenFalse = new ArrayList<>();
            assign(target, choice.whenFalse(), whenFalse);
            out.add(new Stmt.If(value(choice.condition(), out), new Stmt.Block(whenTrue), new Stmt.Block(whenFalse)));
            return;
        }
        Hoist hoist = new Hoist(locals, out);
        List<Expr> targets = expressions.places(target, hoist);
        store(targets, expressions.numbers(value, hoist), Assignments::assign, out);
    }

    /**
     * Writes a number in each lane. Where the lanes read elements in common, all are computed before the first is written: any array may be
     * the one that is written to, so that HotSpot would read them again for each lane.
     */
    private void store(List<Expr> targets, List<Expr> numbers, Stores.Writer writer, List<Stmt> out) {
        List<Expr> values = new ArrayList<>(numbers);
        if (targets.get(0) instanceof Expr.Element && readInCommon(values)) {
            for (int lane = 0; lane < lanes; lane++) {
                Expr target = targets.get(lane);
                Local computed = locals.temporary(Stems.of(target) + lane, target.type());
                out.add(new Stmt.Declare(computed, values.get(lane)));
                values.set(lane, computed.read());
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            out.add(writer.write(targets.get(lane), values.get(lane)));
        }
    }

    private static boolean readInCommon(List<Expr> values) {
        return values.size() > 1
                && values.get(0).subtree().stream()
                        .filter(Expr.Element.class::isInstance)
                        .anyMatch(values.get(1).subtree()::contains);
    }

    private void giveBack(Expr.NewDual dual, List<Stmt> out) {
        Hoist hoist = new Hoist(locals, out);
        Expr value = expressions.primal(dual.value(), hoist);
        hoist.passes(value);
        List<Expr> tangents = LaneTypes.isNumber(dual.part())
                ? expressions.numbers(dual.tangent(), hoist)
                : List.of(expressions.reference(dual.tangent(), hoist));
        out.add(new Stmt.Return(expressions.dual(dual.part(), value, tangents)));
    }

    private Stmt forLoop(Stmt.For loop) {
        String own = label;
        label = null;
        List<Stmt> update = new ArrayList<>();
        loop.update().forEach(step -> evaluate(step, update));
        Expr condition = loop.condition() == null ? null : expressions.primal(loop.condition());
        return loops.forLoop(transformAll(loop.init()), condition, update, nested(loop.body()), own);
    }
}

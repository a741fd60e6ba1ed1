package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Loops;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a tangent method of one direction into one of any number: each number of a tangent becomes a
 * row, and each run of tangent statements a loop over the lanes, in which every array is read at the loop's own index, so that HotSpot
 * vectorizes it. What no tangent enters into stands before the loop. Each lane does to its numbers what the one direction does, in the same
 * order, so that results are the same to the last bit.
 *
 * <p>Exceptions may come in another order than in the method of one direction, and other statements may have been run by then: there are no
 * handlers in the method, and its view takes its directions one by one where one comes out.
 */
final class RowTransform {
    private final Method tangent;
    private final Function<Callee, Callee> forms;
    private final Locals own;
    private final Set<Local> lasting;
    private final RowLocals locals;
    private final RowExpressions expressions;
    private final LaneRuns runs;
    private final Loops loops;
    private final Local derivatives;
    private final Stmt body;

    private RowTransform(Method tangent, Function<Callee, Callee> forms, Supplier<Integer> nextRow) {
        this.tangent = tangent;
        this.forms = forms;
        this.own = tangent.locals().forkWithShadows();
        this.lasting = LastingLocals.of(tangent);
        this.body = RowChoices.in(tangent.body(), own);
        this.runs = new LaneRuns(own, body);
        this.locals = new RowLocals(own, runs, nextRow);
        this.expressions = new RowExpressions(locals, lasting);
        this.loops = new Loops(own);
        this.derivatives = own.temporary("derivatives", RowTypes.ROW);
    }

    /**
     * The form of a tangent method, which marks its tangents.
     *
     * @param forms the forms of what it calls
     * @param nextRow hands out the rows of the caller that it may write to: each to one method
     * @throws NoLanes if it has none
     */
    static Method of(Method tangent, Function<Callee, Callee> forms, Supplier<Integer> nextRow) {
        return new RowTransform(tangent, forms, nextRow).form();
    }

    private Method form() {
        Callee one = tangent.callee();
        Callee callee = RowTypes.callee(one);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < tangent.parameters().size(); i++) {
            Parameter parameter = tangent.parameters().get(i);
            boolean isTangent = one.active().get(i);
            boolean isNumber = !parameter.local().type().isArray();
            if (isTangent && isNumber && !lasting.contains(parameter.local())) {
                throw new NoLanes("a tangent of the view that is written to: " + parameter.local());
            }
            parameters.add(isTangent ? new Parameter(locals.parameter(parameter.local()), false) : parameter);
        }
        if (RowTypes.givesNumber(one)) {
            parameters.add(new Parameter(derivatives, false));
        }
        parameters.add(new Parameter(locals.rows(), false));
        parameters.add(new Parameter(locals.lanes(), false));
        List<Stmt> statements = transformed(((Stmt.Block) body).statements());
        List<Stmt> all = new ArrayList<>(locals.declarations());
        all.addAll(statements);
        return new Method(
                callee,
                tangent.access(),
                parameters,
                tangent.thrown(),
                new Stmt.Block(all),
                tangent.dispatch(),
                own,
                tangent.lints(),
                tangent.span());
    }

    private Stmt nested(Stmt statement) {
        List<Stmt> out = transformed(statement instanceof Stmt.Block block ? block.statements() : List.of(statement));
        return statement instanceof Stmt.Block || out.size() != 1 ? new Stmt.Block(out) : out.get(0);
    }

    private List<Stmt> transformed(List<Stmt> statements) {
        List<Stmt> out = new ArrayList<>();
        for (List<Stmt> run : runs.of(statements)) {
            if (LaneRuns.isSimple(run.get(0))) {
                new Run(out).take(run);
            } else {
                Expr.Call call = LaneRuns.call(run.get(0));
                out.add(call == null ? around(run.get(0)) : called(run.get(0), call));
            }
        }
        return out;
    }

    /** The call of a method that takes tangents along. */
    private Stmt called(Stmt statement, Expr.Call call) {
        Callee form = forms.apply(call.callee());
        if (statement instanceof Stmt.Declare declare && declare.local().type() instanceof DualType) {
            Local result = locals.dual(declare.local());
            return new Stmt.Declare(result, expressions.call(call, form, declare.local()));
        }
        if (statement instanceof Stmt.Declare declare) {
            return new Stmt.Declare(declare.local(), expressions.call(call, form, null));
        }
        return new Stmt.Evaluate(expressions.call(call, form, null));
    }

    /** A loop whose head may become more than a head can hold. */
    private Stmt forLoop(Stmt.For loop, @Nullable String label) {
        Expr condition = loop.condition() == null ? null : expressions.primal(loop.condition());
        List<Stmt> update = loop.update().stream()
                .<Stmt>map(step -> new Stmt.Evaluate(expressions.primal(step)))
                .toList();
        return loops.forLoop(transformed(loop.init()), condition, update, nested(loop.body()), label);
    }

    /** A statement with others in it. */
    private Stmt around(Stmt statement) {
        if (statement instanceof Stmt.For loop) {
            return forLoop(loop, null);
        }
        if (statement instanceof Stmt.Labeled labeled && labeled.body() instanceof Stmt.For loop) {
            return forLoop(loop, labeled.label());
        }
        boolean isKnown = statement instanceof Stmt.Block
                || statement instanceof Stmt.If
                || statement.isLoop()
                || statement instanceof Stmt.Labeled
                || statement instanceof Switch
                || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue
                || statement instanceof Stmt.Throw
                || statement instanceof Stmt.Assert;
        if (!isKnown) {
            throw new NoLanes("a statement that rows do not know: " + statement);
        }
        List<Expr> values =
                statement.expressions().stream().map(expressions::primal).toList();
        return statement.with(
                values, statement.statements().stream().map(this::nested).toList());
    }

    /** The statements of one run: those without tangents, then the loop over the lanes. */
    private final class Run {
        private final List<Stmt> out;
        private final List<Stmt> inLanes = new ArrayList<>();

        Run(List<Stmt> out) {
            this.out = out;
        }

        void take(List<Stmt> run) {
            for (Stmt statement : run) {
                if (statement instanceof Stmt.Declare declare) {
                    declare(declare);
                } else if (statement instanceof Stmt.Evaluate evaluate) {
                    evaluate(evaluate.expression());
                } else {
                    giveBack((Stmt.Return) statement);
                }
            }
            loop();
        }

        private void loop() {
            if (inLanes.isEmpty()) {
                return;
            }
            Local lane = locals.lane();
            out.add(new Stmt.For(
                    List.of(new Stmt.Declare(lane, new Expr.Literal(Primitive.INT, 0))),
                    new Expr.Binary(BinaryOp.LESS, lane.read(), locals.lanes().read(), Primitive.BOOLEAN),
                    List.of(new Expr.Step(lane.read(), true, false)),
                    new Stmt.Block(inLanes)));
            inLanes.clear();
        }

        private void declare(Stmt.Declare declare) {
            Local local = declare.local();
            Expr initializer = declare.initializer();
            if (!own.isShadow(local)) {
                out.add(new Stmt.Declare(local, initializer == null ? null : expressions.primal(initializer)));
            } else if (local.type().isArray()) {
                Expr reference = initializer == null ? null : expressions.reference(initializer, out, inLanes);
                out.add(new Stmt.Declare(locals.reference(local), reference));
            } else if (local.type() != Primitive.DOUBLE) {
                throw new NoLanes("a tangent that is no number of type double: " + local.type());
            } else if (initializer != null) {
                Expr value = expressions.number(initializer, out);
                inLanes.add(
                        runs.isWithinOne(local)
                                ? new Stmt.Declare(local, value)
                                : Assignments.assign(locals.number(local), value));
            }
        }

        private void evaluate(Expr expression) {
            if (expression instanceof Expr.Assign assign && expressions.isShadowy(assign.target())) {
                if (assign.type().isArray()) {
                    Expr place = expressions.reference(assign.target(), out, inLanes);
                    out.add(Assignments.assign(place, expressions.reference(assign.value(), out, inLanes)));
                } else {
                    Expr place = expressions.number(assign.target(), out);
                    inLanes.add(Assignments.assign(place, expressions.number(assign.value(), out)));
                }
            } else if (expression instanceof Expr.CompoundAssign assign && expressions.isShadowy(assign.target())) {
                Expr place = expressions.number(assign.target(), out);
                Expr value = expressions.number(assign.value(), out);
                inLanes.add(new Stmt.Evaluate(new Expr.CompoundAssign(place, assign.op(), value, Span.NONE)));
            } else {
                out.add(new Stmt.Evaluate(expressions.primal(expression)));
            }
        }

        private void giveBack(Stmt.Return giveBack) {
            if (giveBack.value() == null || !(tangent.result() instanceof DualType)) {
                Expr value = giveBack.value() == null
                        ? null
                        : expressions.computed(expressions.primal(giveBack.value()), out);
                loop();
                out.add(new Stmt.Return(value));
                return;
            }
            if (!(giveBack.value() instanceof Expr.NewDual dual)) {
                throw new NoLanes("a result that another method puts together");
            }
            Expr value = expressions.computed(expressions.primal(dual.value()), out);
            if (RowTypes.givesNumber(tangent.callee())) {
                Expr place = new Expr.Element(derivatives.read(), locals.lane().read());
                inLanes.add(Assignments.assign(place, expressions.number(dual.tangent(), out)));
                loop();
                out.add(new Stmt.Return(value));
            } else {
                Expr rows = expressions.reference(dual.tangent(), out, inLanes);
                loop();
                out.add(new Stmt.Return(new Expr.NewDual(dual.part(), value, rows)));
            }
        }
    }
}

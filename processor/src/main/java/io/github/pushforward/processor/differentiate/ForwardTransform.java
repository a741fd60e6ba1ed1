package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.analyze.Aliases;
import io.github.pushforward.processor.analyze.ArrayLibrary;
import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.analyze.Loops;
import io.github.pushforward.processor.analyze.Sequencer;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward-mode differentiation of one method: a tangent beside every active variable, a tangent statement beside every
 * statement that changes one. The primal statements stay what they were, so that values do not change by a bit.
 */
final class ForwardTransform implements Stmt.Visitor<Stmt> {
    /** How many parts a formula may have to be written into the arguments of a constructor. */
    private static final int SHORT_FORMULA = 6;

    private final Method method;
    private final Activity activity;
    private final CalleeTangents callees;
    private final Reporter reporter;
    private final Locals locals;
    private final TangentLocals tangents;
    private final Loops loops;
    private final ThrowOrder throwOrder;
    private @Nullable String label;

    private ForwardTransform(Method method, Activity activity, CalleeTangents callees, Reporter reporter) {
        this.method = method;
        this.activity = activity;
        this.callees = callees;
        this.reporter = reporter;
        this.locals = method.locals();
        this.tangents = new TangentLocals(locals);
        this.loops = new Loops(locals);
        this.throwOrder = new ThrowOrder(tangents);
    }

    /** The tangent method: the parameters, then a tangent for each active one; its result a dual. */
    static Method tangent(
            Method method, Callee signature, Activity activity, CalleeTangents callees, Reporter reporter) {
        return new ForwardTransform(method, activity, callees, reporter).tangent(signature);
    }

    private Method tangent(Callee signature) {
        List<Parameter> parameters = new ArrayList<>();
        List<Stmt> shadows = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            parameters.add(new Parameter(parameter.local(), false));
            if (!parameter.active() && activity.isActive(parameter.local())) {
                // A constant that is assigned an active value later, or an array that is read beside active ones.
                Local local = parameter.local();
                Expr zero = local.type().isArray() ? RuntimeCalls.zeros(local.read()) : Simplify.zero(local.type());
                shadows.add(new Stmt.Declare(tangents.of(local), zero));
            }
        }
        for (Parameter parameter : method.parameters()) {
            if (parameter.active()) {
                parameters.add(new Parameter(tangents.of(parameter.local()), false));
            }
        }
        shadows.addAll(transformAll(method.body().statements()));
        return new Method(
                signature,
                method.access(),
                parameters,
                new Stmt.Block(shadows),
                Dispatch.NONE,
                locals,
                method.lints(),
                method.span());
    }

    private ExpressionTransform expressions(List<Stmt> out) {
        return new ExpressionTransform(activity, tangents, callees, locals, out);
    }

    private Expr primal(Expr expression) {
        return expressions(new ArrayList<>()).primal(expression);
    }

    private List<Stmt> transformAll(List<Stmt> statements) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : statements) {
            try {
                transformInto(statement, out);
            } catch (Refusal refusal) {
                refusal.reportTo(reporter);
            }
        }
        return out;
    }

    /** Declarations are spliced into the block they stand in; everything else is one statement. */
    private void transformInto(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Stmt.Evaluate evaluate) {
            evaluate(evaluate.expression(), out);
        } else if (statement instanceof Stmt.Return giveBack) {
            giveBack(giveBack, out);
        } else {
            out.add(statement.accept(this));
        }
    }

    private static Stmt single(List<Stmt> statements) {
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements);
    }

    private Stmt nested(Stmt statement) {
        return statement instanceof Stmt.Block block ? block(block) : single(transformAll(List.of(statement)));
    }

    private void declare(Stmt.Declare declare, List<Stmt> out) {
        Local local = declare.local();
        Expr initializer = declare.initializer();
        boolean active = activity.isActive(local);
        if (initializer == null) {
            out.add(declare);
            if (active) {
                out.add(new Stmt.Declare(tangents.of(local), null));
            }
            return;
        }
        if (active) {
            declareActive(local, initializer, out);
        } else {
            out.add(new Stmt.Declare(
                    local, expressions(out).transform(initializer).primal()));
        }
    }

    private void declareActive(Local local, Expr initializer, List<Stmt> out) {
        ExpressionTransform transform = expressions(out);
        Linear value = transform.transform(initializer, local);
        Expr.Read shadow = tangents.of(local).read();
        if (shadow.equals(value.tangent())) {
            return;
        }
        if (!value.primal().equals(local.read())) {
            boolean isShapedByVariable =
                    value.tangent() == null && !ExpressionTransform.isRepeatableNew(value.primal());
            Linear whole = isShapedByVariable ? value : transform.withTangent(value, local.type());
            out.add(new Stmt.Declare(local, whole.primal()));
            value = whole;
        }
        Linear declared = new Linear(local.read(), value.tangent());
        out.add(new Stmt.Declare(
                shadow.local(), transform.withTangent(declared, local.type()).tangent()));
    }

    private void evaluate(Expr expression, List<Stmt> out) {
        if (expression instanceof Expr.Assign assign) {
            assign(assign.target(), assign.value(), expression, out);
        } else if (expression instanceof Expr.CompoundAssign assign) {
            boolean arithmetic = assign.type().tangentType().isFloating();
            assign(assign.target(), arithmetic ? Assignments.expanded(assign) : assign.value(), expression, out);
        } else if (expression instanceof Expr.Call call
                && ArrayLibrary.contains(call.callee())
                && expressions(out).callsTangent(call)) {
            Linear both = expressions(out).transform(call);
            out.add(new Stmt.Evaluate(both.primal()));
            if (activity.writesActive(call)) {
                out.add(new Stmt.Evaluate(Simplify.orZero(both.tangent())));
            }
        } else if (expressions(out).callsTangent(expression)) {
            out.add(new Stmt.Evaluate(expressions(out).tangentCall((Expr.Call) expression)));
        } else {
            // A step by one leaves the tangent as it is.
            out.add(new Stmt.Evaluate(primal(expression)));
        }
    }

    private void assign(Expr target, Expr value, Expr original, List<Stmt> out) {
        if (!activity.isActive(target)) {
            ExpressionTransform transform = expressions(out);
            out.add(new Stmt.Evaluate(
                    transform.callsTangent(value)
                            ? original.withChildren(List.of(
                                    primal(target), transform.transform(value).primal()))
                            : primal(original)));
            return;
        }
        ExpressionTransform transform = expressions(out);
        List<Expr> operands = new ArrayList<>(target.children());
        operands.add(value);
        List<Linear> simple = new Sequencer<>(transform).simplify(operands, transform::transform, out);
        Linear whole = transform.withTangent(simple.get(simple.size() - 1), target.type());
        Target place = target(target, simple, transform, out);
        if (original instanceof Expr.CompoundAssign) {
            store(place, whole, transform, Assignments::compact, out);
        } else {
            store(place, whole, transform, Assignments::assign, out);
        }
    }

    /** Where a value and its tangent go. */
    private record Target(Expr primal, Expr tangent) {}

    private Target target(Expr target, List<Linear> operands, ExpressionTransform transform, List<Stmt> out) {
        if (target instanceof Expr.Read read) {
            return new Target(target, tangents.of(read.local()).read());
        }
        Linear array = operands.get(0);
        Expr index = operands.get(1).primal();
        // Written down twice, for array and shadow: the first store must not change what the second one means.
        boolean isLasting = target.children().stream().noneMatch(operand -> Aliases.mayRead(operand, target));
        Linear row = isLasting ? array : transform.spill(array, out);
        Expr place = isLasting && ExpressionTransform.isRepeatable(index) ? index : transform.keep(index);
        return new Target(
                target.withChildren(List.of(row.primal(), place)),
                target.withChildren(List.of(Simplify.orZero(row.tangent()), place)));
    }

    private interface Writer {
        Stmt write(Expr target, Expr value);
    }

    /** The primal first, unless the tangent still needs what it overwrites. */
    private void store(Target target, Linear value, ExpressionTransform transform, Writer writer, List<Stmt> out) {
        Expr tangent = Simplify.orZero(value.tangent());
        if (tangent.equals(target.tangent())) {
            out.add(writer.write(target.primal(), value.primal()));
            return;
        }
        Stmt tangentStatement = writer.write(target.tangent(), tangent);
        Effects written = Effects.of(List.of(Assignments.assign(target.primal(), target.primal())));
        boolean independent = !overwrites(target.primal(), tangent, written);
        if (independent) {
            out.add(writer.write(target.primal(), value.primal()));
            out.add(tangentStatement);
        } else if (throwOrder.mayPrecede(
                List.of(tangent, target.tangent()), List.of(value.primal(), target.primal()))) {
            out.add(tangentStatement);
            out.add(writer.write(target.primal(), value.primal()));
        } else {
            Expr kept = transform.keep(value.primal());
            out.add(tangentStatement);
            out.add(Assignments.assign(target.primal(), kept));
        }
    }

    /** Whether the tangent reads what the assignment writes; any array of numbers may be the one written to. */
    private boolean overwrites(Expr target, Expr tangent, Effects written) {
        return tangent.subtree().stream()
                .anyMatch(node ->
                        node instanceof Expr.Read read && written.writes().contains(read.local())
                                || (target instanceof Expr.Element
                                        && node instanceof Expr.Element element
                                        && isPrimal(element)));
    }

    /** Whether an element is one of an array of values, not of a shadow. */
    private boolean isPrimal(Expr array) {
        if (array instanceof Expr.Element element) {
            return isPrimal(element.array());
        }
        if (array instanceof Expr.Conditional choice) {
            return isPrimal(choice.whenTrue()) || isPrimal(choice.whenFalse());
        }
        if (array instanceof Expr.DualPart part) {
            return part.half() == DualHalf.VALUE;
        }
        return !(array instanceof Expr.Read read)
                || tangents.primalOf(read.local()).isEmpty();
    }

    private void giveBack(Stmt.Return statement, List<Stmt> out) {
        if (statement.value() == null) {
            out.add(statement);
            return;
        }
        ExpressionTransform transform = expressions(out);
        if (!method.result().carriesDerivative()) {
            out.add(new Stmt.Return(transform.transform(statement.value()).primal()));
        } else if (transform.callsTangent(statement.value())
                && !ArrayLibrary.contains(((Expr.Call) statement.value()).callee())
                && statement.value().type().equals(method.result())) {
            out.add(new Stmt.Return(transform.tangentCall((Expr.Call) statement.value())));
        } else {
            Linear value = transform.withTangent(result(statement.value(), transform, out), method.result());
            Expr tangent = Simplify.orZero(value.tangent());
            out.add(new Stmt.Return(new Expr.NewDual(method.result(), value.primal(), tangent)));
        }
    }

    /** A long formula gets two lines before it is returned. */
    private Linear result(Expr value, ExpressionTransform transform, List<Stmt> out) {
        if (value.subtree().size() <= SHORT_FORMULA || !activity.isActive(value)) {
            return transform.transform(value);
        }
        Local local = locals.temporary("value", method.result());
        declareActive(local, value, out);
        return new Linear(local.read(), tangents.of(local).read());
    }

    @Override
    public Stmt block(Stmt.Block block) {
        return new Stmt.Block(transformAll(block.statements()));
    }

    @Override
    public Stmt branch(Stmt.If branch) {
        Stmt otherwise = branch.otherwise() == null ? null : nested(branch.otherwise());
        return new Stmt.If(primal(branch.condition()), nested(branch.then()), otherwise);
    }

    @Override
    public Stmt whileLoop(Stmt.While loop) {
        return new Stmt.While(primal(loop.condition()), nested(loop.body()));
    }

    @Override
    public Stmt doWhile(Stmt.DoWhile loop) {
        return new Stmt.DoWhile(nested(loop.body()), primal(loop.condition()));
    }

    @Override
    public Stmt forLoop(Stmt.For loop) {
        String own = label;
        label = null;
        List<Stmt> update = new ArrayList<>();
        loop.update().forEach(step -> evaluate(step, update));
        Expr condition = loop.condition() == null ? null : primal(loop.condition());
        return loops.forLoop(transformAll(loop.init()), condition, update, nested(loop.body()), own);
    }

    @Override
    public Stmt leave(Stmt.Break statement) {
        return statement;
    }

    @Override
    public Stmt goOn(Stmt.Continue statement) {
        return statement;
    }

    @Override
    public Stmt labeled(Stmt.Labeled labeled) {
        if (labeled.body() instanceof Stmt.For) {
            label = labeled.label();
            return labeled.body().accept(this);
        }
        return new Stmt.Labeled(labeled.label(), nested(labeled.body()));
    }

    @Override
    public Stmt declare(Stmt.Declare declare) {
        return single(transformAll(List.of(declare)));
    }

    @Override
    public Stmt evaluate(Stmt.Evaluate evaluate) {
        return single(transformAll(List.of(evaluate)));
    }

    @Override
    public Stmt giveBack(Stmt.Return statement) {
        return single(transformAll(List.of(statement)));
    }

    /** Over what carries no tangent: the normalizer turns the others into loops over the index. */
    @Override
    public Stmt forEach(Stmt.ForEach loop) {
        return new Stmt.ForEach(loop.variable(), primal(loop.array()), nested(loop.body()));
    }

    @Override
    public Stmt raise(Stmt.Throw statement) {
        return new Stmt.Throw(primal(statement.exception()));
    }

    @Override
    public Stmt check(Stmt.Assert statement) {
        return statement.with(statement.expressions().stream().map(this::primal).toList(), List.of());
    }
}

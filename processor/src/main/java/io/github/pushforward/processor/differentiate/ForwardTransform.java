package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.analyze.ArrayLibrary;
import io.github.pushforward.processor.analyze.Loops;
import io.github.pushforward.processor.analyze.Sequencer;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.RunningSum;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Yield;
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
    private final Stores stores;
    private final PlainExpressions plain;
    private @Nullable String label;

    private ForwardTransform(
            Method method, Activity activity, CalleeTangents callees, TangentLocals tangents, Reporter reporter) {
        this.method = method;
        this.activity = activity;
        this.callees = callees;
        this.reporter = reporter;
        this.locals = method.locals();
        this.tangents = tangents;
        this.loops = new Loops(locals);
        this.stores = new Stores(tangents);
        this.plain = new PlainExpressions(activity);
    }

    /** The tangent method: the parameters, then a tangent for each active one; its result a dual. */
    static Method tangent(
            Method method, Callee signature, Activity activity, CalleeTangents callees, Reporter reporter) {
        return tangent(method, signature, activity, callees, new TangentLocals(method.locals()), reporter);
    }

    /** @param tangents gains the shadows of the method */
    static Method tangent(
            Method method,
            Callee signature,
            Activity activity,
            CalleeTangents callees,
            TangentLocals tangents,
            Reporter reporter) {
        return new ForwardTransform(method, activity, callees, tangents, reporter).tangent(signature);
    }

    private Method tangent(Callee signature) {
        List<Stmt> shadows = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            if (!parameter.active() && activity.isActive(parameter.local())) {
                // A constant that is assigned an active value later, or an array that is read beside active ones.
                shadows.add(new Stmt.Declare(shadowOfConstant(parameter.local()), zero(parameter.local())));
            }
        }
        List<Parameter> parameters = FunctionTangents.parameters(method.parameters(), tangents::of);
        shadows.addAll(transformAll(method.body().statements()));
        Stmt.Block body = SharedCalls.in(new Stmt.Block(shadows), locals);
        return new Method(
                signature,
                method.access(),
                parameters,
                method.thrown(),
                Captures.inVariablesAssignedOnce(body, locals),
                Dispatch.NONE,
                locals,
                method.lints(),
                method.span());
    }

    /** A function keeps its name for the plain one. */
    private Local shadowOfConstant(Local local) {
        if (local.type() instanceof FunctionType function) {
            tangents.set(local, locals.temporary(local.name() + "Tangent", function.dual()));
        }
        return tangents.of(local);
    }

    private static Expr zero(Local local) {
        if (local.type() instanceof FunctionType function) {
            return FunctionTangents.constant(local.read(), function);
        }
        return ExpressionTransform.isNumber(local.type())
                ? Simplify.zero(local.type())
                : RuntimeCalls.zeros(local.read());
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
                refusal.at(placeOf(statement)).reportTo(reporter);
                reportRest(statement);
            }
        }
        return out;
    }

    /** What else in a statement has no tangent that was given up at the first. */
    private void reportRest(Stmt statement) {
        ExpressionTransform expressions = expressions(new ArrayList<>());
        statement.allExpressions().filter(Expr.Call.class::isInstance).forEach(call -> {
            try {
                expressions.requireTangent((Expr.Call) call);
            } catch (Refusal refusal) {
                refusal.at(placeOf(statement)).reportTo(reporter);
            }
        });
    }

    /** The first expression of a statement that the source has, where the problem does not say which it is. */
    private Span placeOf(Stmt statement) {
        return statement
                .allExpressions()
                .map(Expr::span)
                .filter(span -> span != Span.NONE)
                .findFirst()
                .orElse(method.span());
    }

    /** Declarations are spliced into the block they stand in; everything else is one statement. */
    private void transformInto(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Stmt.Evaluate evaluate) {
            evaluate(evaluate.expression(), out);
        } else if (statement instanceof Stmt.Return giveBack) {
            giveBack(giveBack, out);
        } else if (statement instanceof Switch choice && activity.isActive(choice.selector())) {
            selectByPattern(choice, out);
        } else {
            out.add(statement.accept(this));
        }
    }

    private static Stmt single(List<Stmt> statements) {
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements);
    }

    private Stmt nested(Stmt statement) {
        return single(transformAll(List.of(statement)));
    }

    private void declare(Stmt.Declare declare, List<Stmt> out) {
        Local local = declare.local();
        Expr initializer = declare.initializer();
        boolean active = activity.isActive(local);
        if (initializer == null) {
            if (!active || !FunctionTangents.isFunction(local.type())) {
                out.add(declare);
            }
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
        if (FunctionTangents.isFunction(local.type())) {
            out.add(new Stmt.Declare(
                    shadow.local(), transform.withTangent(value, local.type()).tangent()));
            return;
        }
        if (!value.primal().equals(local.read())) {
            boolean isShapedByVariable = value.tangent() == null && !Repeatable.isNew(value.primal());
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
        if (FunctionTangents.isFunction(target.type())) {
            out.add(Assignments.set(tangents.of(((Expr.Read) target).local()), Simplify.orZero(whole.tangent())));
            return;
        }
        Stores.Target place = stores.target(target, simple);
        if (original instanceof Expr.CompoundAssign || target.type().equals(RunningSum.TYPE)) {
            stores.store(place, whole, transform, Assignments::compact, out);
        } else {
            stores.store(place, whole, transform, Assignments::assign, out);
        }
    }

    private void giveBack(Stmt.Return statement, List<Stmt> out) {
        if (statement.value() == null) {
            out.add(statement);
            return;
        }
        ExpressionTransform transform = expressions(out);
        if (method.callee().invocation() == Callee.Invocation.NEW) {
            Linear made = transform.withTangent(transform.transform(statement.value()), method.result());
            out.add(new Stmt.Return(made.tangent()));
        } else if (!method.result().carriesDerivative()) {
            out.add(new Stmt.Return(transform.transform(statement.value()).primal()));
        } else if (transform.callsTangent(statement.value())
                && !ArrayLibrary.contains(((Expr.Call) statement.value()).callee())
                && statement.value().type().equals(method.result())) {
            out.add(new Stmt.Return(transform.tangentCall((Expr.Call) statement.value())));
        } else {
            Linear value = transform.withTangent(result(statement.value(), transform, out), method.result());
            Expr tangent = Simplify.orZero(value.tangent());
            if (FunctionTangents.isFunction(method.result())) {
                out.add(new Stmt.Return(tangent));
                return;
            }
            out.add(new Stmt.Return(new Expr.NewDual(method.result(), value.primal(), tangent)));
        }
    }

    /** A long formula gets two lines before it is returned. */
    private Linear result(Expr value, ExpressionTransform transform, List<Stmt> out) {
        if (value instanceof Expr.NewDual dual) {
            List<Linear> halves =
                    new Sequencer<>(transform).simplify(dual.children(), half -> half(half, dual, transform, out), out);
            return DualTransform.newDual(dual, halves, transform);
        }
        return isLong(value)
                ? named(value, locals.temporary("value", method.result()), out)
                : transform.transform(value);
    }

    private Linear half(Expr half, Expr.NewDual dual, ExpressionTransform transform, List<Stmt> out) {
        if (!isLong(half)) {
            return transform.transform(half);
        }
        Local local = half == dual.value()
                ? locals.temporary("value", dual.part())
                : locals.tangentOfUnnamed("value", dual.part().tangentType());
        return named(half, local, out);
    }

    private boolean isLong(Expr value) {
        return value.subtree().size() > SHORT_FORMULA && activity.isActive(value);
    }

    private Linear named(Expr value, Local local, List<Stmt> out) {
        declareActive(local, value, out);
        return new Linear(local.read(), tangents.of(local).read());
    }

    @Override
    public Stmt block(Stmt.Block block) {
        return new Stmt.Block(transformAll(block.statements()));
    }

    /** A statement whose own expressions carry no derivative: what stands within it is differentiated. */
    private Stmt around(Stmt statement) {
        statement.expressions().forEach(plain::require);
        return statement.with(
                statement.expressions().stream().map(this::primal).toList(),
                statement.statements().stream().map(this::nested).toList());
    }

    @Override
    public Stmt branch(Stmt.If branch) {
        return around(branch);
    }

    @Override
    public Stmt whileLoop(Stmt.While loop) {
        return around(loop);
    }

    @Override
    public Stmt doWhile(Stmt.DoWhile loop) {
        return around(loop);
    }

    @Override
    public Stmt select(Switch statement) {
        Switch choice = (Switch) around(statement);
        List<Switch.Case> cases = new ArrayList<>();
        for (Switch.Case branch : choice.cases()) {
            List<Stmt> body = new ArrayList<>();
            for (Local variable : branch.variables()) {
                if (activity.isActive(variable)) {
                    // A part of a constant, which is assigned an active value later.
                    body.add(new Stmt.Declare(tangents.of(variable), zero(variable)));
                }
            }
            body.addAll(branch.body().statements());
            cases.add(branch.withBody(new Stmt.Block(body)));
        }
        return choice.withCases(cases);
    }

    /** A choice among active objects, whose parts are named by patterns. */
    private void selectByPattern(Switch statement, List<Stmt> out) {
        ExpressionTransform transform = expressions(out);
        Linear selector = transform.transform(statement.selector());
        if (!Repeatable.is(selector.primal())) {
            selector = transform.spill(selector, out);
        }
        statement.cases().forEach(branch -> {
            if (branch.guard() != null) {
                plain.require(branch.guard());
            }
        });
        List<Switch.Case> cases = new ArrayList<>();
        for (Switch.Case branch : statement.cases()) {
            List<Stmt> body = new ArrayList<>(
                    new PatternTangents(activity, tangents).of(branch, Simplify.orZero(selector.tangent())));
            body.addAll(transformAll(branch.body().statements()));
            Expr guard = branch.guard() == null ? null : primal(branch.guard());
            cases.add(new Switch.Case(branch.labels(), guard, new Stmt.Block(body)));
        }
        out.add(new Switch(selector.primal(), statement.arrows(), cases));
    }

    @Override
    public Stmt attempt(Try statement) {
        List<Stmt> parts = new ArrayList<>();
        for (Stmt part : statement.statements()) {
            parts.add(part instanceof Stmt.Block block ? block(block) : resource(part));
        }
        return statement.with(List.of(), parts);
    }

    private Stmt resource(Stmt resource) {
        resource.expressions().forEach(plain::require);
        return resource.with(resource.expressions().stream().map(this::primal).toList(), List.of());
    }

    @Override
    public Stmt hold(Synchronized statement) {
        return around(statement);
    }

    /** Only in a switch that stays an expression, over no numbers that carry a derivative. */
    @Override
    public Stmt give(Yield statement) {
        return around(statement);
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
        return around(loop);
    }

    @Override
    public Stmt raise(Stmt.Throw statement) {
        return around(statement);
    }

    @Override
    public Stmt check(Stmt.Assert statement) {
        return around(statement);
    }
}

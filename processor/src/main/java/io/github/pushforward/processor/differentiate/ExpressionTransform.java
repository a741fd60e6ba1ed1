package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.analyze.ArrayLibrary;
import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.analyze.Sequencer;
import io.github.pushforward.processor.analyze.Stems;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Differentiates one normalized expression: gives its primal and its tangent as formulas, after statements for what
 * both use and for calls.
 */
final class ExpressionTransform implements Sequencer.Form<Linear> {
    private final Activity activity;
    private final TangentLocals tangents;
    private final PrimalMemory primals;
    private final LikeTerms likeTerms;
    private final CalleeTangents callees;
    private final Locals locals;
    private final List<Stmt> out;
    private final ComputedValues values;

    private final Sequencer<Linear> sequencer = new Sequencer<>(this);

    ExpressionTransform(
            Activity activity, TangentLocals tangents, CalleeTangents callees, Locals locals, List<Stmt> out) {
        this(activity, tangents, callees, locals, out, new ComputedValues());
    }

    private ExpressionTransform(
            Activity activity,
            TangentLocals tangents,
            CalleeTangents callees,
            Locals locals,
            List<Stmt> out,
            ComputedValues values) {
        this.activity = activity;
        this.tangents = tangents;
        this.primals = new PrimalMemory(tangents);
        this.likeTerms = new LikeTerms(tangents);
        this.callees = callees;
        this.locals = locals;
        this.out = out;
        this.values = values;
    }

    @Override
    public Effects effects(Linear operand) {
        Effects primal = Effects.of(operand.primal());
        return operand.tangent() == null ? primal : primal.and(Effects.of(operand.tangent()));
    }

    @Override
    public Linear spill(Linear operand, List<Stmt> declarations) {
        if (operand.isFunction()) {
            Local function = variableOf(operand.primal(), declarations);
            return Linear.function(function.read());
        }
        Local value = variableOf(operand.primal(), declarations);
        if (operand.tangent() == null) {
            return Linear.constant(value.read());
        }
        Local tangent = tangents.of(value);
        declarations.add(new Stmt.Declare(tangent, operand.tangent()));
        return new Linear(value.read(), tangent.read());
    }

    /** A variable that keeps the value: the one that it is in already, if nothing will assign to that. */
    private Local variableOf(Expr value, List<Stmt> declarations) {
        if (value instanceof Expr.Read read && values.contain(read.local())) {
            return read.local();
        }
        Local local = locals.temporary(Stems.of(value), value.type());
        declarations.add(new Stmt.Declare(local, value));
        return local;
    }

    /** The expression and its tangent. */
    Linear transform(Expr expression) {
        return transform(expression, null);
    }

    /**
     * The expression and its tangent.
     *
     * @param destination a new variable for the value, which the tangent may then use; it is declared here exactly if
     *     the primal that comes back reads it, and so is its shadow if the tangent reads that
     */
    Linear transform(Expr expression, @Nullable Local destination) {
        if (expression instanceof Expr.Call call && isDifferentiatedCall(call)) {
            return call(call);
        }
        if (!activity.isActive(expression)) {
            return Linear.constant(primal(expression));
        }
        if (expression instanceof Expr.Lambda lambda) {
            List<Linear> captured = sequencer.simplify(lambda.children(), this::captured, out);
            return Linear.function(FunctionTangents.lambda(lambda, captured, callees, tangents));
        }
        if (expression instanceof Expr.Read read) {
            Expr tangent = tangents.of(read.local()).read();
            return FunctionTangents.isFunction(read.type()) ? Linear.function(tangent) : new Linear(read, tangent);
        }
        if (expression instanceof Expr.Conditional conditional) {
            return conditional(conditional, destination);
        }
        List<Linear> operands = sequencer.simplify(expression.children(), this::transform, out);
        if (expression instanceof Expr.Unary || expression instanceof Expr.Cast) {
            return wrapped(expression, operands.get(0));
        }
        if (expression instanceof Expr.Element element) {
            return element(element, operands.get(0), operands.get(1));
        }
        if (expression instanceof Expr.ArrayLiteral literal) {
            return arrayLiteral(literal, operands);
        }
        if (expression instanceof Expr.Field field) {
            return ObjectTransform.field(field, operands.get(0));
        }
        if (expression instanceof Expr.DualPart part) {
            return DualTransform.part(part, operands.get(0));
        }
        if (expression instanceof Expr.NewDual dual) {
            return DualTransform.newDual(dual, operands, this);
        }
        if (expression instanceof Expr.NewObject made) {
            return new ObjectTransform(this, callees).newObject(made, operands, destination);
        }
        if (expression instanceof Expr.Binary binary) {
            return operation(binary, operands, ArithmeticRules.of(binary.op()), destination);
        }
        if (expression instanceof Expr.Call call) {
            return operation(call, operands, mathRule(call), destination);
        }
        throw new IllegalStateException("not normalized: " + expression);
    }

    /** What a function captures has a name, whose value it is. */
    private Linear captured(Expr expression) {
        Linear value = transform(expression);
        boolean isNamed = value.primal() instanceof Expr.Read
                && (value.tangent() == null || value.tangent() instanceof Expr.Read);
        return isNamed ? value : spill(value, out);
    }

    /** A function without active captures is a constant to a method that takes a constant. */
    private Linear argument(Expr argument, Callee callee, int index) {
        boolean isConstant = callee.kind() == Callee.Kind.ANNOTATED
                && !callee.active().get(index)
                && argument instanceof Expr.Lambda
                && argument.children().stream().noneMatch(activity::isActive);
        return isConstant ? Linear.constant(primal(argument)) : transform(argument);
    }

    /** The expression as it is, with private methods replaced by the copies that a sibling can call. */
    Expr primal(Expr expression) {
        return callees.withCopies(expression);
    }

    private boolean isDifferentiatedCall(Expr.Call call) {
        return switch (call.callee().kind()) {
            case MATH -> false;
            case RULE -> call.arguments().stream().anyMatch(activity::isActive);
            default -> activity.isActive(call) || activity.writesActive(call);
        };
    }

    private static Linear wrapped(Expr expression, Linear operand) {
        Expr primal = expression.withChildren(List.of(operand.primal()));
        if (operand.tangent() == null) {
            return Linear.constant(primal);
        }
        Expr tangent = expression instanceof Expr.Cast cast
                ? Simplify.cast(new Expr.Cast(cast.type().tangentType(), operand.tangent(), cast.span()))
                : Simplify.signed((Expr.Unary) expression.withChildren(List.of(operand.tangent())));
        return new Linear(primal, tangent);
    }

    private Linear element(Expr.Element element, Linear array, Linear index) {
        Expr simpleIndex = Repeatable.is(index.primal()) ? index.primal() : keep(index.primal());
        Expr primal = element.withChildren(List.of(array.primal(), simpleIndex));
        Expr tangent = array.tangent() == null ? null : element.withChildren(List.of(array.tangent(), simpleIndex));
        return new Linear(primal, tangent);
    }

    private Linear arrayLiteral(Expr.ArrayLiteral literal, List<Linear> elements) {
        List<Expr> primals = new ArrayList<>();
        List<Expr> shadows = new ArrayList<>();
        for (Linear element : elements) {
            Linear whole = withTangent(element, literal.type().component());
            primals.add(whole.primal());
            shadows.add(Simplify.orZero(whole.tangent()));
        }
        ArrayType type = literal.type().tangentType();
        return new Linear(literal.withChildren(primals), new Expr.ArrayLiteral(type, shadows, literal.isGathered()));
    }

    static boolean isNumber(Type type) {
        return type.tangentType().isFloating();
    }

    /**
     * The same value with its tangent spelled out, as what must be stored needs it: a zero, an array of zeros.
     *
     * @param type of the variable that it is stored in
     */
    Linear withTangent(Linear linear, Type type) {
        Expr primal = linear.primal();
        if (type instanceof FunctionType && linear.tangent() != null && !linear.isFunction()) {
            throw FunctionTangents.objectAsFunction(type);
        }
        if (linear.tangent() != null) {
            return linear;
        }
        if (type instanceof FunctionType function) {
            return Linear.function(FunctionTangents.constant(primal, function));
        }
        if (isNumber(type) || !type.carriesDerivative()) {
            return new Linear(primal, Simplify.zero(type));
        }
        if (primal.type() instanceof DualType) {
            return DualTransform.constant(primal, this);
        }
        if (Repeatable.isNew(primal)) {
            return new Linear(primal, Repeatable.shadowOfNew(primal, type));
        }
        if (Repeatable.isNumbers(primal)) {
            return new Linear(primal, Repeatable.zeros((Expr.ArrayLiteral) primal));
        }
        Expr array = Repeatable.is(primal) ? primal : keep(primal);
        return new Linear(array, RuntimeCalls.zeros(array, type));
    }

    private Rule mathRule(Expr.Call call) {
        return MathRules.of(call.callee())
                .orElseThrow(() -> new Refusal(
                        Code.NoTangent,
                        call.callee().owner() + "." + call.callee().name() + " has no rule for its derivative",
                        "compute it by functions that have one, or pass its result as a @Constant parameter",
                        call.span()));
    }

    private Linear operation(Expr expression, List<Linear> operands, Rule rule, @Nullable Local destination) {
        AppliedRule applied = new AppliedRule(this, expression, operands, destination);
        Expr tangent = rule.tangent(applied);
        Expr primal = applied.finish();
        values.add(primal);
        return new Linear(primal, Simplify.as(expression.type(), likeTerms.collected(tangent, values)));
    }

    private Linear conditional(Expr.Conditional conditional, @Nullable Local destination) {
        Expr condition = primal(conditional.condition());
        List<Stmt> trueOut = new ArrayList<>();
        Linear whenTrue = orNull(nested(trueOut).transform(conditional.whenTrue()), conditional);
        List<Stmt> falseOut = new ArrayList<>();
        Linear whenFalse = orNull(nested(falseOut).transform(conditional.whenFalse()), conditional);
        if (trueOut.isEmpty() && falseOut.isEmpty() && isScalarOrShadowed(conditional, whenTrue, whenFalse)) {
            if (conditional.type() instanceof FunctionType function) {
                return Linear.function(new Expr.Conditional(
                        condition,
                        withTangent(whenTrue, function).primal(),
                        withTangent(whenFalse, function).primal(),
                        function.dual()));
            }
            Expr test = Repeatable.is(condition) ? condition : keep(condition);
            Expr primal = conditional.withChildren(List.of(test, whenTrue.primal(), whenFalse.primal()));
            Expr zero = Simplify.zero(conditional.type());
            Expr tangent = conditional.withChildren(List.of(
                    test,
                    whenTrue.tangent() == null ? zero : whenTrue.tangent(),
                    whenFalse.tangent() == null ? zero : whenFalse.tangent()));
            return new Linear(primal, tangent);
        }
        Local choice = destination != null ? destination : variableFor(conditional);
        Local choiceTangent = tangents.of(choice);
        boolean isFunction = FunctionTangents.isFunction(conditional.type());
        if (!isFunction) {
            out.add(new Stmt.Declare(choice, null));
        }
        out.add(new Stmt.Declare(choiceTangent, null));
        out.add(new Stmt.If(
                condition,
                choose(choice, choiceTangent, whenTrue, trueOut),
                choose(choice, choiceTangent, whenFalse, falseOut)));
        return isFunction ? Linear.function(choiceTangent.read()) : new Linear(choice.read(), choiceTangent.read());
    }

    /** The tangent of {@code null} is {@code null}, but for boxes, whose tangents are numbers. */
    private static Linear orNull(Linear value, Expr.Conditional conditional) {
        boolean isNull = value.primal().equals(Expr.Literal.NULL) && !isNumber(conditional.type());
        return isNull ? new Linear(Expr.Literal.NULL, Expr.Literal.NULL) : value;
    }

    private static boolean isScalarOrShadowed(Expr.Conditional choice, Linear whenTrue, Linear whenFalse) {
        return isNumber(choice.type()) || (whenTrue.tangent() != null && whenFalse.tangent() != null);
    }

    private Stmt choose(Local choice, Local choiceTangent, Linear chosen, List<Stmt> before) {
        Linear whole = nested(before).withTangent(chosen, choice.type());
        if (!whole.isFunction()) {
            before.add(Assignments.set(choice, whole.primal()));
        }
        before.add(Assignments.set(choiceTangent, Simplify.orZero(whole.tangent())));
        return new Stmt.Block(before);
    }

    private ExpressionTransform nested(List<Stmt> inner) {
        return new ExpressionTransform(activity, tangents, callees, locals, inner, values.nested());
    }

    private Linear call(Expr.Call call) {
        if (ArrayLibrary.contains(call.callee())) {
            return arrayCall(call);
        }
        Expr.Call tangentCall = tangentCall(call);
        if (FunctionTangents.isFunction(call.type())) {
            return Linear.function(tangentCall);
        }
        if (!(tangentCall.type() instanceof DualType)) {
            return Linear.constant(tangentCall);
        }
        Local dual = locals.temporary(call.callee().name(), tangentCall.type());
        out.add(new Stmt.Declare(dual, tangentCall));
        values.forget(Effects.of(tangentCall));
        return new Linear(
                new Expr.DualPart(dual.read(), DualHalf.VALUE), new Expr.DualPart(dual.read(), DualHalf.TANGENT));
    }

    /** A call that moves numbers, and the same call on the shadows, unless it gives back what it gets. */
    private Linear arrayCall(Expr.Call call) {
        List<Expr> values = new ArrayList<>();
        List<Expr> shadows = new ArrayList<>();
        boolean writes = call.type() == Primitive.VOID;
        for (Linear operand : sequencer.simplify(call.arguments(), this::transform, out)) {
            boolean isRead = !operand.primal().type().isFloating() && primals.isReadBy(operand.primal());
            boolean isRepeatable = Repeatable.is(operand.primal()) && !(writes && isRead);
            Expr value = isRepeatable ? operand.primal() : keep(operand.primal());
            // An integer that is filled in becomes a number, whose tangent is zero.
            Type parameter = call.callee().parameterTypes().get(values.size());
            Type type = parameter.isFloating() ? parameter : value.type();
            Linear whole = withTangent(new Linear(value, operand.tangent()), type);
            // The call on the values comes first, and may write over what the tangent is computed from.
            boolean isOverwritten = writes && primals.isReadBy(Simplify.orZero(whole.tangent()));
            Linear settled = isOverwritten ? spill(whole, out) : whole;
            values.add(settled.primal());
            shadows.add(type.carriesDerivative() ? Simplify.orZero(settled.tangent()) : settled.primal());
        }
        if (FunctionTangents.isFunction(call.type())) {
            return Linear.function(call.withChildren(values));
        }
        if (ArrayLibrary.manner(call.callee()).orElseThrow() == ArrayLibrary.Manner.PASSES) {
            return new Linear(call.withChildren(values), shadows.get(0));
        }
        Callee onShadows = call.callee().withResult(call.type().tangentType());
        return new Linear(call.withChildren(values), new Expr.Call(onShadows, shadows, call.span()));
    }

    /** Whether the call of a method becomes a call of its tangent method. */
    boolean callsTangent(Expr expression) {
        return expression instanceof Expr.Call call && isDifferentiatedCall(call);
    }

    /** Refuses a call whose result or effect is active, and which has no tangent. */
    void requireTangent(Expr.Call call) {
        if (call.callee().kind() == Callee.Kind.MATH && activity.isActive(call)) {
            mathRule(call);
        } else if (isDifferentiatedCall(call)) {
            callees.tangent(
                    call, call.arguments().stream().map(activity::isActive).toList());
        }
    }

    /** The call of the tangent method: values first, then tangents. */
    Expr.Call tangentCall(Expr.Call call) {
        AtomicInteger index = new AtomicInteger();
        List<Linear> operands = sequencer.simplify(
                call.arguments(), argument -> argument(argument, call.callee(), index.getAndIncrement()), out);
        CalleeTangents.Choice choice = callees.tangent(call, activeArguments(call, operands));
        List<Expr> values = new ArrayList<>();
        List<Expr> directions = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean takesTangent = choice.pattern().get(i);
            if (takesTangent) {
                FunctionTangents.requireDual(operands.get(i), call, i);
            }
            Linear operand = takesTangent
                    ? withTangent(
                            operands.get(i), call.callee().parameterTypes().get(i))
                    : operands.get(i);
            values.add(operand.primal());
            if (takesTangent && !operand.isFunction()) {
                directions.add(Simplify.orZero(operand.tangent()));
            }
        }
        values.addAll(directions);
        return new Expr.Call(choice.callee(), values, call.span());
    }

    /** Those that have tangents, and those that the call puts what is active in others into. */
    private List<Boolean> activeArguments(Expr.Call call, List<Linear> operands) {
        List<Boolean> given =
                operands.stream().map(operand -> operand.tangent() != null).toList();
        return IntStream.range(0, operands.size())
                .mapToObj(i -> given.get(i) || activity.fills(call, i, given))
                .toList();
    }

    /** The value in a variable, the same for equal expressions of one statement. */
    Expr keep(Expr value) {
        Local known = values.variableOf(value);
        if (known != null) {
            return known.read();
        }
        Local local = locals.temporary(Stems.of(value), value.type());
        declareKept(local, value);
        return local.read();
    }

    void declareKept(Local local, Expr value) {
        out.add(new Stmt.Declare(local, value));
        values.keep(value, local);
    }

    @Nullable
    Local kept(Expr value) {
        return values.variableOf(value);
    }

    Local variableFor(Expr value) {
        return locals.temporary(Stems.of(value), value.type());
    }
}

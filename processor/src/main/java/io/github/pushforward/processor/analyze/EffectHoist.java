package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Moves the side effects of one expression into statements before it, in the order of evaluation. */
final class EffectHoist implements Sequencer.Form<Expr> {
    private final Locals locals;
    private final Summaries summaries;
    private final List<Stmt> out;
    private final Set<Local> lazilyAssigned;
    private final UnaryOperator<Stmt> statements;
    private final boolean hasHandlers;
    private final Sequencer<Expr> sequencer;

    /**
     * @param lazilyAssigned gains the variables whose assignment becomes conditional
     * @param statements does the same to the statements within an expression
     * @param hasHandlers whether there is a {@code try} in the method
     */
    EffectHoist(
            Locals locals,
            Summaries summaries,
            List<Stmt> out,
            Set<Local> lazilyAssigned,
            UnaryOperator<Stmt> statements,
            boolean hasHandlers) {
        this.hasHandlers = hasHandlers;
        this.sequencer = new Sequencer<>(this, hasHandlers);
        this.statements = statements;
        this.lazilyAssigned = lazilyAssigned;
        this.locals = locals;
        this.summaries = summaries;
        this.out = out;
    }

    @Override
    public Effects effects(Expr operand) {
        return Effects.of(operand);
    }

    @Override
    public Expr spill(Expr operand, List<Stmt> declarations) {
        Local local = locals.temporary(Stems.of(operand), operand.type());
        declarations.add(new Stmt.Declare(local, operand));
        return local.read();
    }

    /** An expression whose value is used: what is returned has no side effects but those of calls. */
    Expr value(Expr expression) {
        return isNumeric(expression) ? simplify(expression) : expression;
    }

    /** The value that a whole statement is about: a call that writes to arrays may stay there. */
    Expr root(Expr expression) {
        return expression instanceof Expr.Call && isNumeric(expression)
                ? overSimpleOperands(expression)
                : value(expression);
    }

    /**
     * An expression evaluated for its effect, which becomes the last statement.
     *
     * @return where its value can be read afterwards, for an assignment
     */
    Expr effect(Expr expression) {
        if (!isNumeric(expression) && !isHiddenNarrowing(expression)) {
            return last(expression);
        }
        if (expression instanceof Expr.Assign assign) {
            return assign(assign);
        }
        if (expression instanceof Expr.CompoundAssign assign) {
            return compoundAssign(assign);
        }
        if (expression instanceof Expr.Step step) {
            Expr target = place(step.target());
            last(step.withChildren(List.of(target)));
            return target;
        }
        return last(root(expression));
    }

    /** Narrowing is spelled out where the code is printed, which writes the target down twice. */
    private static boolean isHiddenNarrowing(Expr expression) {
        return expression instanceof Expr.CompoundAssign assign
                && assign.type() instanceof Primitive to
                && assign.value().type() instanceof Primitive from
                && !NumericTypes.widens(from, to);
    }

    private Expr last(Expr expression) {
        out.add(new Stmt.Evaluate(expression));
        return expression;
    }

    private Expr simplify(Expr expression) {
        // A test over integers is evaluated once, wherever it stands: its side effects may stay in it.
        boolean isTest = expression.type() == Primitive.BOOLEAN && !isNumeric(expression);
        if (isTest || expression.subtree().stream().noneMatch(this::isEffect)) {
            return expression;
        }
        if (expression instanceof Expr.Assign assign) {
            return assign(assign);
        }
        if (expression instanceof Expr.CompoundAssign assign) {
            return compoundAssign(assign);
        }
        if (expression instanceof Expr.Step step) {
            return step(step);
        }
        if (expression instanceof Expr.Conditional conditional) {
            return conditional(conditional);
        }
        if (expression instanceof Expr.Binary binary && binary.op().isLazy()) {
            return lazy(binary);
        }
        if (expression instanceof SwitchExpr choice) {
            return choose(choice);
        }
        Expr simple = overSimpleOperands(expression);
        return isEffect(simple) ? spill(simple, out) : simple;
    }

    private Expr overSimpleOperands(Expr expression) {
        return expression.withChildren(sequencer.simplify(expression.children(), this::simplify, out));
    }

    private Expr assign(Expr.Assign assign) {
        if (assign.target() instanceof Expr.Read target && becomesAssignments(assign.value())) {
            out.add(statements.apply(SwitchLowering.assigned((SwitchExpr) assign.value(), target.local(), locals)));
            return target;
        }
        if (assign.target() instanceof Expr.Read) {
            out.add(new Stmt.Evaluate(assign.withChildren(List.of(assign.target(), root(assign.value())))));
            return assign.target();
        }
        List<Expr> target = assign.target().children();
        List<Expr> simple = inOrder(assign.target(), List.of(assign.value()));
        Expr place = assign.target().withChildren(simple.subList(0, target.size()));
        out.add(new Stmt.Evaluate(new Expr.Assign(place, simple.get(target.size()), assign.span())));
        return place;
    }

    /** The old value is read before the right side is evaluated, which may change it: {@code x += x++}. */
    private Expr compoundAssign(Expr.CompoundAssign assign) {
        Expr old = place(assign.target());
        List<Expr> target = old.children();
        Expr read = assign.type().equals(NumericTypes.STRING) ? old : Boxes.unboxed(old);
        List<Expr> simple = inOrder(old, List.of(read, assign.value()));
        Expr place = old.withChildren(simple.subList(0, target.size()));
        Expr kept = simple.get(target.size());
        Expr value = simple.get(target.size() + 1);
        Expr statement = kept.equals(read)
                ? new Expr.CompoundAssign(place, assign.op(), value, assign.span())
                : new Expr.Assign(place, combined(assign.op(), kept, value, place.type()), assign.span());
        out.add(new Stmt.Evaluate(statement));
        return place;
    }

    /** What an assignment writes to, such that reading it again later reads what was written. */
    private Expr place(Expr target) {
        return target.withChildren(inOrder(target, List.of()));
    }

    /** The operands of a target, in variables unless they mean the same after the assignment, then others. */
    private List<Expr> inOrder(Expr target, List<Expr> others) {
        List<Expr> operands = new ArrayList<>(target.children());
        operands.addAll(others);
        return sequencer.simplify(
                operands,
                operand -> target.children().contains(operand) ? lasting(simplify(operand), target) : simplify(operand),
                out);
    }

    private Expr lasting(Expr operand, Expr target) {
        boolean isNewEachTime = operand.subtree().stream()
                .anyMatch(node -> node instanceof Expr.NewArray
                        || node instanceof Expr.ArrayLiteral
                        || node instanceof Expr.NewObject);
        return operand.callsOrAssigns() || isNewEachTime || Aliases.mayRead(operand, target)
                ? spill(operand, out)
                : operand;
    }

    private static Expr combined(BinaryOp op, Expr left, Expr right, Type type) {
        Type wide = NumericTypes.binary(op, left.type(), right.type()).orElse(type);
        Expr result = new Expr.Binary(op, left, right, wide);
        return wide.equals(Boxes.unboxed(type)) ? result : new Expr.Cast(type, result, Span.NONE);
    }

    private Expr step(Expr.Step step) {
        Expr target = place(step.target());
        if (step.prefix()) {
            last(step.withChildren(List.of(target)));
            return target;
        }
        if (!target.type().tangentType().isFloating()) {
            return spill(step.withChildren(List.of(target)), out);
        }
        Expr before = spill(target, out);
        out.add(new Stmt.Evaluate(step.withChildren(List.of(target))));
        return before;
    }

    private Expr conditional(Expr.Conditional conditional) {
        Expr condition = simplify(conditional.condition());
        List<Stmt> thenOut = new ArrayList<>();
        Expr whenTrue = lazily(thenOut).simplify(conditional.whenTrue());
        List<Stmt> elseOut = new ArrayList<>();
        Expr whenFalse = lazily(elseOut).simplify(conditional.whenFalse());
        if (thenOut.isEmpty() && elseOut.isEmpty()) {
            return conditional.withChildren(List.of(condition, whenTrue, whenFalse));
        }
        noteAssigned(thenOut);
        noteAssigned(elseOut);
        Local choice = locals.temporary(Stems.of(conditional), conditional.type());
        out.add(new Stmt.Declare(choice, null));
        thenOut.add(set(choice, whenTrue));
        elseOut.add(set(choice, whenFalse));
        out.add(new Stmt.If(condition, new Stmt.Block(thenOut), new Stmt.Block(elseOut)));
        return choice.read();
    }

    private Expr lazy(Expr.Binary binary) {
        Expr left = simplify(binary.left());
        List<Stmt> rightOut = new ArrayList<>();
        Expr right = lazily(rightOut).simplify(binary.right());
        if (rightOut.isEmpty()) {
            return binary.withChildren(List.of(left, right));
        }
        noteAssigned(rightOut);
        Local test = locals.temporary(Stems.of(binary), Primitive.BOOLEAN);
        out.add(new Stmt.Declare(test, left));
        rightOut.add(set(test, right));
        Expr goesOn = binary.op() == BinaryOp.CONDITIONAL_AND
                ? test.read()
                : new Expr.Unary(UnaryOp.NOT, test.read(), Primitive.BOOLEAN);
        out.add(new Stmt.If(goesOn, new Stmt.Block(rightOut), null));
        return test.read();
    }

    private Expr choose(SwitchExpr expression) {
        Local choice = locals.temporary(Stems.of(expression), expression.type());
        out.add(new Stmt.Declare(choice, null));
        Stmt lowered = statements.apply(SwitchLowering.assigned(expression, choice, locals));
        if (choice.type() == Primitive.BOOLEAN) {
            // What is assigned where it is true, the compiler knows of an expression alone.
            noteAssigned(List.of(lowered));
        }
        out.add(lowered);
        return choice.read();
    }

    /**
     * Whether an expression is a {@code switch} over numbers whose cases may assign to the variable, or return, themselves.
     * Not with a {@code try} in it, whose {@code finally} comes after the value, but before what is done with it.
     */
    boolean becomesAssignments(Expr expression) {
        return expression instanceof SwitchExpr
                && isNumeric(expression)
                && expression.statements().stream().noneMatch(Try.class::isInstance);
    }

    private EffectHoist lazily(List<Stmt> branch) {
        return new EffectHoist(locals, summaries, branch, lazilyAssigned, statements, hasHandlers);
    }

    private void noteAssigned(List<Stmt> branch) {
        lazilyAssigned.addAll(Effects.of(branch).writes());
    }

    private static Stmt set(Local local, Expr value) {
        return new Stmt.Evaluate(new Expr.Assign(local.read(), value, Span.NONE));
    }

    /** Whether floating-point numbers take part; where they do not, nothing will be differentiated. */
    private static boolean isNumeric(Expr expression) {
        return expression.subtree().stream().anyMatch(node -> node.type().carriesDerivative());
    }

    private boolean isEffect(Expr node) {
        return node instanceof Expr.Assign
                || node instanceof Expr.CompoundAssign
                || node instanceof Expr.Step
                || (node instanceof SwitchExpr && isNumeric(node))
                || (node instanceof Expr.Call call && isEffect(call));
    }

    /** A rule is called in place of the method where an argument is active, so it needs a statement of its own as well. */
    private boolean isEffect(Expr.Call call) {
        boolean isRuled =
                call.callee().kind() == Callee.Kind.RULE && !call.type().carriesDerivative();
        return isRuled || !summaries.of(call.callee()).written().isEmpty();
    }
}

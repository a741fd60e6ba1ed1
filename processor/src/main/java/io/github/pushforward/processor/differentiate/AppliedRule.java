package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule at work on one operation. Operands and the result that the rule asks for are promised a variable at once, but
 * declared only at the end, in the order of evaluation.
 */
final class AppliedRule implements Operation {
    private final ExpressionTransform transform;
    private final Expr operation;
    private final List<Linear> operands;
    private final @Nullable Local destination;
    private final List<@Nullable Local> promised = new ArrayList<>();
    private final boolean calm;
    private @Nullable Local result;
    private boolean isDeclared;

    AppliedRule(ExpressionTransform transform, Expr operation, List<Linear> operands, @Nullable Local destination) {
        this.transform = transform;
        this.operation = operation;
        this.operands = operands;
        this.destination = destination;
        this.calm = operands.stream()
                .allMatch(operand -> Effects.of(operand.primal()).isPure());
        operands.forEach(operand -> promised.add(null));
    }

    @Override
    public Expr operand(int index) {
        Expr primal = operands.get(index).primal();
        if (primal instanceof Expr.Literal || (calm && Repeatable.is(primal))) {
            return primal;
        }
        Local variable = variable(index);
        if (variable == null) {
            variable = transform.variableFor(primal);
            promised.set(index, variable);
        }
        return variable.read();
    }

    @Override
    public int arity() {
        return operands.size();
    }

    /** The variable that holds the operand, or will: its own, or that of an equal expression. */
    private @Nullable Local variable(int index) {
        if (promised.get(index) != null || !calm) {
            return promised.get(index);
        }
        Expr primal = operands.get(index).primal();
        for (int earlier = 0; earlier < index; earlier++) {
            if (operands.get(earlier).primal().equals(primal) && promised.get(earlier) != null) {
                return promised.get(earlier);
            }
        }
        return transform.kept(primal);
    }

    @Override
    public @Nullable Expr tangent(int index) {
        return operands.get(index).tangent();
    }

    @Override
    public Expr result() {
        if (result == null) {
            result = transform.kept(operation.withChildren(current()));
            isDeclared = result != null;
        }
        if (result == null) {
            result = destination != null ? destination : transform.variableFor(operation);
        }
        return result.read();
    }

    private List<Expr> current() {
        List<Expr> primals = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Local variable = variable(i);
            primals.add(variable == null ? operands.get(i).primal() : variable.read());
        }
        return primals;
    }

    @Override
    public Expr function(String name, Expr... arguments) {
        Callee callee = ((Expr.Call) operation).callee();
        return RuntimeCalls.of(callee.owner(), name, arguments);
    }

    /** Declares what was promised, in the order of evaluation, and returns the operation over it. */
    Expr finish() {
        for (int i = 0; i < operands.size(); i++) {
            Expr primal = operands.get(i).primal();
            if (promised.get(i) == null && isOvertaken(i)) {
                promised.set(i, transform.variableFor(primal));
            }
            if (promised.get(i) != null) {
                transform.declareKept(promised.get(i), primal);
            }
        }
        if (result == null) {
            return operation.withChildren(current());
        }
        if (!isDeclared) {
            transform.declareKept(result, operation.withChildren(current()));
        }
        return result.read();
    }

    /** Whether a later operand that gets a variable would be evaluated too early. */
    private boolean isOvertaken(int index) {
        Effects effects = Effects.of(operands.get(index).primal());
        for (int later = index + 1; later < operands.size(); later++) {
            if (promised.get(later) != null
                    && effects.conflictsWith(Effects.of(operands.get(later).primal()))) {
                return true;
            }
        }
        return false;
    }
}

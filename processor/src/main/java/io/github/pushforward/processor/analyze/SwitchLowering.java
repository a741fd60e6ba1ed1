package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a {@code switch} expression into a {@code switch} statement in which every {@code yield} does something else. */
final class SwitchLowering {
    private final Locals locals;
    private final Function<Expr, Stmt> exit;
    private final boolean leaves;
    private final boolean arrows;
    /** The label of the switch, once a {@code yield} inside a loop or another switch needs one. */
    private @Nullable String label;

    private SwitchLowering(Switch statement, Locals locals, Function<Expr, Stmt> exit, boolean leaves) {
        this.arrows = statement.arrows();
        this.locals = locals;
        this.exit = exit;
        this.leaves = leaves;
    }

    /** The value goes into a variable that its cases do not use. */
    static Stmt assigned(SwitchExpr expression, Local target, Locals locals) {
        Function<Expr, Stmt> assignment = value ->
                new Stmt.Evaluate(new Expr.Assign(target.read(), Boxes.converted(value, target.type()), Span.NONE));
        return new SwitchLowering(expression.body(), locals, assignment, false).lower(expression.body());
    }

    /** The value is what the method returns. */
    static Stmt returned(SwitchExpr expression, Locals locals) {
        return new SwitchLowering(expression.body(), locals, Stmt.Return::new, true).lower(expression.body());
    }

    private Stmt lower(Switch statement) {
        List<Switch.Case> cases = new ArrayList<>();
        for (Switch.Case branch : statement.cases()) {
            List<Stmt> body = new ArrayList<>();
            List<Stmt> parts = branch.body().statements();
            for (int i = 0; i < parts.size(); i++) {
                boolean isLast = arrows && i == parts.size() - 1;
                add(parts.get(i), isLast, true, body);
            }
            cases.add(branch.withBody(new Stmt.Block(body)));
        }
        Switch lowered = statement.withCases(cases);
        return label == null ? lowered : new Stmt.Labeled(label, lowered);
    }

    /**
     * @param isLast whether nothing follows the statement in its case, so that it need not leave the switch
     * @param own whether {@code break} without a label leaves the switch
     */
    private void add(Stmt statement, boolean isLast, boolean own, List<Stmt> out) {
        if (statement instanceof Yield yield) {
            out.add(exit.apply(yield.value()));
            if (!leaves && !isLast) {
                out.add(new Stmt.Break(own ? null : label()));
            }
        } else {
            out.add(within(statement, isLast, own));
        }
    }

    private Stmt within(Stmt statement, boolean isLast, boolean own) {
        boolean inner = own && !statement.isLeftByBreak();
        boolean ends = isLast && (statement instanceof Stmt.Block || statement instanceof Stmt.If);
        List<Stmt> parts = new ArrayList<>();
        List<Stmt> statements = statement.statements();
        for (int i = 0; i < statements.size(); i++) {
            boolean last = ends && (statement instanceof Stmt.If || i == statements.size() - 1);
            List<Stmt> out = new ArrayList<>();
            add(statements.get(i), last, inner, out);
            if (statement instanceof Stmt.Block) {
                parts.addAll(out);
            } else {
                parts.add(out.size() == 1 ? out.get(0) : new Stmt.Block(out));
            }
        }
        return statement instanceof Stmt.Block ? new Stmt.Block(parts) : statement.with(statement.expressions(), parts);
    }

    private String label() {
        if (label == null) {
            label = locals.freshName("chosen");
        }
        return label;
    }
}

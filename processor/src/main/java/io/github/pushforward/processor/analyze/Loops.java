package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds loops whose header may have grown beyond what a header of Java can hold. */
public final class Loops {
    private final Locals locals;

    public Loops(Locals locals) {
        this.locals = locals;
    }

    /**
     * A {@code for} loop over any statements: what does not fit into the header moves before the loop or to the end of
     * the body.
     *
     * @param label the label of the loop, if it has one
     */
    public Stmt forLoop(
            List<Stmt> init, @Nullable Expr condition, List<Stmt> update, Stmt body, @Nullable String label) {
        boolean headerUpdates = update.stream().allMatch(Stmt.Evaluate.class::isInstance);
        List<Expr> updates = headerUpdates
                ? update.stream()
                        .map(step -> ((Stmt.Evaluate) step).expression())
                        .toList()
                : List.of();
        Stmt whole = headerUpdates ? body : followed(body, label, update);
        if (fitsHeader(init)) {
            return labeled(label, new Stmt.For(init, condition, updates, whole));
        }
        Stmt loop = labeled(label, new Stmt.For(List.of(), condition, updates, whole));
        return sequence(Stream.concat(init.stream(), Stream.of(loop)));
    }

    private static boolean fitsHeader(List<Stmt> init) {
        List<Type> declared = init.stream()
                .filter(Stmt.Declare.class::isInstance)
                .map(declare -> ((Stmt.Declare) declare).local().type())
                .distinct()
                .toList();
        boolean onlyDeclares = declared.size() == 1 && init.stream().allMatch(Stmt.Declare.class::isInstance);
        return onlyDeclares || init.stream().allMatch(Stmt.Evaluate.class::isInstance);
    }

    /** {@code if (!condition) break;} */
    static Stmt leaveUnless(Expr condition) {
        Expr done = new Expr.Unary(UnaryOp.NOT, condition, Primitive.BOOLEAN);
        return new Stmt.If(done, new Stmt.Block(List.of(new Stmt.Break(null))), null);
    }

    /**
     * The body of a loop with more statements after it, to which its {@code continue} jumps.
     *
     * @param label the label of the loop, if it has one
     */
    Stmt followed(Stmt body, @Nullable String label, List<Stmt> after) {
        String end = locals.freshName("next");
        Stmt rewritten = rewrite(body, new Stmt.Break(end), label, true);
        Stmt whole = rewritten.equals(body) ? body : new Stmt.Labeled(end, rewritten);
        // Java refuses statements that cannot be reached.
        return Completion.completes(whole) ? sequence(Stream.concat(parts(whole), after.stream())) : whole;
    }

    private static Stream<Stmt> parts(Stmt statement) {
        return statement instanceof Stmt.Block block ? block.statements().stream() : Stream.of(statement);
    }

    private static Stmt rewrite(Stmt statement, Stmt jump, @Nullable String label, boolean own) {
        if (statement instanceof Stmt.Continue leap) {
            boolean hits = leap.label() == null ? own : Objects.equals(leap.label(), label);
            return hits ? jump : statement;
        }
        List<Stmt> inner = new ArrayList<>();
        for (Stmt part : statement.statements()) {
            inner.add(rewrite(part, jump, label, own && !statement.isLoop()));
        }
        return statement.with(statement.expressions(), inner);
    }

    static Stmt labeled(@Nullable String label, Stmt loop) {
        return label == null ? loop : new Stmt.Labeled(label, loop);
    }

    static Stmt sequence(Stream<Stmt> statements) {
        return new Stmt.Block(statements.toList());
    }

    /** The condition of a loop that is left from inside. */
    static Expr always() {
        return new Expr.Literal(Primitive.BOOLEAN, true);
    }
}

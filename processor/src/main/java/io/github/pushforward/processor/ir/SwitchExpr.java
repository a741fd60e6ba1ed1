package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@code switch} that has a value: that of the {@code yield} it is left by. One of its cases always matches.
 *
 * <p>Its children are all expressions within, of the statements of its cases as well. They are not evaluated one after the
 * other like the operands of an operator.
 *
 * @param type to which every result is converted
 */
public record SwitchExpr(Switch body, Type type) implements Expr {

    /** The same where its value is assigned to something of another type (JLS 15.28.1). */
    public SwitchExpr assignedTo(Type target) {
        return new SwitchExpr(body, target);
    }

    /** The values it may have, in the order of the source. */
    public List<Expr> results() {
        List<Expr> results = new ArrayList<>();
        collectResults(body, results);
        return results;
    }

    private static void collectResults(Stmt statement, List<Expr> results) {
        if (statement instanceof Yield yield) {
            results.add(yield.value());
        }
        statement.statements().forEach(inner -> collectResults(inner, results));
    }

    @Override
    public List<Stmt> statements() {
        return body.subtree();
    }

    @Override
    public List<Expr> children() {
        return expressions(body).toList();
    }

    private static Stream<Expr> expressions(Stmt statement) {
        return Stream.concat(
                statement.expressions().stream(),
                statement.statements().stream().flatMap(SwitchExpr::expressions));
    }

    @Override
    public Expr withChildren(List<Expr> children) {
        return new SwitchExpr((Switch) over(body, children.iterator()), type);
    }

    private static Stmt over(Stmt statement, Iterator<Expr> children) {
        List<Expr> own = new ArrayList<>();
        for (int i = 0; i < statement.expressions().size(); i++) {
            own.add(children.next());
        }
        List<Stmt> inner = new ArrayList<>();
        for (Stmt part : statement.statements()) {
            inner.add(over(part, children));
        }
        return statement.with(own, inner);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.switchExpr(this);
    }
}

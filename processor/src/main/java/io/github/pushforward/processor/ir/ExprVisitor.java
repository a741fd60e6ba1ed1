package io.github.pushforward.processor.ir;

/** One answer for each form of expression. */
public interface ExprVisitor<R> {
    R literal(Expr.Literal literal);

    R read(Expr.Read read);

    R staticField(Expr.StaticField field);

    R field(Expr.Field field);

    R instanceOf(Expr.InstanceOf test);

    R unary(Expr.Unary unary);

    R binary(Expr.Binary binary);

    R cast(Expr.Cast cast);

    R conditional(Expr.Conditional conditional);

    R element(Expr.Element element);

    R length(Expr.Length length);

    R newArray(Expr.NewArray newArray);

    R arrayLiteral(Expr.ArrayLiteral literal);

    R call(Expr.Call call);

    R assign(Expr.Assign assign);

    R compoundAssign(Expr.CompoundAssign assign);

    R step(Expr.Step step);

    R lambda(Expr.Lambda lambda);

    R newDual(Expr.NewDual dual);

    R dualPart(Expr.DualPart part);

    R newObject(Expr.NewObject newObject);

    R switchExpr(SwitchExpr expression);
}

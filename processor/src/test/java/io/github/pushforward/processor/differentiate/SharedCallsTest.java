package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import io.github.pushforward.processor.ir.Yield;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls are computed once: none that may not be computed at all, and none that says something else the second time. */
class SharedCallsTest {
    private static final ClassType MATH = ClassType.of("java.lang", "Math");
    private static final ClassType OTHER = ClassType.of("demo", "Other");

    private final Locals locals = new Locals();
    private final Local x = locals.declared("x", Primitive.DOUBLE);
    private final Local n = locals.declared("n", Primitive.INT);

    private static Expr.Call call(ClassType owner, Callee.Kind kind, String name, Expr... arguments) {
        List<Type> types = Arrays.stream(arguments).map(Expr::type).toList();
        Callee callee =
                new Callee(owner, name, types, Primitive.DOUBLE, kind, Collections.nCopies(types.size(), false), false);
        return new Expr.Call(callee, List.of(arguments), Span.NONE);
    }

    private static Expr exp(Expr argument) {
        return call(MATH, Callee.Kind.MATH, "exp", argument);
    }

    private Stmt declare(String name, Expr value) {
        return new Stmt.Declare(locals.declared(name, value.type()), value);
    }

    private static Expr isPositive(Expr number) {
        return new Expr.Binary(BinaryOp.GREATER, number, new Expr.Literal(Primitive.INT, 0), Primitive.BOOLEAN);
    }

    private static Expr plus(Expr left, Expr right) {
        return new Expr.Binary(BinaryOp.PLUS, left, right, Primitive.DOUBLE);
    }

    private long callsOf(String function, Stmt... statements) {
        return SharedCalls.in(new Stmt.Block(List.of(statements)), locals)
                .allExpressions()
                .filter(node ->
                        node instanceof Expr.Call call && call.callee().name().equals(function))
                .count();
    }

    private long calls(Stmt... statements) {
        return callsOf("exp", statements);
    }

    /** Of the two statements, and of a third that the value has to reach. */
    private long callsOver(Expr argument) {
        return calls(
                declare("a", plus(exp(argument), x.read())),
                declare("b", plus(x.read(), exp(argument))),
                new Stmt.Return(exp(argument)));
    }

    @Test
    void ofArithmeticOverVariables() {
        Local dual = locals.declared("dual", new DualType(Primitive.DOUBLE));
        Local single = locals.declared("single", Primitive.FLOAT);

        assertThat(callsOver(x.read())).isOne();
        assertThat(callsOver(plus(x.read(), new Expr.Literal(Primitive.DOUBLE, 2.0))))
                .isOne();
        assertThat(callsOver(new Expr.Unary(UnaryOp.MINUS, x.read(), Primitive.DOUBLE)))
                .isOne();
        assertThat(callsOver(new Expr.Cast(Primitive.DOUBLE, single.read(), Span.NONE)))
                .isOne();
        assertThat(callsOver(new Expr.DualPart(dual.read(), DualHalf.VALUE))).isOne();
    }

    /** Where it is computed first, something else must have failed first if it fails. */
    @Test
    void ofElementsThatWereReadBefore() {
        Local array = locals.declared("array", new ArrayType(Primitive.DOUBLE));
        Expr element = new Expr.Element(array.read(), n.read());

        assertThat(callsOver(element)).isEqualTo(3);
        assertThat(calls(
                        declare("read", element),
                        declare("a", plus(exp(element), x.read())),
                        declare("b", plus(x.read(), exp(element)))))
                .isOne();
    }

    /** It may give another number each time, and write something down. */
    @Test
    void notOfWhatOtherMethodsGive() {
        assertThat(callsOver(call(OTHER, Callee.Kind.FOREIGN, "drawn"))).isEqualTo(3);
        assertThat(callsOver(call(OTHER, Callee.Kind.FOREIGN, "drawn", x.read())))
                .isEqualTo(3);
        assertThat(callsOver(plus(call(OTHER, Callee.Kind.FOREIGN, "drawn", x.read()), x.read())))
                .isEqualTo(3);
    }

    @Test
    void withinOneReturn() {
        assertThat(calls(new Stmt.Return(plus(exp(x.read()), exp(x.read()))))).isOne();
    }

    @Test
    void notWhereOnlyOneOperandOfAConditionMayNeedIt() {
        Expr first = new Expr.Binary(
                BinaryOp.CONDITIONAL_AND, isPositive(n.read()), isPositive(exp(x.read())), Primitive.BOOLEAN);
        Expr second = new Expr.Binary(
                BinaryOp.CONDITIONAL_OR, isPositive(n.read()), isPositive(exp(x.read())), Primitive.BOOLEAN);

        assertThat(calls(declare("a", first), declare("b", second))).isEqualTo(2);
    }

    @Test
    void whereTheFirstOperandNeedsIt() {
        Expr first = new Expr.Binary(
                BinaryOp.CONDITIONAL_AND, isPositive(exp(x.read())), isPositive(n.read()), Primitive.BOOLEAN);
        Expr second = new Expr.Binary(
                BinaryOp.CONDITIONAL_OR, isPositive(n.read()), isPositive(exp(x.read())), Primitive.BOOLEAN);

        assertThat(calls(declare("a", first), declare("b", second))).isOne();
    }

    @Test
    void notWhereACaseMayNeedIt() {
        Switch.Case other = new Switch.Case(
                List.of(), null, new Stmt.Block(List.of(new Yield(plus(exp(x.read()), exp(x.read()))))));
        SwitchExpr choice = new SwitchExpr(new Switch(n.read(), true, List.of(other)), Primitive.DOUBLE);

        // Within the case alone, where both are.
        Stmt.Block shared = SharedCalls.in(new Stmt.Block(List.of(new Stmt.Return(choice))), locals);

        assertThat(shared.statements()).hasSize(1);
    }

    /** Neither is computed where the loop is left at once. */
    @Test
    void notOutOfWhatALoopDoesAtItsEnd() {
        Stmt loop = new Stmt.For(
                List.of(),
                isPositive(n.read()),
                List.of(new Expr.CompoundAssign(
                        locals.declared("sum", Primitive.DOUBLE).read(), BinaryOp.PLUS, exp(x.read()), Span.NONE)),
                new Stmt.Block(List.of(declare("own", exp(x.read())))));

        assertThat(SharedCalls.in(new Stmt.Block(List.of(loop)), locals).statements())
                .hasSize(1);
    }
}

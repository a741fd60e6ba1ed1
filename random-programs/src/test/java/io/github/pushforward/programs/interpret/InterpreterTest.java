package io.github.pushforward.programs.interpret;

import static io.github.pushforward.programs.tree.Primitive.DOUBLE;
import static io.github.pushforward.programs.tree.Primitive.FLOAT;
import static io.github.pushforward.programs.tree.Primitive.INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle against cases worked out by hand. */
class InterpreterTest {
    private static final Expr X = new Expr.Name(DOUBLE, "x");
    private static final Type.Array VECTOR = new Type.Array(DOUBLE);
    private static final Expr A = new Expr.Name(VECTOR, "a");
    private static final Expr I = new Expr.Name(INT, "i");

    private static Expr number(int value) {
        return new Expr.Literal(INT, value);
    }

    private static Expr binary(Operator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right);
    }

    private static Expr call(String name, Expr... arguments) {
        return new Expr.MathCall(MathFunction.named(name, DOUBLE), false, List.of(arguments));
    }

    private static Interpreter.Outcome run(Type result, Method.Parameter parameter, Object argument, Stmt... body) {
        Method entry = new Method("f", result, List.of(parameter), new Stmt.Block(List.of(body)), true, false);
        Program program = new Program(0, List.of(), List.of(), List.of(), List.of(), entry, 1);
        return Interpreter.run(program, null, List.of(argument));
    }

    private static Real ofX(double x, Expr expr) {
        Method.Parameter parameter = new Method.Parameter(DOUBLE, "x", false);
        return (Real)
                run(DOUBLE, parameter, Real.input(x, 1), new Stmt.Return(expr)).result();
    }

    private static ArrayValue afterwards(Stmt... body) {
        ArrayValue array = new ArrayValue(VECTOR, List.of(Real.input(2, 1), Real.input(3, 10), Real.input(5, 100)));
        run(Primitive.VOID, new Method.Parameter(VECTOR, "a", false), array, body);
        return array;
    }

    private static void assertReal(Object actual, double value, double tangent) {
        assertThat(((Real) actual).value()).isEqualTo(value);
        assertThat(((Real) actual).tangent()).isCloseTo(tangent, within(1e-14));
        assertThat(((Real) actual).error()).isLessThan(1e-10);
    }

    @Test
    void productAndQuotient() {
        assertReal(ofX(3, binary(Operator.TIMES, X, X)), 9, 6);
        assertReal(ofX(4, binary(Operator.DIVIDE, number(1), X)), 0.25, -0.0625);
        assertReal(ofX(7.5, binary(Operator.REMAINDER, X, number(2))), 1.5, 1);
        assertReal(ofX(2, binary(Operator.REMAINDER, number(7), X)), 1, -3);
    }

    @Test
    void conventionsAtKinksAndInfiniteSlopes() {
        assertReal(ofX(0, call("abs", X)), 0, 0);
        assertReal(ofX(2, call("max", X, number(2))), 2, 0.5);
        assertReal(ofX(0, call("pow", X, number(1))), 0, 1);
        assertReal(ofX(0, call("sqrt", binary(Operator.TIMES, number(0), X))), 0, 0);
        assertThat(ofX(0, call("sqrt", X)).isComparable()).isFalse();
    }

    @Test
    void castsHaveNoSlopeAndFloatsRound() {
        assertReal(ofX(2.5, new Expr.Cast(DOUBLE, new Expr.Cast(INT, X))), 2, 0);
        Real rounded = ofX(0.1, new Expr.Cast(DOUBLE, new Expr.Cast(FLOAT, X)));
        assertThat(rounded.value()).isEqualTo((double) 0.1f);
        assertThat(rounded.error()).isBetween(1e-8, 1e-6);
    }

    /** The bound grows where terms cancel. */
    @Test
    void cancellationIsSeen() {
        Real large = ofX(1, binary(Operator.MINUS, binary(Operator.TIMES, new Expr.Literal(DOUBLE, 1e12), X), X));
        assertThat(large.error()).isBetween(1e-5, 1.0);
    }

    /** {@code int i = 0; a[i++] = i * a[i];}: the index is taken before the step, the value after it. */
    @Test
    void operandsAreEvaluatedFromLeftToRight() {
        ArrayValue array = afterwards(
                new Stmt.Declare(INT, "i", number(0)),
                new Stmt.Evaluate(new Expr.Assign(
                        new Expr.Element(A, new Expr.Step(I, true, false)),
                        binary(Operator.TIMES, I, new Expr.Element(A, I)))));
        assertReal(array.get(0), 3, 10);
    }

    /** {@code double[] b = a; b[1] *= b[0];}: what is written through one name is seen through the other. */
    @Test
    void aliasesShareTheirElements() {
        Expr b = new Expr.Name(VECTOR, "b");
        ArrayValue array = afterwards(
                new Stmt.Declare(VECTOR, "b", A),
                new Stmt.Evaluate(new Expr.Compound(
                        Operator.TIMES, new Expr.Element(b, number(1)), new Expr.Element(b, number(0)))));
        assertReal(array.get(1), 6, 23);
    }

    /** The right side of {@code a[3] = a[0] = 7} is evaluated, and written, before the index is found to be wrong. */
    @Test
    void aWrongIndexIsFoundAfterTheRightSide() {
        Method.Parameter parameter = new Method.Parameter(VECTOR, "a", false);
        ArrayValue array = new ArrayValue(VECTOR, List.of(Real.input(2, 1)));
        Interpreter.Outcome outcome = run(
                Primitive.VOID,
                parameter,
                array,
                new Stmt.Evaluate(new Expr.Assign(
                        new Expr.Element(A, number(3)), new Expr.Assign(new Expr.Element(A, number(0)), number(7)))));
        assertThat(outcome.thrown()).isNotNull();
        assertThat(outcome.thrown().kind()).isEqualTo("ArrayIndexOutOfBoundsException");
        assertThat(outcome.thrown()).hasMessage("Index 3 out of bounds for length 1");
        assertReal(array.get(0), 7, 0);
    }

    /** A {@code return} of {@code finally} wins over an exception. */
    @Test
    void finallyOverridesWhatCameBefore() {
        Method.Parameter parameter = new Method.Parameter(DOUBLE, "x", false);
        Interpreter.Outcome outcome = run(
                DOUBLE,
                parameter,
                Real.input(3, 1),
                new Stmt.Try(
                        new Stmt.Block(List.of(new Stmt.Throw("Failure", "m"))),
                        List.of(),
                        new Stmt.Block(List.of(new Stmt.Return(X)))));
        assertThat(outcome.thrown()).isNull();
        assertReal(outcome.result(), 3, 1);
    }

    @Test
    void groupsOfASwitchFallThrough() {
        Method.Parameter parameter = new Method.Parameter(DOUBLE, "x", false);
        Stmt doubled = new Stmt.Evaluate(new Expr.Compound(Operator.TIMES, X, number(2)));
        Stmt increased = new Stmt.Evaluate(new Expr.Compound(Operator.PLUS, X, number(1)));
        Interpreter.Outcome outcome = run(
                DOUBLE,
                parameter,
                Real.input(3, 1),
                new Stmt.Switch(
                        number(0),
                        List.of(
                                new Stmt.Case(List.of(0), List.of(doubled)),
                                new Stmt.Case(List.of(1), List.of(increased, new Stmt.Break(null))),
                                new Stmt.Case(List.of(), List.of(doubled))),
                        false),
                new Stmt.Return(X));
        assertReal(outcome.result(), 7, 2);
    }

    /** {@code out: { while (x == x) { break out; } x = x * 2; }}: the loop inside the block is not the one that is named. */
    @Test
    void aBreakLeavesTheLabelledBlockAroundALoop() {
        Method.Parameter parameter = new Method.Parameter(DOUBLE, "x", false);
        Expr always = binary(Operator.EQUAL, X, X);
        Interpreter.Outcome outcome = run(
                DOUBLE,
                parameter,
                Real.input(3, 1),
                new Stmt.Labeled(
                        "out",
                        new Stmt.Block(List.of(
                                new Stmt.While(always, new Stmt.Block(List.of(new Stmt.Break("out")))),
                                new Stmt.Evaluate(new Expr.Compound(Operator.TIMES, X, number(2)))))),
                new Stmt.Return(X));
        assertReal(outcome.result(), 3, 1);
    }

    @Test
    void endlessLoopsAreStopped() {
        Method.Parameter parameter = new Method.Parameter(DOUBLE, "x", false);
        Expr always = binary(Operator.EQUAL, X, X);
        Interpreter.Outcome outcome =
                run(Primitive.VOID, parameter, Real.input(3, 1), new Stmt.While(always, new Stmt.Block(List.of())));
        assertThat(outcome.isTooLong()).isTrue();
    }
}

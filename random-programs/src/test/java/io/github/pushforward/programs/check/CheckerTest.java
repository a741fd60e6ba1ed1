package io.github.pushforward.programs.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Stmt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the check can fail: an oracle that is told another program than the one that is compiled. */
class CheckerTest {
    private static final Expr X = new Expr.Name(Primitive.DOUBLE, "x");
    private static final Expr GRID = new Expr.Literal(Primitive.DOUBLE, 4096.0);

    private static Program returning(Expr expr) {
        return withBody(1, new Stmt.Return(expr));
    }

    private static Program withBody(int order, Stmt... statements) {
        Method entry = new Method(
                "f",
                Primitive.DOUBLE,
                List.of(new Method.Parameter(Primitive.DOUBLE, "x", false)),
                new Stmt.Block(List.of(statements)),
                true,
                false);
        return new Program(7, List.of(), List.of(), List.of(), List.of(), entry, order);
    }

    private static Optional<String> kind(Program program, Program seenByOracle) {
        try (Checker checker = new Checker(any -> seenByOracle)) {
            return checker.check(program).map(Finding::kind);
        }
    }

    private static Expr function(String name, Expr argument) {
        return new Expr.MathCall(MathFunction.named(name, Primitive.DOUBLE), false, List.of(argument));
    }

    @Test
    void whatAgreesIsNoFinding() {
        Program program = returning(function("sin", X));
        assertThat(kind(program, program)).isEmpty();
    }

    @Test
    void anotherValueIsFound() {
        Program cosine = returning(function("cos", X));
        assertThat(kind(returning(function("sin", X)), cosine)).contains(Comparisons.ORIGINAL.name());
    }

    /** Inputs are multiples of 1/4096, at which ⌊4096 x⌋/4096 is x; its derivative is zero. */
    @Test
    void anotherTangentOfTheSameValueIsFound() {
        Expr rounded =
                new Expr.Binary(Operator.DIVIDE, function("floor", new Expr.Binary(Operator.TIMES, X, GRID)), GRID);
        assertThat(kind(returning(X), returning(rounded))).contains(Comparisons.VALUE.name());
    }

    @Test
    void anotherExceptionIsFound() {
        Program failing = withBody(1, new Stmt.Throw("Failure", "one"));
        Program other = withBody(1, new Stmt.Throw("Failure", "two"));
        assertThat(kind(failing, other)).contains(Comparisons.ORIGINAL.name());
    }

    @Test
    void whatTheProcessorRefusesIsFoundWithItsCode() {
        Program third = withBody(3, new Stmt.Return(X));
        assertThat(kind(third, third)).contains(Checker.COMPILATION + " [UnsupportedMethod]");
    }

    @Test
    void whatIsNoJavaIsTheGeneratorsFault() {
        Program nameless = returning(new Expr.Name(Primitive.DOUBLE, "nobody"));
        assertThat(kind(nameless, nameless)).contains(Checker.ILL_TYPED);
    }
}

package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Obstacle;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Rebuilds;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The calculus closed over itself: tangent methods made of records, differentiated with no compiler in sight. */
class SecondOrderIrTest {
    private static final Rebuilds NO_OBJECTS = new Rebuilds() {
        @Override
        public Optional<Obstacle> toCopy(Type type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> toMove(Type type) {
            return Optional.empty();
        }
    };

    private static final ClassType DEMO = ClassType.of("demo", "Demo");
    private static final ClassType MATH = ClassType.of("java.lang", "Math");
    private static final ArrayType VECTOR = new ArrayType(Primitive.DOUBLE);

    private final Locals locals = new Locals(DEMO);
    private final List<Parameter> parameters = new ArrayList<>();

    private Expr.Read active(String name, Type type) {
        Local local = locals.declared(name, type);
        parameters.add(new Parameter(local, true));
        return local.read();
    }

    private SecondOrder.Twice twice(Type result, Stmt... body) {
        List<Type> types =
                parameters.stream().map(parameter -> parameter.local().type()).toList();
        Callee callee = new Callee(
                DEMO, "f", types, result, Callee.Kind.ANNOTATED, Collections.nCopies(types.size(), true), false);
        Method method = new Method(
                callee,
                Access.PACKAGE,
                parameters,
                new Stmt.Block(List.of(body)),
                Dispatch.NONE,
                locals,
                Set.of(),
                Span.NONE);
        Reporter reporter = new Reporter();
        SiblingTransform transform = new SiblingTransform(
                DEMO,
                Set.of("f"),
                other -> Optional.empty(),
                field -> Optional.empty(),
                new Summaries(other -> Optional.empty()),
                NO_OBJECTS,
                reporter);
        Sibling sibling = transform.transform(List.of(method), Optional.empty());
        SecondOrder second = transform.secondOrder(sibling, callee::equals).orElseThrow();
        assertThat(reporter.problems()).isEmpty();
        return second.twices().get(0);
    }

    private static Expr times(Expr left, Expr right) {
        return new Expr.Binary(BinaryOp.MULTIPLY, left, right, Primitive.DOUBLE);
    }

    private static Expr math(String name, Expr operand) {
        Callee callee = new Callee(
                MATH, name, List.of(Primitive.DOUBLE), Primitive.DOUBLE, Callee.Kind.MATH, List.of(false), false);
        return new Expr.Call(callee, List.of(operand), Span.NONE);
    }

    @Test
    void aProduct() {
        Expr.Read x = active("x", Primitive.DOUBLE);
        Expr.Read y = active("y", Primitive.DOUBLE);

        SecondOrder.Twice twice = twice(Primitive.DOUBLE, new Stmt.Return(times(x, y)));

        assertThat(Printed.of(twice.alongConstants().method())).isEqualTo("""
                        f(x, y, xTangent, yTangent, xTangent2, yTangent2) {
                          valueTangent = xTangent * y + x * yTangent
                          valueSecond = xTangent * yTangent2 + xTangent2 * yTangent
                          return dual(dual(x * y, valueTangent), dual(xTangent2 * y + x * yTangent2, valueSecond))
                        }""");
        assertThat(Printed.of(twice.alongTangents().orElseThrow().method()))
                .startsWith("f(x, y, xTangent, yTangent, xTangent2, yTangent2, xSecond, ySecond) {")
                .contains("xSecond * y + xTangent * yTangent2 + xTangent2 * yTangent + x * ySecond");
    }

    @Test
    void theResultIsADualOfDuals() {
        Expr.Read x = active("x", Primitive.DOUBLE);

        Method method = twice(Primitive.DOUBLE, new Stmt.Return(times(x, x)))
                .alongConstants()
                .method();

        assertThat(method.callee().owner()).isEqualTo(ClassType.of("demo", "DemoSecondOrder"));
        assertThat(method.result()).isEqualTo(new DualType(new DualType(Primitive.DOUBLE)));
        // Of x along the second direction alone: that is what lanes are to carry.
        assertThat(method.callee().active()).containsExactly(false, false, true);
        assertThat(method.parameters().stream().map(parameter -> method.locals().isShadow(parameter.local())))
                .containsExactly(false, false, true);
    }

    @Test
    void aTangentOfTheRuntimeHasACurvature() {
        Expr.Read x = active("x", Primitive.DOUBLE);

        assertThat(Printed.of(twice(Primitive.DOUBLE, new Stmt.Return(math("log", x)))
                        .alongConstants()
                        .method()))
                .contains("MathTangents.log(x, xTangent2)", "MathCurvatures.log(x, xTangent, xTangent2)");
    }

    /** What the first direction becomes in an array depends on the inputs. */
    @Test
    void theTangentsOfAWrittenArrayMove() {
        Expr.Read a = active("a", VECTOR);
        Expr first = new Expr.Element(a, new Expr.Literal(Primitive.INT, 0));

        SecondOrder.Twice twice =
                twice(Primitive.VOID, new Stmt.Evaluate(new Expr.Assign(first, times(first, first), Span.NONE)));

        assertThat(twice.alongTangents()).isEmpty();
        assertThat(Printed.of(twice.alongConstants().method()))
                .startsWith("f(a, aTangent, aTangent2, aSecond) {")
                .contains("aSecond[0] = ");
    }
}

package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The calculus by itself: methods made of records, differentiated with no compiler in sight. */
class PlainIrTest {
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
    private static final ClassType DEMO_TANGENT = ClassType.of("demo", "DemoTangent");
    private static final ArrayType VECTOR = new ArrayType(Primitive.DOUBLE);
    private static final ClassType MATH = ClassType.of("java.lang", "Math");

    private final Locals locals = new Locals();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Method> bodies = new HashMap<>();
    private final Reporter reporter = new Reporter();

    private Local active(String name, Type type) {
        Local local = locals.declared(name, type);
        parameters.add(new Parameter(local, true));
        return local;
    }

    private Local constant(String name, Type type) {
        Local local = locals.declared(name, type);
        parameters.add(new Parameter(local, false));
        return local;
    }

    private static Callee callee(ClassType owner, String name, Callee.Kind kind, Type result, Type... types) {
        return new Callee(owner, name, List.of(types), result, kind, Collections.nCopies(types.length, false), false);
    }

    private Method method(String name, Callee.Kind kind, Type result, Stmt... body) {
        List<Type> types =
                parameters.stream().map(parameter -> parameter.local().type()).toList();
        Callee callee = new Callee(
                DEMO,
                name,
                types,
                result,
                kind,
                parameters.stream().map(Parameter::active).toList(),
                false);
        Method method = new Method(
                callee,
                Access.PACKAGE,
                parameters,
                new Stmt.Block(List.of(body)),
                Dispatch.NONE,
                locals,
                Set.of(),
                Span.NONE);
        bodies.put(callee.signature(), method);
        return method;
    }

    private Sibling sibling(Method... methods) {
        return transform(methods).transform(List.of(methods), Optional.empty());
    }

    private SiblingTransform transform(Method... methods) {
        Set<String> names = new LinkedHashSet<>();
        for (Method method : methods) {
            names.add(method.name());
        }
        Function<Callee, Optional<Method>> find = callee -> Optional.ofNullable(bodies.get(callee.signature()));
        return new SiblingTransform(
                DEMO, names, find, field -> Optional.empty(), new Summaries(find), NO_OBJECTS, reporter);
    }

    private Method tangent(Type result, Stmt... body) {
        Sibling sibling = sibling(method("f", Callee.Kind.ANNOTATED, result, body));
        assertThat(reporter.problems()).isEmpty();
        return sibling.tangents().get(0).tangent();
    }

    private static Expr times(Expr left, Expr right) {
        return new Expr.Binary(BinaryOp.MULTIPLY, left, right, Primitive.DOUBLE);
    }

    private static Expr plus(Expr left, Expr right) {
        return new Expr.Binary(BinaryOp.PLUS, left, right, Primitive.DOUBLE);
    }

    private static Expr sin(Expr operand) {
        return new Expr.Call(
                callee(MATH, "sin", Callee.Kind.MATH, Primitive.DOUBLE, Primitive.DOUBLE), List.of(operand), Span.NONE);
    }

    private static String print(Method method) {
        return Printed.of(method);
    }

    @Test
    void aProduct() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Expr.Read y = active("y", Primitive.DOUBLE).read();

        assertThat(print(tangent(Primitive.DOUBLE, new Stmt.Return(times(x, y)))))
                .isEqualTo("f(x, y, xTangent, yTangent) {\n"
                        + "  return dual(x * y, xTangent * y + x * yTangent)\n"
                        + "}");
    }

    @Test
    void theSignatureOfATangent() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        constant("n", Primitive.INT);
        active("a", VECTOR);
        constant("c", Primitive.DOUBLE);

        Method tangent = tangent(Primitive.DOUBLE, new Stmt.Return(x));

        assertThat(tangent.callee().owner()).isEqualTo(DEMO_TANGENT);
        assertThat(tangent.callee().parameterTypes())
                .isEqualTo(
                        List.of(Primitive.DOUBLE, Primitive.INT, VECTOR, Primitive.DOUBLE, Primitive.DOUBLE, VECTOR));
        assertThat(tangent.result()).isEqualTo(new DualType(Primitive.DOUBLE));
        assertThat(tangent.parameters().stream()
                        .map(parameter -> parameter.local().name()))
                .containsExactly("x", "n", "a", "c", "xTangent", "aTangent");
    }

    /** What is not active costs nothing. */
    @Test
    void constantsHaveNoTangents() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Expr.Read c = constant("c", Primitive.DOUBLE).read();
        Local k = locals.declared("k", Primitive.DOUBLE);

        assertThat(print(tangent(
                        Primitive.DOUBLE,
                        new Stmt.Declare(k, times(c, c)),
                        new Stmt.Return(plus(times(k.read(), x), c)))))
                .isEqualTo(
                        "f(x, c, xTangent) {\n" + "  k = c * c\n" + "  return dual(k * x + c, k * xTangent)\n" + "}");
    }

    @Test
    void aLocalThatReachesNoResultHasNoTangent() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Local unused = locals.declared("unused", Primitive.DOUBLE);

        assertThat(print(tangent(Primitive.DOUBLE, new Stmt.Declare(unused, times(x, x)), new Stmt.Return(x))))
                .isEqualTo("f(x, xTangent) {\n" + "  unused = x * x\n" + "  return dual(x, xTangent)\n" + "}");
    }

    @Test
    void aNameThatIsTakenGetsAnUnderscore() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Expr.Read taken = constant("xTangent", Primitive.DOUBLE).read();

        assertThat(print(tangent(Primitive.DOUBLE, new Stmt.Return(times(x, taken)))))
                .isEqualTo(
                        "f(x, xTangent, xTangent_) {\n" + "  return dual(x * xTangent, xTangent_ * xTangent)\n" + "}");
    }

    /** {@code x = x * x}: the tangent needs the old value, so it comes first. */
    @Test
    void anAssignmentThatOverwritesItsOperand() {
        Local x = active("x", Primitive.DOUBLE);

        assertThat(print(tangent(
                        Primitive.DOUBLE,
                        new Stmt.Evaluate(new Expr.Assign(x.read(), sin(x.read()), Span.NONE)),
                        new Stmt.Return(x.read()))))
                .isEqualTo("f(x, xTangent) {\n"
                        + "  xTangent = Math.cos(x) * xTangent\n"
                        + "  x = Math.sin(x)\n"
                        + "  return dual(x, xTangent)\n"
                        + "}");
    }

    @Test
    void anArrayElement() {
        Local a = active("a", VECTOR);
        Local i = constant("i", Primitive.INT);
        Expr.Element element = new Expr.Element(a.read(), i.read());

        assertThat(print(tangent(
                        Primitive.VOID,
                        new Stmt.Evaluate(new Expr.CompoundAssign(
                                element, BinaryOp.MULTIPLY, new Expr.Literal(Primitive.DOUBLE, 3.0), Span.NONE)))))
                .isEqualTo("f(a, i, aTangent) {\n" + "  a[i] *= 3.0\n" + "  aTangent[i] *= 3.0\n" + "}");
    }

    @Test
    void aHelperIsDifferentiatedAlongForEachPattern() {
        Local u = active("u", Primitive.DOUBLE);
        Local v = active("v", Primitive.DOUBLE);
        Callee helper =
                callee(DEMO, "helper", Callee.Kind.HELPER, Primitive.DOUBLE, Primitive.DOUBLE, Primitive.DOUBLE);
        bodies.put(
                helper.signature(),
                new Method(
                        helper,
                        Access.PACKAGE,
                        List.of(new Parameter(u, false), new Parameter(v, false)),
                        new Stmt.Block(List.of(new Stmt.Return(times(u.read(), v.read())))),
                        Dispatch.NONE,
                        locals.fork(),
                        Set.of(),
                        Span.NONE));
        parameters.clear();
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Expr two = new Expr.Literal(Primitive.DOUBLE, 2.0);
        Expr both = new Expr.Call(helper, List.of(x, x), Span.NONE);
        Expr left = new Expr.Call(helper, List.of(x, two), Span.NONE);

        Sibling sibling =
                sibling(method("f", Callee.Kind.ANNOTATED, Primitive.DOUBLE, new Stmt.Return(plus(both, left))));

        assertThat(reporter.problems()).isEmpty();
        assertThat(sibling.helpers().stream().map(PlainIrTest::print))
                .containsExactly(
                        "helperTangent(u, v, uTangent, vTangent) {\n"
                                + "  return dual(u * v, uTangent * v + u * vTangent)\n"
                                + "}",
                        "helperTangent2(u, v, uTangent) {\n" + "  return dual(u * v, uTangent * v)\n" + "}");
    }

    @Test
    void writtenParametersAreKnown() {
        Local a = active("a", VECTOR);
        Local b = active("b", VECTOR);
        Expr zero = new Expr.Literal(Primitive.INT, 0);
        Sibling sibling = sibling(method(
                "f",
                Callee.Kind.ANNOTATED,
                Primitive.VOID,
                new Stmt.Evaluate(new Expr.Assign(
                        new Expr.Element(a.read(), zero), new Expr.Element(b.read(), zero), Span.NONE))));

        assertThat(reporter.problems()).isEmpty();
        assertThat(sibling.tangents().get(0).written()).containsExactly(true, false);
    }

    @Test
    void aCallWithoutAKnownDerivativeIsAProblemAtTheCall() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Span place = new Span("the call");
        Callee foreign =
                callee(ClassType.of("other", "Other"), "g", Callee.Kind.FOREIGN, Primitive.DOUBLE, Primitive.DOUBLE);
        Sibling sibling = sibling(method(
                "f",
                Callee.Kind.ANNOTATED,
                Primitive.DOUBLE,
                new Stmt.Return(new Expr.Call(foreign, List.of(x), place))));

        assertThat(sibling.tangents()).isEmpty();
        assertThat(reporter.problems()).extracting(Problem::code).containsExactly(Code.NoTangent);
        assertThat(reporter.problems().get(0).span().origin()).isEqualTo("the call");
    }

    /** Of another package or compilation, the tangent for super calls is out of sight. */
    @Test
    void aSuperCallOfAnotherPackage() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Callee above = new Callee(
                ClassType.of("other", "Above"),
                "g",
                List.of(Primitive.DOUBLE),
                Primitive.DOUBLE,
                Callee.Kind.ANNOTATED,
                List.of(true),
                false,
                Callee.Invocation.SUPER);
        Sibling sibling = sibling(method(
                "f",
                Callee.Kind.ANNOTATED,
                Primitive.DOUBLE,
                new Stmt.Return(new Expr.Call(above, List.of(x), new Span("the call")))));

        assertThat(sibling.tangents()).isEmpty();
        assertThat(reporter.problems()).hasSize(1);
        assertThat(reporter.problems().get(0).what())
                .isEqualTo("super.g is a method of other.Above, whose tangent for super calls serves its package and "
                        + "compilation alone");
        assertThat(reporter.problems().get(0).span().origin()).isEqualTo("the call");
    }

    /** A method of a class that is compiled already has the lanes that it has there. */
    @Test
    void lanesOfCompiledMethods() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Callee other = new Callee(
                ClassType.of("other", "Other"),
                "g",
                List.of(Primitive.DOUBLE),
                Primitive.DOUBLE,
                Callee.Kind.ANNOTATED,
                List.of(true),
                false);
        Sibling sibling = sibling(method(
                "f",
                Callee.Kind.ANNOTATED,
                Primitive.DOUBLE,
                new Stmt.Return(times(x, new Expr.Call(other, List.of(x), Span.NONE)))));
        Sibling.Tangent tangent = sibling.tangents().get(0);

        assertThat(plan(sibling, "g1x4").of(tangent)).map(LanePlan.Lanes::count).contains(4);
        assertThat(plan(sibling, "g1x2").of(tangent)).map(LanePlan.Lanes::count).contains(2);
        assertThat(plan(sibling, "none").of(tangent)).isEmpty();
        assertThat(plan(sibling, "g1x4").methods(DEMO_TANGENT))
                .as("for views, and for classes that are compiled later")
                .extracting(Method::name, method -> method.result().toString())
                .containsExactly(tuple("f1x4Into", "double"), tuple("f1x4", "io.github.pushforward.runtime.Dual4"));
    }

    private static LanePlan plan(Sibling sibling, String compiled) {
        return LanePlan.of(
                List.of(sibling),
                List.of(),
                4,
                callee -> callee.owner().simpleName().equals("OtherLanes")
                        && callee.name().equals(compiled),
                type -> false);
    }

    @Test
    void operatorsOfIntegersHaveNoRule() {
        assertThatThrownBy(() -> ArithmeticRules.of(BinaryOp.EQUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no floating-point operator: ==");
    }

    /** The rest of a method that was not read as a whole: what is refused in it is reported, and nothing else. */
    @Test
    void anIncompleteMethodIsDiagnosed() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Local c = constant("c", VECTOR);
        Expr.Element kept = new Expr.Element(c.read(), new Expr.Literal(Primitive.INT, 0));
        Callee foreign =
                callee(ClassType.of("other", "Other"), "g", Callee.Kind.FOREIGN, Primitive.DOUBLE, Primitive.DOUBLE);
        Method incomplete = method(
                "f",
                Callee.Kind.ANNOTATED,
                Primitive.DOUBLE,
                new Stmt.Evaluate(new Expr.Assign(kept, x, new Span("the store"))),
                new Stmt.Return(new Expr.Call(foreign, List.of(x), new Span("the call"))));

        transform(incomplete).diagnose(incomplete);

        assertThat(reporter.problems())
                .extracting(problem -> problem.span().origin())
                .containsExactly("the store", "the call");
    }

    /** The source stays what it was, so that it can be differentiated again. */
    @Test
    void theSourceIsLeftAlone() {
        Expr.Read x = active("x", Primitive.DOUBLE).read();
        Local y = locals.declared("y", Primitive.DOUBLE);
        Method source = method(
                "f",
                Callee.Kind.ANNOTATED,
                Primitive.DOUBLE,
                new Stmt.Declare(y, times(sin(x), sin(x))),
                new Stmt.Return(times(y.read(), y.read())));
        String before = source.toString();

        Sibling first = sibling(source);
        Sibling second = sibling(source);

        assertThat(source.toString()).isEqualTo(before);
        assertThat(print(second.tangents().get(0).tangent()))
                .isEqualTo(print(first.tangents().get(0).tangent()));
    }
}

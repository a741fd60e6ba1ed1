package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies can stand in the place of a call, and in which variables; that they compute the same is for {@link CorpusTest}. */
class HelperBodyTest {
    private static final String SOURCE = """
            package corpus;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            final class Bodies {
                @Differentiable static double product(double x, double y) { return x * y; }
                @Differentiable static double named(double x) { double s = x * x; return s; }
                @Differentiable static double halved(double x) { x = x / 2; return x * x; }
                @Differentiable static double given(double x) { return x; }
                @Differentiable static float small(float x) { float s = x * x; return s * x; }
                @Differentiable static double whole(double x, int n) { double s = x * n; return n > 2 ? s : s * s; }
                @Differentiable static double branches(double x, int n) {
                    if (n > 2) { return x * n; }
                    double s = x * x;
                    if (n == 0) { return s; } else { return s * x; }
                }
                @Differentiable static float smallBranches(float x, int n) {
                    if (n > 2) { return x * n; }
                    return x * x;
                }
                @Differentiable static double allStatements(double x, int n) {
                    double s = x;
                    for (int i = 0; i < n; i++) { if (i == 2) { continue; } s *= x; if (s > 9) { break; } }
                    while (s > 5) { s = s / 2; }
                    do { s = s + x; } while (s < 0);
                    { s = s * s; }
                    if (s < -1) { throw new IllegalStateException(); }
                    return s;
                }
                @Differentiable static void procedure(double[] a, double x) { a[0] = a[0] * x; if (x > 2) { a[1] = x; } }
                @Differentiable static Vec moved(Vec v, double x, int n) {
                    if (n > 2) { return new Vec(v.x() * x, v.y()); }
                    return new Vec(v.x(), v.y() * x);
                }

                @Differentiable static double selecting(double x, int n) {
                    double s = x;
                    switch (n) { case 1: s = x * x; break; default: s = 2 * x; }
                    return s;
                }
                @Differentiable static double choosing(double x, int n) {
                    int k = switch (n) { case 1 -> { int j = n * 2; yield j; } default -> 3; };
                    return x * k;
                }
                @Differentiable static double labelled(double x, int n) {
                    double s = x;
                    out: for (int i = 0; i < n; i++) { while (s < 9) { s = s * 2; if (s > 3) { break out; } } }
                    return s;
                }
                @Differentiable static double trying(double x, int n) {
                    double s = x;
                    try { s = x * (3 / n); } catch (ArithmeticException e) { s = 2 * x; }
                    return s;
                }
                @Differentiable static double locking(double x, Object o) {
                    double s = x;
                    synchronized (o) { s = s * x; }
                    return s;
                }
                @Differentiable static double asserting(double x, int n) { assert n > 1; return x * n; }
                @Differentiable static double testing(double x, Object o) {
                    return o instanceof String s && s.length() > 1 ? x : x * x;
                }
                @Differentiable static double capturing(double x, int n) {
                    java.util.function.DoubleUnaryOperator g = n > 1 ? z -> z * z : z -> z * n;
                    return g.applyAsDouble(x);
                }
                @Differentiable static double throwing(double x) throws java.io.IOException { return x * x; }

                @Differentiable static void leaving(double[] a, double x) { if (x > 3) { return; } a[0] = x * a[0]; }
                @Differentiable static void rejecting(double[] a, double x) { a[0] = x; throw new IllegalStateException(); }
                @Differentiable static double fromLoop(double x) {
                    for (int i = 0; i < 3; i++) { if (x > i) { return x * i; } }
                    return x * x;
                }
                @Differentiable static double runningOn(double x, int n) {
                    double s = x;
                    if (n > 1) { if (n > 2) { return s; } s = s * x; }
                    return s * s;
                }
                @Differentiable static double runningOnWithoutElse(double x, int n) {
                    double s = x;
                    if (n > 1) { s = s * x; if (n > 2) { return s; } }
                    return s * s;
                }
                @Differentiable static double runningOnFromElse(double x, int n) {
                    double s = x;
                    if (n > 1) { return s * x; } else { s = s * 3; }
                    return s * s;
                }
                @Differentiable static double endingElsewhere(double x, int n) {
                    if (n > 1) { return x * x; } else { throw new IllegalStateException(); }
                }
                @Differentiable static double throwingFirst(double x, int n) {
                    if (n > 1) { if (n > 2) { return x; } throw new IllegalStateException(); } else { return x * x; }
                }
                @Differentiable static double sharingItsEnd(double x, int n) {
                    double s = x;
                    if (n > 2) { if (n > 3) { return s; } } else { s = s * x; }
                    return s * s;
                }
                @Differentiable static double passingOn(double x, int n) {
                    if (n > 1) { return product(x, n); }
                    return x * x;
                }
                @Differentiable static double made(double d) { return new Disc(d * d).radius; }
            }
            @Differentiable record Vec(double x, double y) {}
            @Differentiable class Disc {
                double radius;
                Disc(double diameter) { radius = diameter * diameter / 2; }
            }
            """;

    private static final Map<String, Method> TANGENTS = new HashMap<>();

    @BeforeAll
    static void differentiate() {
        Reporter reporter = new Reporter();
        Derivatives derivatives = Corpus.ofSource("Bodies", SOURCE).differentiate(1, reporter);
        assertThat(reporter.problems()).isEmpty();
        derivatives.tangents().forEach(tangent -> TANGENTS.put(tangent.source().name(), tangent.tangent()));
        derivatives
                .siblings()
                .forEach(sibling -> sibling.helpers().forEach(helper -> TANGENTS.put(helper.name(), helper)));
    }

    /** A call of a method with variables of its names. */
    private static final class Site {
        private final Method method;
        private final Locals callers = new Locals();
        private final List<Expr> arguments = new ArrayList<>();
        private final Set<Local> lasting = new HashSet<>();
        final Map<String, Expr> results = new LinkedHashMap<>();

        Site(Method method) {
            this.method = method;
            for (Parameter parameter : method.parameters()) {
                Local own = callers.declared(
                        parameter.local().name(), parameter.local().type());
                arguments.add(own.read());
                lasting.add(own);
            }
        }

        static Site ofOneDirection(String name) {
            return new Site(TANGENTS.get(name));
        }

        static Site ofTwoLanes(String name) {
            return new Site(FormKind.LANES.form(TANGENTS.get(name), 2).method());
        }

        Optional<List<Stmt>> body() {
            return HelperBody.of(method, arguments, lasting, callers).flatMap(body -> body.givingTo("r", results));
        }

        /** What is declared before all else, by its name. */
        Map<String, Type> declared() {
            Map<String, Type> declared = new LinkedHashMap<>();
            body().orElseThrow().stream()
                    .filter(Stmt.Declare.class::isInstance)
                    .map(declare -> ((Stmt.Declare) declare).local())
                    .forEach(local -> declared.put(local.name(), local.type()));
            return declared;
        }

        String text() {
            return Printed.of(method.withParameters(List.of()).withBody(new Stmt.Block(body().orElseThrow())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product",
                "named",
                "halved",
                "given",
                "small",
                "whole",
                "branches",
                "allStatements",
                "procedure",
                "moved"
            })
    void canStandElsewhere(String name) {
        assertThat(Site.ofOneDirection(name).body()).isPresent();
        assertThat(Site.ofTwoLanes(name).body()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selecting",
                "choosing",
                "labelled",
                "trying",
                "locking",
                "asserting",
                "testing",
                "capturing",
                "throwing",
                "leaving",
                "rejecting",
                "fromLoop",
                "runningOn",
                "runningOnWithoutElse",
                "runningOnFromElse",
                "endingElsewhere",
                "throwingFirst",
                "sharingItsEnd",
                "passingOn",
                "newDiscTangent",
            })
    void cannotStandElsewhere(String name) {
        assertThat(Site.ofOneDirection(name).body()).isEmpty();
    }

    /** The lanes of what a constructor makes are no value with its tangents. */
    @Test
    void objectsAlone() {
        assertThat(Site.ofTwoLanes("newDiscTangent").body()).isEmpty();
    }

    @Test
    void whatLastsNeedsNoOtherName() {
        assertThat(Site.ofTwoLanes("product").text()).isEqualTo("""
                product2x2() {
                  r = x * y
                  rTangent0 = xTangent0 * y + x * yTangent0
                  rTangent1 = xTangent1 * y + x * yTangent1
                }""");
    }

    @Test
    void resultsThatAreVariablesNeedNoOthers() {
        Site named = Site.ofOneDirection("named");
        Site given = Site.ofOneDirection("given");

        assertThat(named.text()).isEqualTo("""
                named() {
                  s = x * x
                  sTangent = 2.0 * x * xTangent
                }""");
        assertThat(named.results).hasToString("{value=Read[local=s], tangent=Read[local=sTangent]}");
        assertThat(given.body()).contains(List.of());
        assertThat(given.results).hasToString("{value=Read[local=x], tangent=Read[local=xTangent]}");
    }

    @Test
    void whatTheHelperAssignsToIsCopied() {
        assertThat(Site.ofOneDirection("halved").text()).startsWith("""
                halved() {
                  x2 = x
                  xTangent2 = xTangent
                  x2 = x2 / 2
                """);
    }

    /** Whether conditions are constant would be another question with a literal, or with a constant, in the place of a parameter. */
    @Test
    void argumentsThatAreNoLastingVariables() {
        Site literal = Site.ofOneDirection("product");
        literal.arguments.set(0, new Expr.Literal(Primitive.DOUBLE, 2.0));
        Site constant = Site.ofOneDirection("product");
        Local two = new Local(99, "two", Primitive.DOUBLE, true);
        constant.arguments.set(0, two.read());
        constant.lasting.add(two);
        Site integer = Site.ofOneDirection("product");
        Local n = new Local(99, "n", Primitive.INT, false);
        integer.arguments.set(0, n.read());
        integer.lasting.add(n);
        Site changing = Site.ofOneDirection("product");
        changing.lasting.clear();

        assertThat(literal.text()).startsWith("product() {\n  x2 = 2.0\n  r = x2 * y\n");
        assertThat(constant.text()).startsWith("product() {\n  x2 = two\n  r = x2 * y\n");
        assertThat(integer.text()).startsWith("product() {\n  x2 = n\n  r = x2 * y\n");
        assertThat(changing.text())
                .startsWith(
                        "product() {\n  x2 = x\n  y2 = y\n  xTangent2 = xTangent\n  yTangent2 = yTangent\n  r = x2 * y2\n");
    }

    @Test
    void branchesShareTheVariablesOfTheirResults() {
        Site branches = Site.ofTwoLanes("branches");

        assertThat(branches.declared()).hasToString("{r=double, rTangent0=double, rTangent1=double}");
        assertThat(branches.results.values())
                .extracting(Expr::toString)
                .containsExactly("Read[local=r]", "Read[local=rTangent0]", "Read[local=rTangent1]");
    }

    @Test
    void variablesHaveTheTypesOfTheirComponents() {
        assertThat(Site.ofOneDirection("smallBranches").declared()).hasToString("{r=float, rTangent=float}");
        assertThat(Site.ofTwoLanes("smallBranches").declared())
                .hasToString("{r=float, rTangent0=float, rTangent1=float}");
        assertThat(Site.ofTwoLanes("moved").declared())
                .hasToString("{r=corpus.Vec, rTangent=corpus.VecLanes.Tangent2}");
        assertThat(Site.ofOneDirection("moved").declared()).hasToString("{r=corpus.Vec, rTangent=corpus.VecTangent}");
    }
}

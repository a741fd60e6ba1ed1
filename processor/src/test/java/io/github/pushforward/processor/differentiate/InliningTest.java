package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which helpers stand in the place of their calls; that the forms compute the same is for {@link CorpusTest}. */
class InliningTest {

    private static List<Method> lanesOf(String source) {
        Derivatives derivatives =
                Corpus.ofSource("Inlined", """
                        package corpus;
                        import io.github.pushforward.Differentiable;
                        class Inlined {
                        %s
                        }
                        """.formatted(source)).differentiate(4, new Reporter(), Corpus.Wanted.LANES);
        return lanes(derivatives);
    }

    private static List<Method> lanes(Derivatives derivatives) {
        return derivatives.lanes().methods(derivatives.siblings().get(0).owner().sibling("Tangent"));
    }

    private static List<String> names(List<Method> methods) {
        return methods.stream()
                .map(method -> method.name().replace("Into", ""))
                .distinct()
                .toList();
    }

    private static String helper(int terms) {
        String sum = IntStream.range(0, terms)
                .mapToObj(i -> "s += Math.sin(x * s) / (1 + s * s);\n")
                .collect(Collectors.joining());
        return "static double helper(double x) { double s = x;\n" + sum + "return s; }";
    }

    /** What is left are loops that are left in the middle, recursion, and what is short enough. */
    @Test
    void allButWhatCannotStandElsewhere() {
        Derivatives derivatives = Corpus.of("LongHelpers").differentiate(4, new Reporter(), Corpus.Wanted.LANES);

        assertThat(names(lanes(derivatives)).stream().filter(name -> name.endsWith("x4")))
                .containsExactlyInAnyOrder(
                        "straight2x4",
                        "branching2x4",
                        "fromLoop2x4",
                        "searchedTangent2x4",
                        "procedure2x4",
                        "arrays2x4",
                        "nested2x4",
                        "integers1x4",
                        "recursive1x4",
                        "foldedTangent1x4");
    }

    @Test
    void shortHelpersAreLeftToHotSpot() {
        List<Method> methods =
                lanesOf(helper(1) + "@Differentiable static double f(double x) { return helper(x) * x; }");

        assertThat(names(methods)).containsExactlyInAnyOrder("f1x4", "helperTangent1x4");
        assertThat(CodeSize.of(methods.get(1))).isLessThanOrEqualTo(325);
    }

    /** As many calls as there is room for: the method stays one that HotSpot compiles. */
    @Test
    void aMethodStaysSmallEnoughToBeCompiled() {
        String calls =
                IntStream.range(0, 20).mapToObj(i -> "helper(x + " + i + ")").collect(Collectors.joining(" + "));
        List<Method> methods =
                lanesOf(helper(10) + "@Differentiable static double f(double x) { return " + calls + "; }");

        assertThat(names(methods)).containsExactlyInAnyOrder("f1x4", "helperTangent1x4");
        assertThat(CodeSize.of(methods.get(0))).isBetween(4_000, CodeSize.COMPILED);
    }

    /** A method with this many variables, of five byte codes each, before the rest. */
    private static Method method(
            String name, Type result, Locals locals, Local parameter, int variables, Stmt... rest) {
        List<Stmt> statements = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            statements.add(
                    new Stmt.Declare(locals.declared("k" + i, Primitive.INT), new Expr.Literal(Primitive.INT, 1_000)));
        }
        statements.addAll(List.of(rest));
        Callee callee = new Callee(
                ClassType.of("corpus", "Inlined"),
                name,
                List.of(parameter.type()),
                result,
                Callee.Kind.TANGENT,
                List.of(false),
                false);
        return new Method(
                callee,
                Access.PRIVATE,
                List.of(new Parameter(parameter, false)),
                new Stmt.Block(statements),
                Dispatch.NONE,
                locals,
                Set.of(),
                Span.NONE);
    }

    private static Method procedure(int variables) {
        Locals locals = new Locals();
        return method("helper", Primitive.VOID, locals, locals.declared("x", Primitive.DOUBLE), variables);
    }

    private static Method calling(Method helper, Function<Local, Expr> ofResult) {
        Locals locals = new Locals();
        Local y = locals.declared("y", Primitive.DOUBLE);
        Local result = locals.declared("d", helper.result());
        Expr call = new Expr.Call(helper.callee(), List.of(y.read()), Span.NONE);
        Expr value = ofResult.apply(result);
        return helper.result() == Primitive.VOID
                ? method("f", Primitive.VOID, locals, y, 0, new Stmt.Evaluate(call))
                : method("f", value.type(), locals, y, 0, new Stmt.Declare(result, call), new Stmt.Return(value));
    }

    private static Method inlined(Method helper, Method caller, int most) {
        return new Inlining(callee -> callee.equals(helper.callee()) ? Optional.of(helper) : Optional.empty(), most)
                .in(caller);
    }

    @Test
    void whatHotSpotJustInlines() {
        Method just = procedure(65);
        Method longer = procedure(66);
        Method callingJust = calling(just, Local::read);

        assertThat(CodeSize.of(just)).isEqualTo(325);
        assertThat(inlined(just, callingJust, CodeSize.COMPILED)).isEqualTo(callingJust);
        assertThat(inlined(longer, calling(longer, Local::read), CodeSize.COMPILED)
                        .body()
                        .statements())
                .hasSize(66)
                .allMatch(Stmt.Declare.class::isInstance);
    }

    @Test
    void asMuchAsThereIsRoomFor() {
        Method helper = procedure(100);
        Method caller = calling(helper, Local::read);

        assertThat(CodeSize.of(inlined(helper, caller, 500))).isEqualTo(500);
        assertThat(inlined(helper, caller, 499)).isEqualTo(caller);
    }

    /** What takes the result as a whole needs the object, and what takes it apart the variables, named after it. */
    @Test
    void resultsThatAreTakenApart() {
        Locals locals = new Locals();
        Local x = locals.declared("x", Primitive.DOUBLE);
        Expr square = new Expr.Binary(BinaryOp.MULTIPLY, x.read(), x.read(), Primitive.DOUBLE);
        Expr dual = new Expr.NewDual(Primitive.DOUBLE, square, square);
        Method helper = method("helper", dual.type(), locals, x, 66, new Stmt.Return(dual));
        Method whole = calling(helper, Local::read);
        Method apart = calling(helper, d -> new Expr.DualPart(d.read(), DualHalf.TANGENT));

        assertThat(inlined(helper, whole, CodeSize.COMPILED)).isEqualTo(whole);
        assertThat(Printed.of(inlined(helper, apart, CodeSize.COMPILED)))
                .endsWith("  d2 = y * y\n  dTangent = y * y\n  return dTangent\n}");
    }
}

package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is just within the limits on the sizes of methods, and what is just beyond them. */
class SizeLimitsIrTest {
    /** A method with a parameter for each type, and so many byte codes. */
    private static Method method(List<Type> types, int size) {
        List<Parameter> parameters = IntStream.range(0, types.size())
                .mapToObj(i -> new Parameter(new Local(i, "p" + i, types.get(i), false), false))
                .toList();
        Expr read = parameters.get(0).local().read();
        List<Stmt> statements = new ArrayList<>();
        int rest = size;
        for (; rest % 4 != 0; rest -= 3) {
            statements.add(new Stmt.Evaluate(read));
        }
        statements.addAll(Collections.nCopies(rest / 4, new Stmt.Evaluate(new Expr.Literal(Primitive.INT, 1_000))));
        Callee callee = new Callee(
                ClassType.of("demo", "Demo"),
                "f",
                types,
                Primitive.VOID,
                Callee.Kind.TANGENT,
                types.stream().map(type -> false).toList(),
                false);
        Method method = new Method(
                callee,
                Access.PACKAGE,
                parameters,
                new Stmt.Block(statements),
                Dispatch.NONE,
                new Locals(),
                Set.of(),
                Span.NONE);
        assertThat(CodeSize.of(method)).isEqualTo(size);
        return method;
    }

    private static Reporter checked(Method tangent, boolean advises) {
        Reporter reporter = new Reporter();
        SizeLimits.check("the tangent", tangent, tangent, advises, reporter);
        return reporter;
    }

    private static Method ofSize(int size) {
        return method(List.of(Primitive.INT), size);
    }

    @Test
    void whatIsWithinAllLimits() {
        List<Type> types = new ArrayList<>(Collections.nCopies(127, Primitive.DOUBLE));
        types.add(Primitive.INT);

        assertThat(checked(method(types, 10_000), true).problems()).isEmpty();
        assertThat(checked(method(types, 10_000), true).advisories()).isEmpty();
        assertThat(checked(ofSize(65_535), false).problems()).isEmpty();
    }

    @Test
    void tooManyParameters() {
        List<Type> types = Collections.nCopies(128, Primitive.LONG);

        assertThat(checked(method(types, 100), true).problems())
                .extracting(Problem::what)
                .containsExactly(
                        "the tangent of f has parameters for 256 words, and a method can have no more than 255");
    }

    @Test
    void tooLargeForAClassFile() {
        assertThat(checked(ofSize(65_536), true).problems())
                .extracting(Problem::what)
                .containsExactly(
                        "the tangent of f has about 65536 byte codes, and a class file has room for no more than 65535");
    }

    @Test
    void tooLargeToBeCompiled() {
        assertThat(checked(ofSize(10_001), true).problems()).isEmpty();
        assertThat(checked(ofSize(10_001), true).advisories())
                .extracting(Problem::what)
                .containsExactly(
                        "the tangent of f has about 10001 byte codes, and HotSpot compiles no method of more than 8000:"
                                + " it will be interpreted, which is many times slower");
        assertThat(checked(ofSize(10_001), false).advisories()).isEmpty();
    }
}

package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which functions have rules, and what is said of calls that nothing is known of. */
class UnknownFunctionsTest {
    private static final ClassType DEMO = ClassType.of("demo", "Demo");

    private static Callee math(String name, List<Type> types) {
        return new Callee(
                DEMO, name, types, Primitive.DOUBLE, Callee.Kind.MATH, Collections.nCopies(types.size(), false), false);
    }

    /** {@code pow(x, n)}: a number, and an integer. */
    private static Callee function(String form) {
        int open = form.indexOf('(');
        List<Type> types = new ArrayList<>();
        for (String letter : form.substring(open + 1, form.length() - 1).split(", ")) {
            types.add(letter.equals("n") ? Primitive.INT : Primitive.DOUBLE);
        }
        return math(form.substring(0, open), types);
    }

    @Test
    void everyRuleIsFoundByTheParametersOfItsFunction() {
        assertThat(MathRules.functions())
                .hasSizeGreaterThan(50)
                .allSatisfy(form -> assertThat(MathRules.of(function(form))).isPresent());
    }

    /** Libraries have some under the names of {@code Math}, and of more parameters than any rule. */
    @Test
    void functionsOfOtherParametersHaveNoRule() {
        for (String form : List.of("sin(x, y)", "sin(n)", "pow(n, x)", "fma(x, y, z, w)", "sum(x, y, z, w, v)")) {
            assertThat(MathRules.of(function(form))).as(form).isEmpty();
        }
    }

    @Test
    void nothingIsSaidOfACallThatStandsForNoOther() {
        Expr x = new Locals().declared("x", Primitive.DOUBLE).read();
        Expr.Call call = new Expr.Call(math("own", List.of(Primitive.DOUBLE)), List.of(x), Span.NONE);

        assertThat(new SecondOrderNames(DEMO, Map.of()).refusal(call)).isEmpty();
    }
}

package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A form that is not there costs time; one with a set that is wrong costs derivatives. So what is not known for certain has none. */
class IndexSetExpressionsTest {
    private static final ClassType POINT = new ClassType("demo", List.of("Point"), List.of(), ClassType.Holding.VALUES);
    private static final ArrayType VECTOR = new ArrayType(Primitive.DOUBLE);

    private final Locals source = new Locals();
    private final Expr number = tangent("x", Primitive.DOUBLE);
    private final Expr vector = tangent("a", VECTOR);
    private final Expr point = tangent("p", POINT);
    private final Locals own = source.forkWithShadows();
    private final IndexSetExpressions sets =
            new IndexSetExpressions(new IndexSetLocals(own), ClassType.of("demo", "DemoTangent"));
    private final Hoist hoist = new Hoist(sets.locals(), new ArrayList<>());

    private Expr tangent(String name, Type type) {
        Local primal = source.declared(name, type);
        return source.tangentOf(primal).read();
    }

    private static Expr.Call call(Type result, Expr... arguments) {
        List<Type> types = Arrays.stream(arguments).map(Expr::type).toList();
        Callee callee = new Callee(
                ClassType.of("demo", "Other"),
                "unknown",
                types,
                result,
                Callee.Kind.FOREIGN,
                Collections.nCopies(types.size(), false),
                false);
        return new Expr.Call(callee, List.of(arguments), Span.NONE);
    }

    private static void assertHasNone(ThrowingCallable form) {
        assertThatThrownBy(form).isInstanceOf(NoLanes.class);
    }

    @Test
    void aProductHasTheInputsOfItsTangent() {
        Expr product = new Expr.Binary(BinaryOp.MULTIPLY, number, number, Primitive.DOUBLE);

        assertThat(sets.numbers(product, hoist)).isEqualTo(sets.numbers(number, hoist));
    }

    /** The set would be there, and what the other factor does would not. */
    @Test
    void notWhereAFactorDoesSomething() {
        assertHasNone(() -> sets.numbers(
                new Expr.Binary(BinaryOp.MULTIPLY, call(Primitive.DOUBLE), number, Primitive.DOUBLE), hoist));
    }

    @Test
    void notOfWhatIsMadeOfNumbersAndIsNone() {
        assertHasNone(() -> sets.numbers(new Expr.NewDual(Primitive.DOUBLE, number, number), hoist));
    }

    @Test
    void notOfArraysAndObjectsAsNumbers() {
        assertHasNone(() -> sets.numbers(vector, hoist));
        assertHasNone(() -> sets.numbers(point, hoist));
        assertHasNone(() -> sets.places(vector, hoist));
        assertHasNone(() -> sets.places(point, hoist));
    }

    @Test
    void notOfObjects() {
        Expr choice = new Expr.Conditional(new Expr.Literal(Primitive.BOOLEAN, true), point, point, point.type());
        Expr inside = new Expr.Field(point, POINT, "values", VECTOR, "values", Shadow.NONE, Span.NONE);

        assertHasNone(() -> sets.object(choice, hoist));
        assertHasNone(() -> sets.object(inside, hoist));
    }

    @Test
    void ofArraysThatAreChosen() {
        Expr choice = new Expr.Conditional(new Expr.Literal(Primitive.BOOLEAN, true), vector, vector, VECTOR);

        assertThat(sets.object(choice, hoist).type()).isEqualTo(new ArrayType(IndexSetNames.SET));
    }

    @Test
    void notOfCallsThatAreNotKnown() {
        assertHasNone(() -> sets.library().shadows(call(VECTOR, vector), hoist));
        assertHasNone(() -> sets.library().statement(call(Primitive.VOID, vector), hoist, new ArrayList<>()));
    }
}

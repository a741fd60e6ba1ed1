package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tangent methods of forms that no pass makes now: they have no lanes, rather than wrong ones. */
class LaneGuardsTest {
    private static final ClassType TANGENTS = ClassType.of("demo", "DemoTangent");
    private static final ClassType OTHERS = ClassType.of("demo", "OtherTangent");
    private static final ClassType VEC = new ClassType("demo", List.of("Vec"), List.of(), ClassType.Holding.VALUES);
    private static final ArrayType NUMBERS = new ArrayType(Primitive.DOUBLE);

    private final Locals locals = new Locals();
    private final Local x = locals.declared("x", Primitive.DOUBLE);
    private final Local xTangent = locals.tangentOf(x);
    private final Local a = locals.declared("a", NUMBERS);
    private final Local aTangent = locals.tangentOf(a);
    private final Local v = locals.declared("v", VEC);
    private final Local vTangent = locals.tangentOf(v);

    private LaneTransform.LaneForm form(ClassType owner, Stmt... statements) {
        List<Local> parameters = List.of(x, xTangent);
        Callee callee = new Callee(
                owner,
                "f",
                parameters.stream().map(Local::type).toList(),
                Primitive.VOID,
                Callee.Kind.TANGENT,
                List.of(false, true),
                false);
        return LaneTransform.of(
                new Method(
                        callee,
                        Access.PACKAGE,
                        parameters.stream()
                                .map(local -> new Parameter(local, false))
                                .toList(),
                        new Stmt.Block(List.of(statements)),
                        Dispatch.NONE,
                        locals,
                        Set.of(),
                        Span.NONE),
                2);
    }

    private void hasNoLanes(String why, Local shadow, Expr value) {
        assertThatThrownBy(() -> form(TANGENTS, new Stmt.Declare(shadow, value)))
                .isInstanceOf(NoLanes.class)
                .hasMessageStartingWith(why);
    }

    private static Callee callee(ClassType owner, Callee.Kind kind, Type result, boolean isMarked) {
        return new Callee(
                owner, "g", List.of(Primitive.DOUBLE, Primitive.DOUBLE), result, kind, List.of(false, isMarked), false);
    }

    private Expr call(Callee callee) {
        return new Expr.Call(callee, List.of(x.read(), xTangent.read()), Span.NONE);
    }

    private static Expr sum(Expr left, Expr right) {
        return new Expr.Binary(BinaryOp.PLUS, left, right, Primitive.DOUBLE);
    }

    @Test
    void callsThatNoRuleKnows() {
        hasNoLanes(
                "a call that is not known",
                locals.tangentOf(locals.declared("y", Primitive.DOUBLE)),
                call(callee(OTHERS, Callee.Kind.FOREIGN, Primitive.DOUBLE, false)));
        hasNoLanes(
                "a call that is not known",
                vTangent,
                call(callee(OTHERS, Callee.Kind.FOREIGN, VEC.tangentType(), false)));
    }

    @Test
    void functionsThatTakeTangents() {
        Callee code = callee(OTHERS, Callee.Kind.TANGENT, new DualType(Primitive.DOUBLE), true);
        ClassType function = ClassType.of("demo", "Function");
        List<Local> parameters =
                List.of(locals.ofLambda("u", Primitive.DOUBLE), locals.ofLambda("uTangent", Primitive.DOUBLE));
        List<Expr> arguments =
                parameters.stream().map(local -> (Expr) local.read()).toList();
        Expr lambda = new Expr.Lambda(function, parameters, code, arguments, false, Span.NONE);

        hasNoLanes("a function in its dual form", locals.declared("g", function), lambda);
    }

    @Test
    void objectsAndArraysAmongNumbers() {
        Local y = locals.tangentOf(locals.declared("y", Primitive.DOUBLE));
        Local dual = locals.declared("dual", new DualType(NUMBERS));
        Expr part = new Expr.Field(
                vTangent.read(), (ClassType) VEC.tangentType(), "parts", NUMBERS, null, Shadow.FIELD, Span.NONE);
        Stmt declareDual = new Stmt.Declare(dual, call(callee(OTHERS, Callee.Kind.TANGENT, dual.type(), true)));

        hasNoLanes("an object where a number belongs", y, new Expr.NewObject(VEC, false, List.of(xTangent.read())));
        hasNoLanes("the tangent of an object", y, sum(xTangent.read(), aTangent.read()));
        hasNoLanes("the tangent of an object", y, sum(xTangent.read(), part));
        assertThatThrownBy(() -> form(
                        TANGENTS,
                        declareDual,
                        new Stmt.Declare(y, sum(xTangent.read(), new Expr.DualPart(dual.read(), DualHalf.TANGENT)))))
                .isInstanceOf(NoLanes.class)
                .hasMessageStartingWith("the tangent of an object");
    }

    @Test
    void numbersAmongObjectsAndArrays() {
        hasNoLanes("a number where an array or an object belongs", aTangent, xTangent.read());
        hasNoLanes("a number where an array or an object belongs", vTangent, sum(xTangent.read(), xTangent.read()));
    }

    @Test
    void tangentsOfClassesThatHaveNone() {
        Local list = locals.tangentOf(locals.declared("list", ClassType.of("java.util", "List")));

        hasNoLanes("a tangent of a type that is not known", list, Expr.Literal.NULL);
    }

    /** In second derivatives the tangents along the first direction are values, and what takes those alone is called as it is. */
    @Test
    void callsOfTangentsInSecondDerivatives() {
        Expr first = new Expr.Call(
                callee(OTHERS, Callee.Kind.TANGENT, new DualType(Primitive.DOUBLE), true),
                Collections.nCopies(2, x.read()),
                Span.NONE);
        Stmt declared = new Stmt.Declare(locals.declared("d", first.type()), first);

        assertThat(form(TANGENTS, declared).called()).hasSize(1);
        assertThat(form(ClassType.of("demo", "DemoSecondOrder"), declared).called())
                .isEmpty();
    }
}

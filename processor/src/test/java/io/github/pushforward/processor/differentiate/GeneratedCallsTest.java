package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What generated code says of its own: calls of the runtime, copies of tables, assignments. */
class GeneratedCallsTest {
    private static final ClassType RUNTIME_OF_OTHERS = ClassType.of("demo", "MathTangents");
    private static final ClassType DEMO = ClassType.of("demo", "Demo");
    private static final ArrayType VECTOR = new ArrayType(Primitive.DOUBLE);

    private final Locals locals = new Locals();
    private final Expr x = locals.declared("x", Primitive.DOUBLE).read();
    private final Expr y = locals.declared("y", Primitive.DOUBLE).read();
    private final Expr tangent = locals.declared("xTangent", Primitive.DOUBLE).read();
    private final List<Stmt> out = new ArrayList<>();

    private Expr.Call slopesIn(Expr call) {
        Hoist hoist = new Hoist(new LaneLocals(locals, 2), out);
        return (Expr.Call) SharedSlopes.in((Expr.Call) call, call.children(), hoist);
    }

    private static Callee callee(ClassType owner, String name, Type result, Type... types) {
        return new Callee(
                owner,
                name,
                Arrays.asList(types),
                result,
                Callee.Kind.MATH,
                Collections.nCopies(types.length, false),
                false);
    }

    private Expr initializer() {
        assertThat(out).hasSize(1);
        return ((Stmt.Declare) out.get(0)).initializer();
    }

    /** A power for each lane would cost as much as the lanes save. */
    @Test
    void theSlopeOfAPowerIsComputedOnceForAllLanes() {
        Expr.Call power = slopesIn(RuntimeCalls.tangent("powBase", x, y, tangent));

        assertThat(initializer()).isEqualTo(RuntimeCalls.tangent("powBaseSlope", x, y));
        assertThat(power.callee().name()).isEqualTo("powBase");
        assertThat(power.arguments().subList(0, 3)).containsExactly(x, y, tangent);
        assertThat(power.arguments())
                .hasSize(4)
                .last()
                .isEqualTo(((Stmt.Declare) out.get(0)).local().read());
    }

    @Test
    void aSlopeThatIsThereAlreadyIsComputedOnce() {
        Expr slope = new Expr.Binary(BinaryOp.MULTIPLY, x, y, Primitive.DOUBLE);

        Expr.Call power = slopesIn(RuntimeCalls.tangent("powBase", x, y, tangent, slope));

        assertThat(initializer()).isEqualTo(slope);
        assertThat(power.arguments().subList(0, 3)).containsExactly(x, y, tangent);
        assertThat(power.arguments()).hasSize(4).doesNotContain(slope);
    }

    @Test
    void otherFunctionsHaveNoSlopes() {
        Expr sine = RuntimeCalls.math("sin", x);
        Expr named = new Expr.Call(
                callee(
                        RUNTIME_OF_OTHERS,
                        "powBase",
                        Primitive.DOUBLE,
                        Primitive.DOUBLE,
                        Primitive.DOUBLE,
                        Primitive.DOUBLE),
                List.of(x, y, tangent),
                Span.NONE);

        assertThat(slopesIn(sine)).isEqualTo(sine);
        assertThat(slopesIn(named)).isEqualTo(named);
        assertThat(out).isEmpty();
    }

    /** Numbers go from an array into its copy. */
    @Test
    void zerosAndChecksAreConstant() {
        ClassType shadows = ClassType.of("io.github.pushforward.runtime", "Shadows");
        Expr.Call check = (Expr.Call)
                RuntimeCalls.requireClass(locals.declared("object", DEMO).read(), List.of(DEMO));

        assertThat(RuntimeCalls.isConstant(callee(shadows, "zeros", VECTOR, VECTOR)))
                .isTrue();
        assertThat(RuntimeCalls.isConstant(check.callee())).isTrue();
        assertThat(RuntimeCalls.isConstant(callee(shadows, "copy", VECTOR, VECTOR)))
                .isFalse();
    }

    @Test
    void onlyPermutationsTakeTangentsAlong() {
        ClassType arrays = ClassType.of("java.util", "Arrays");

        assertThat(RuntimeCalls.tangentOwner(callee(arrays, "sort", Primitive.VOID, VECTOR)))
                .isPresent();
        assertThat(RuntimeCalls.tangentOwner(callee(arrays, "fill", Primitive.VOID, VECTOR, Primitive.DOUBLE)))
                .isEmpty();
    }

    private static ClassType active(String name) {
        return new ClassType("demo", List.of(name), List.of(), ClassType.Holding.MEMORY);
    }

    /** Whoever looks at the class of the object looks for a tangent of that class. */
    @Test
    void zerosAreOfTheClassOfTheObject() {
        ClassType above = active("Above");
        Expr below = locals.declared("below", active("Below")).read();
        Expr constant =
                locals.declared("constant", ClassType.of("demo", "Constant")).read();

        assertThat(RuntimeCalls.zeros(below, above).type()).isEqualTo(ClassType.of("demo", "BelowTangent"));
        assertThat(RuntimeCalls.zeros(constant, above).type()).isEqualTo(ClassType.of("demo", "AboveTangent"));
    }

    private static Expr.StaticField table(ClassType owner, String name) {
        return new Expr.StaticField(owner, name, VECTOR, null, true);
    }

    @Test
    void tablesOfOneNameGetTwo() {
        TableCopies copies = new TableCopies(DEMO.sibling("Tangent"), field -> Optional.empty());
        ClassType other = ClassType.of("demo", "Other");

        List<String> names = List.of(
                copies.of(table(DEMO, "TABLE")).name(),
                copies.of(table(other, "TABLE")).name(),
                copies.of(table(DEMO, "TABLE")).name(),
                copies.of(table(ClassType.of("demo", "Third"), "TABLE")).name());

        assertThat(names).containsExactly("TABLE", "TABLE2", "TABLE", "TABLE3");
    }

    /** Which is private to the class, too, and so has to be there before. */
    @Test
    void aTableIsComputedFromTheCopyOfAnother() {
        Expr.StaticField first = table(DEMO, "FIRST");
        Expr.StaticField second = table(DEMO, "SECOND");
        Map<Expr.StaticField, Table> tables = Map.of(
                first, new Table(first, new Expr.ArrayLiteral(VECTOR, List.of(), false), Set.of()),
                second, new Table(second, first, Set.of()));
        TableCopies copies = new TableCopies(DEMO.sibling("Tangent"), field -> Optional.ofNullable(tables.get(field)));

        Expr.StaticField copy = copies.of(second);

        assertThat(copies.all()).extracting(table -> table.field().name()).containsExactly("FIRST", "SECOND");
        assertThat(copies.all().get(1).field()).isEqualTo(copy);
        assertThat(copies.all().get(1).initializer())
                .isEqualTo(copies.all().get(0).field());
    }

    private static Expr written(Stmt statement) {
        return ((Stmt.Evaluate) statement).expression();
    }

    @Test
    void aCompoundAssignmentNarrowsByItself() {
        Local single = locals.declared("single", Primitive.FLOAT);
        Expr sum = new Expr.Binary(BinaryOp.PLUS, single.read(), x, Primitive.DOUBLE);

        assertThat(written(Assignments.compact(single.read(), new Expr.Cast(Primitive.FLOAT, sum, Span.NONE))))
                .isEqualTo(new Expr.CompoundAssign(single.read(), BinaryOp.PLUS, x, Span.NONE));
        // Rounded to whole numbers before it is widened again.
        assertThat(written(Assignments.compact(x, new Expr.Cast(Primitive.INT, sum, Span.NONE))))
                .isInstanceOf(Expr.Assign.class);
    }

    /** {@code flag === other} is no Java. */
    @Test
    void comparisonsAreAssigned() {
        Expr flag = locals.declared("flag", Primitive.BOOLEAN).read();
        Expr isSame = new Expr.Binary(
                BinaryOp.EQUAL,
                flag,
                locals.declared("other", Primitive.BOOLEAN).read(),
                Primitive.BOOLEAN);

        assertThat(written(Assignments.compact(flag, isSame))).isEqualTo(new Expr.Assign(flag, isSame, Span.NONE));
    }
}

package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Reachability;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Statements. */
final class Statements {
    private static final int DEPTH = 3;

    private final Body body;
    private final Loops loops;

    /** How many more statements may be made. */
    private int budget;

    /** What a {@code return} here returns; {@code null} where none may stand. */
    @Nullable
    Type result;

    /** How many blocks are around this place. */
    int nesting;

    Statements(Body body) {
        this.body = body;
        this.loops = new Loops(body, this);
    }

    /** The whole body of a method. */
    Stmt.Block method(Type methodResult, int size) {
        result = methodResult;
        budget = size * 3;
        List<Stmt> statements = new ArrayList<>(block(size).statements());
        finish(statements);
        return new Stmt.Block(statements);
    }

    /** Adds the {@code return} at the end, where the end can be reached. */
    private void finish(List<Stmt> statements) {
        if (result != null && result != Primitive.VOID && Reachability.canComplete(statements)) {
            statements.add(new Stmt.Return(body.expression(result, DEPTH)));
        }
    }

    /** The body of a lambda. */
    List<Stmt> function(Type functionResult) {
        Type outer = result;
        int outerBudget = budget;
        int outerNesting = nesting;
        List<Loops.Target> around = loops.leaveAll();
        result = functionResult;
        budget = 4;
        nesting = 2;
        int size = body.scope.enter();
        List<Stmt> statements = new ArrayList<>(sequence(2));
        finish(statements);
        body.scope.leave(size);
        loops.restore(around);
        result = outer;
        budget = outerBudget;
        nesting = outerNesting;
        return statements;
    }

    /** A block whose variables are out of sight after it. */
    Stmt.Block block(int statements) {
        int size = body.scope.enter();
        nesting++;
        Stmt.Block block = new Stmt.Block(sequence(statements));
        nesting--;
        body.scope.leave(size);
        return block;
    }

    private List<Stmt> sequence(int count) {
        List<Stmt> made = new ArrayList<>();
        for (int i = 0; i < count && Reachability.canComplete(made); i++) {
            made.addAll(make());
        }
        return made;
    }

    private List<Stmt> make() {
        budget--;
        boolean mayNest = nesting < 4 && budget > 0;
        Supplier<Stmt.Block> inner = () -> block(body.dice.between(1, 3));
        return new Weighted<List<Stmt>>()
                .add(26, () -> List.of(declare()))
                .add(28, () -> List.of(assignment()))
                .addIf(mayNest, 12, () -> List.of(branch(inner)))
                .addIf(mayNest, 16, () -> loops.make(inner))
                .addIf(mayNest, 6, () -> List.of(switchOver()))
                .addIf(mayNest, 6, () -> List.of(tryCatch()))
                .addIf(mayNest, 1, () -> List.of(inner.get()))
                .addIf(nesting > 1, 2, () -> List.of(guarded(exception())))
                .addIf(
                        result != null && nesting > 1,
                        3,
                        () -> List.of(
                                guarded(new Stmt.Return(result == Primitive.VOID ? null : body.expression(result, 2)))))
                .addIf(loops.canJump(), 6, () -> List.of(guarded(loops.jump())))
                .add(
                        5,
                        () -> List.of(body.arrays
                                .call(2)
                                .<Stmt>map(Stmt.Evaluate::new)
                                .orElseGet(this::declare)))
                .add(4, () -> List.of(call()))
                .choose(body.dice);
    }

    /** Mostly under a condition. */
    private Stmt guarded(Stmt statement) {
        return body.dice.percent(nesting > 2 ? 70 : 95)
                ? new Stmt.If(body.booleans.make(2), new Stmt.Block(List.of(statement)), null)
                : statement;
    }

    private Stmt exception() {
        String kind = body.dice.of("Failure", "Failure", "IllegalStateException", "ArithmeticException");
        return new Stmt.Throw(kind, "m" + body.dice.below(10));
    }

    private Stmt declare() {
        Type type = body.dice.pick(types());
        Expr value = body.expression(type, DEPTH);
        String name = body.scope.fresh("v");
        Variable.Use use = body.dice.percent(70) ? Variable.Use.FREE : Variable.Use.FIXED;
        body.scope.add(Variable.local(type, name, use));
        return new Stmt.Declare(type, name, value);
    }

    private List<Type> types() {
        List<Type> types = new ArrayList<>(List.of(
                Primitive.DOUBLE,
                Primitive.DOUBLE,
                Primitive.DOUBLE,
                Primitive.DOUBLE,
                Primitive.FLOAT,
                Primitive.INT,
                Primitive.INT,
                Primitive.LONG,
                Primitive.BOOLEAN,
                Body.VECTOR,
                Body.VECTOR,
                Body.MATRIX,
                new Type.Array(Primitive.FLOAT),
                new Type.Array(Primitive.INT),
                new Type.Box(Primitive.DOUBLE),
                body.dice.of(Primitive.SHORT, Primitive.BYTE, Primitive.CHAR),
                new Type.Box(body.dice.of(Primitive.INT, Primitive.FLOAT, Primitive.LONG)),
                body.dice.of(FunctionExpressions.UNARY, FunctionExpressions.BINARY)));
        types.addAll(body.library.interfaces);
        body.library.classes.forEach(definition -> {
            types.add(definition.type());
            types.add(body.dice.percent(60) ? definition.type() : new Type.Array(definition.type()));
        });
        return types;
    }

    /** An assignment of any kind, as a statement. */
    private Stmt assignment() {
        List<Type> candidates = new ArrayList<>(types());
        for (int attempt = 0; attempt < 8; attempt++) {
            Type type = attempt < 2 ? Primitive.DOUBLE : body.dice.pick(candidates);
            if (type instanceof Type.Function) {
                continue;
            }
            var place = body.place(type, 2);
            if (place.isPresent()) {
                return new Stmt.Evaluate(assignment(place.get(), type));
            }
        }
        return declare();
    }

    private Expr assignment(Expr place, Type type) {
        if (type instanceof Type.Box box
                ? box.primitive().isFloating()
                : type == Primitive.DOUBLE || type == Primitive.FLOAT) {
            return body.reals.assignment(place, DEPTH);
        }
        boolean isInteger = type instanceof Type.Box || (type instanceof Primitive primitive && primitive.isIntegral());
        if (isInteger) {
            return body.integers.assignment(place, DEPTH);
        }
        return new Expr.Assign(place, body.expression(type, DEPTH));
    }

    private Stmt call() {
        var helpers = body.library.helpers(helper -> helper.result() == Primitive.VOID);
        if (!helpers.isEmpty() && body.dice.percent(60)) {
            return new Stmt.Evaluate(body.functions.call(body.dice.pick(helpers), 2));
        }
        return body.objects.statement(2).<Stmt>map(Stmt.Evaluate::new).orElseGet(this::declare);
    }

    private Stmt branch(Supplier<Stmt.Block> inner) {
        Expr condition = body.booleans.make(2);
        Stmt.Block whenTrue = inner.get();
        return new Stmt.If(condition, whenTrue, body.dice.percent(50) ? inner.get() : null);
    }

    private Stmt switchOver() {
        boolean isArrow = body.dice.percent(45);
        Expr selector = selector();
        List<Stmt.Case> cases = new ArrayList<>();
        int label = 0;
        int count = body.dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            List<Integer> labels = body.dice.percent(25) ? List.of(label++, label++) : List.of(label++);
            cases.add(new Stmt.Case(labels, caseBody(isArrow)));
        }
        if (body.dice.percent(60)) {
            int place = isArrow ? cases.size() : body.dice.below(cases.size() + 1);
            cases.add(place, new Stmt.Case(List.of(), caseBody(isArrow)));
        }
        return new Stmt.Switch(selector, cases, isArrow);
    }

    private Expr selector() {
        return body.dice.percent(70)
                ? new Expr.Binary(
                        Operator.BIT_AND, body.expression(Primitive.INT, 2), new Expr.Literal(Primitive.INT, 3))
                : body.expression(Primitive.INT, 2);
    }

    /** Groups of the old form mostly end in {@code break}; else they fall through. */
    private List<Stmt> caseBody(boolean isArrow) {
        List<Stmt> statements =
                loops.insideSwitch(() -> block(body.dice.between(1, 2)).statements());
        if (isArrow || !Reachability.canComplete(statements) || body.dice.percent(35)) {
            return isArrow ? statements : List.of(new Stmt.Block(statements));
        }
        return List.of(new Stmt.Block(statements), new Stmt.Break(null));
    }

    /** A {@code switch} that is an expression. */
    Expr choice(Type type, int depth) {
        boolean isArrow = body.dice.percent(60);
        Expr selector = selector();
        List<Stmt.Case> cases = new ArrayList<>();
        int count = body.dice.between(1, 2);
        for (int label = 0; label < count; label++) {
            boolean fallsThrough = !isArrow && body.dice.percent(20);
            cases.add(new Stmt.Case(List.of(label), fallsThrough ? List.of() : yielding(type, depth)));
        }
        cases.add(new Stmt.Case(List.of(), yielding(type, depth)));
        return new Expr.Choice(type, selector, cases, isArrow);
    }

    /** Statements that end in the value of a case. */
    private List<Stmt> yielding(Type type, int depth) {
        if (body.dice.percent(60) || budget <= 0) {
            return List.of(new Stmt.Yield(body.expression(type, depth - 1)));
        }
        Type outer = result;
        result = null;
        List<Loops.Target> around = loops.leaveAll();
        int size = body.scope.enter();
        List<Stmt> statements = new ArrayList<>();
        statements.add(body.dice.percent(50) ? declare() : assignment());
        statements.add(new Stmt.Yield(body.expression(type, depth - 1)));
        body.scope.leave(size);
        loops.restore(around);
        result = outer;
        return List.of(new Stmt.Block(statements));
    }

    private Stmt tryCatch() {
        Stmt.Block tried = block(body.dice.between(1, 3));
        List<Stmt.Catch> handlers = new ArrayList<>();
        int shape = body.dice.below(6);
        if (shape < 2) {
            handlers.add(handler(List.of("ArithmeticException", "IndexOutOfBoundsException")));
        } else if (shape < 4) {
            handlers.add(handler(List.of(body.dice.of("Failure", "ArrayIndexOutOfBoundsException"))));
            if (body.dice.percent(50)) {
                handlers.add(handler(List.of("RuntimeException")));
            }
        } else if (shape == 4) {
            handlers.add(handler(List.of("RuntimeException")));
        }
        boolean hasLast = handlers.isEmpty() || body.dice.percent(35);
        return new Stmt.Try(tried, handlers, hasLast ? last() : null);
    }

    private Stmt.Catch handler(List<String> exceptions) {
        String name = body.scope.fresh("e");
        return new Stmt.Catch(exceptions, name, block(body.dice.between(1, 2)));
    }

    /** What can complete normally, so that what comes after the {@code try} can be reached. */
    private Stmt.Block last() {
        Stmt.Block last = block(body.dice.between(1, 2));
        return Reachability.canComplete(last.statements())
                ? last
                : new Stmt.Block(List.of(new Stmt.If(body.booleans.make(1), last, null)));
    }
}

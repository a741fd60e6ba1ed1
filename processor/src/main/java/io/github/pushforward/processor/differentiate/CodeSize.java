package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Yield;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many byte codes a generated method will have at most. HotSpot compiles no method of more than 8,000 (its flag {@code
 * DontCompileHugeMethods}), and the class file format has no room for more than 65,535 (JVMS 4.7.3).
 */
final class CodeSize {
    /** The most that HotSpot compiles. */
    static final int COMPILED = 8_000;

    /** The most that a class file can hold. */
    static final int POSSIBLE = 65_535;

    /** The most slots that parameters may take, of which numbers of 64 bits take two (JVMS 4.3.3). */
    static final int PARAMETER_SLOTS = 255;

    /** The last local variable that takes one byte to name. */
    private static final int NARROW_LOCALS = 255;

    /** Where it no longer matters how much it is, so that sums do not overflow. */
    private static final int LARGE = 1 << 28;

    private final Map<Local, Integer> places = new HashMap<>();

    /** Expressions of lanes have parts in common, and written down they are longer than can be counted one by one. */
    private final Map<Expr, Integer> sizes = new IdentityHashMap<>();

    private CodeSize(Method method) {
        int next = 0;
        for (Parameter parameter : method.parameters()) {
            next = place(parameter.local(), next);
        }
        placeDeclared(method.body(), next, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private int placeDeclared(Stmt statement, int first, Set<Expr> seen) {
        int next = statement instanceof Stmt.Declare declare ? place(declare.local(), first) : first;
        for (Expr expression : statement.expressions()) {
            next = placeDeclared(expression, next, seen);
        }
        for (Stmt inner : statement.statements()) {
            next = placeDeclared(inner, next, seen);
        }
        return next;
    }

    private int placeDeclared(Expr expression, int first, Set<Expr> seen) {
        if (!seen.add(expression)) {
            return first;
        }
        if (expression instanceof SwitchExpr choice) {
            return placeDeclared(choice.body(), first, seen);
        }
        int next = first;
        for (Expr child : expression.children()) {
            next = placeDeclared(child, next, seen);
        }
        return next;
    }

    /** Where nothing leaves its scope and makes room for others, which the compiler sees to. */
    private int place(Local local, int next) {
        places.put(local, next);
        return next + slots(local.type());
    }

    static int of(Method method) {
        return new CodeSize(method).of(method.body());
    }

    private int sizeOf(Local local) {
        return places.getOrDefault(local, NARROW_LOCALS + 1) > NARROW_LOCALS ? 4 : 2;
    }

    static int slots(Method method) {
        return method.parameters().stream()
                .mapToInt(parameter -> slots(parameter.local().type()))
                .sum();
    }

    private static int slots(Type type) {
        return type == Primitive.DOUBLE || type == Primitive.LONG ? 2 : 1;
    }

    private int of(Stmt statement) {
        int size = sum(statement.expressions().stream().mapToInt(this::of));
        for (Stmt inner : statement.statements()) {
            size = Math.min(LARGE, size + of(inner));
        }
        return size + own(statement);
    }

    private static int sum(IntStream sizes) {
        return (int) Math.min(LARGE, sizes.asLongStream().sum());
    }

    private int own(Stmt statement) {
        if (statement instanceof Stmt.Declare declare) {
            return sizeOf(declare.local());
        }
        if (statement instanceof Stmt.ForEach) {
            return 40;
        }
        if (statement instanceof Try attempt) {
            // Each way out runs the statements of finally and closes the resources once more.
            int resources = attempt.resources().size();
            return 60 + 80 * resources + waysOut(attempt) * (8 + 16 * resources + finallySize(attempt));
        }
        if (statement instanceof Synchronized) {
            return 40 + 4 * exits(statement);
        }
        if (statement instanceof Switch choice) {
            return selection(choice);
        }
        if (statement instanceof Stmt.Assert) {
            return 24;
        }
        if (statement instanceof Stmt.Block) {
            return 0;
        }
        boolean isPlain = statement instanceof Stmt.Evaluate || statement instanceof Stmt.Return;
        return isPlain ? 1 : 12; // tests and jumps, of which a condition may need several
    }

    private static int exits(Stmt statement) {
        return 2 + jumps(statement);
    }

    /** Not what throws, which ends up at the handler; and no statement within an expression jumps out of that. */
    private static int jumps(Stmt statement) {
        boolean isJump = statement instanceof Stmt.Return
                || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue
                || statement instanceof Yield;
        int jumps = isJump ? 1 : 0;
        for (Stmt inner : statement.statements()) {
            jumps += jumps(inner);
        }
        return jumps;
    }

    /** What has its own copy of {@code finally}: every jump out, the end of the body and of each handler, and an exception. */
    private static int waysOut(Try attempt) {
        int jumpsOfLast = attempt.last() == null ? 0 : jumps(attempt.last());
        return exits(attempt) - jumpsOfLast + attempt.catches().size();
    }

    private int finallySize(Try attempt) {
        return attempt.last() == null ? 0 : of(attempt.last());
    }

    private static int selection(Switch choice) {
        int size = 40;
        for (Switch.Case branch : choice.cases()) {
            // A string is compared by its hash and then itself, a pattern is bound; a table has at most five places for
            // each number.
            size += 12 + 60 * branch.labels().size();
        }
        return size;
    }

    private int of(Expr expression) {
        if (expression instanceof SwitchExpr choice) {
            return 8 + of(choice.body());
        }
        Integer known = sizes.get(expression);
        if (known == null) {
            known = sum(expression.children().stream().mapToInt(this::of)) + own(expression);
            sizes.put(expression, known);
        }
        return known;
    }

    private int own(Expr expression) {
        if (expression instanceof Expr.Read read) {
            return sizeOf(read.local());
        }
        if (expression instanceof Expr.Literal) {
            return 3;
        }
        if (expression instanceof Expr.Element || expression instanceof Expr.Length) {
            return 1;
        }
        if (expression instanceof Expr.Binary binary) {
            return own(binary);
        }
        if (expression instanceof Expr.Unary) {
            return expression.type() == Primitive.BOOLEAN ? 8 : 3;
        }
        if (expression instanceof Expr.ArrayLiteral literal) {
            return 6 + 6 * literal.elements().size();
        }
        if (expression instanceof Expr.Assign assign) {
            return stored(assign.target());
        }
        if (expression instanceof Expr.CompoundAssign assign) {
            return stored(assign.target())
                    + (assign.type().equals(assign.value().type()) ? 1 : 6);
        }
        if (expression instanceof Expr.Step) {
            return 14;
        }
        if (expression instanceof Expr.Conditional || expression instanceof Expr.InstanceOf) {
            return 12;
        }
        if (expression instanceof Expr.Call
                || expression instanceof Expr.Lambda
                || expression instanceof Expr.DualPart) {
            return expression.type() instanceof Primitive ? 4 : 8; // with a cast of what a generic method gives
        }
        if (expression instanceof Expr.NewObject || expression instanceof Expr.NewDual) {
            return 7;
        }
        return 6; // a field, a cast, a new array
    }

    /** To store a value that stays on the stack, which is copied below the place if that is in an array or an object. */
    private int stored(Expr target) {
        return target instanceof Expr.Read read ? 1 + sizeOf(read.local()) : 6;
    }

    private static int own(Expr.Binary binary) {
        if (binary.type() == Primitive.BOOLEAN) {
            return 12;
        }
        // With conversions of both sides; text is put together by a call.
        boolean isNumber = binary.type() instanceof Primitive;
        return isNumber ? 1 + conversions(binary) : 15;
    }

    private static int conversions(Expr.Binary binary) {
        int conversions = 0;
        for (Expr operand : binary.children()) {
            conversions += operand.type().equals(binary.type()) ? 0 : 4;
        }
        return conversions;
    }
}

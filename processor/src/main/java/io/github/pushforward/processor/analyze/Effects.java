package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What evaluating something reads, writes and may throw: enough to tell whether two evaluations may swap places without
 * anyone noticing, an exception included.
 *
 * @param reads the local variables read
 * @param writes the local variables written
 * @param assigns whether a variable that was there before is among them
 * @param readsHeap whether array elements or static fields are read
 * @param writesHeap whether anything beyond local variables may be written
 * @param mayThrow whether an exception may end it
 */
public record Effects(
        Set<Local> reads, Set<Local> writes, boolean assigns, boolean readsHeap, boolean writesHeap, boolean mayThrow) {

    public static Effects of(Expr expression) {
        return of(expression.subtree().stream());
    }

    /** What an expression does itself, once its operands have been evaluated. */
    public static Effects ofNode(Expr expression) {
        return of(Stream.of(expression));
    }

    public static Effects of(List<Stmt> statements) {
        Effects expressions = of(statements.stream().flatMap(Stmt::allExpressions));
        Set<Local> written = new HashSet<>(expressions.writes);
        List<Stmt> all = statements.stream()
                .flatMap(statement -> statement.subtree().stream())
                .toList();
        Set<Local> declared = all.stream()
                .filter(Stmt.Declare.class::isInstance)
                .map(declare -> ((Stmt.Declare) declare).local())
                .collect(Collectors.toSet());
        written.addAll(declared);
        return new Effects(
                expressions.reads,
                written,
                !declared.containsAll(expressions.writes),
                expressions.readsHeap,
                expressions.writesHeap || all.stream().anyMatch(Effects::changesObjects),
                expressions.mayThrow || all.stream().anyMatch(Effects::throwsItself));
    }

    /** Whether a statement does something to objects although none of its expressions does. */
    private static boolean changesObjects(Stmt statement) {
        return statement instanceof Synchronized || isClosing(statement);
    }

    private static boolean isClosing(Stmt statement) {
        return statement instanceof Try attempt && !attempt.resources().isEmpty();
    }

    /** Whether a statement may throw although none of its expressions does. */
    private static boolean throwsItself(Stmt statement) {
        return statement instanceof Stmt.Throw
                || statement instanceof Stmt.Assert
                || statement instanceof Stmt.ForEach
                || statement instanceof Synchronized
                || isClosing(statement)
                || (statement instanceof Switch choice && !(choice.selector().type() instanceof Primitive));
    }

    private static Effects of(Stream<Expr> nodes) {
        Gatherer gatherer = new Gatherer();
        nodes.forEach(gatherer::add);
        return gatherer.gathered();
    }

    /** The effects of both. */
    public Effects and(Effects other) {
        Set<Local> allReads = new HashSet<>(reads);
        allReads.addAll(other.reads);
        Set<Local> allWrites = new HashSet<>(writes);
        allWrites.addAll(other.writes);
        return new Effects(
                allReads,
                allWrites,
                assigns || other.assigns,
                readsHeap || other.readsHeap,
                writesHeap || other.writesHeap,
                mayThrow || other.mayThrow);
    }

    /** Whether moving this behind the later evaluation could be noticed. */
    public boolean conflictsWith(Effects later) {
        return !Collections.disjoint(reads, later.writes)
                || !Collections.disjoint(writes, later.reads)
                || !Collections.disjoint(writes, later.writes)
                || (readsHeap && later.writesHeap)
                || (writesHeap && (later.readsHeap || later.writesHeap))
                || (mayThrow && (later.mayThrow || later.writesHeap))
                || (writesHeap && later.mayThrow);
    }

    /** Whether moving this behind the later evaluation could be noticed by who handles its exception. */
    public boolean isPreemptedBy(Effects later) {
        return mayThrow && later.assigns;
    }

    /** Whether evaluating it twice, or not at all, makes no difference but for an exception. */
    public boolean isPure() {
        return writes.isEmpty() && !writesHeap;
    }

    private static final class Gatherer {
        private final Set<Local> reads = new HashSet<>();
        private final Set<Local> writes = new HashSet<>();
        private boolean readsHeap;
        private boolean writesHeap;
        private boolean mayThrow;

        Effects gathered() {
            return new Effects(
                    Set.copyOf(reads), Set.copyOf(writes), !writes.isEmpty(), readsHeap, writesHeap, mayThrow);
        }

        void add(Expr node) {
            if (node instanceof Expr.Read read) {
                reads.add(read.local());
            } else if (node instanceof Expr.StaticField) {
                readsHeap = true;
            } else if (node instanceof Expr.Element) {
                readsHeap = true;
                mayThrow = true;
            } else if (node instanceof Expr.Field field) {
                readsHeap = true;
                mayThrow |= !(field.object() instanceof Expr.Read read
                        && read.local().isReceiver());
            } else if (node instanceof Expr.InstanceOf test && test.variable() != null) {
                writes.add(test.variable());
            } else if (node instanceof Expr.Cast cast && !(cast.type() instanceof Primitive)) {
                mayThrow = true;
            } else if (node instanceof Expr.Length || node instanceof Expr.NewArray || node instanceof Expr.NewObject) {
                mayThrow = true;
            } else if (node instanceof Expr.Cast cast) {
                mayThrow |= Boxes.isUnboxing(cast);
            } else if (node instanceof SwitchExpr choice) {
                mayThrow |= choice.statements().stream().anyMatch(Effects::throwsItself);
                writesHeap |= choice.statements().stream().anyMatch(Effects::changesObjects);
            } else if (node instanceof Expr.Binary binary) {
                mayThrow |= dividesIntegers(binary.op(), binary.type());
            } else if (node instanceof Expr.Assign assign) {
                write(assign.target());
            } else if (node instanceof Expr.CompoundAssign assign) {
                write(assign.target());
                mayThrow |= dividesIntegers(assign.op(), assign.type()) || Boxes.isBox(assign.type());
            } else if (node instanceof Expr.Step step) {
                write(step.target());
                mayThrow |= Boxes.isBox(step.type());
            } else if (node instanceof Expr.Call call && isFunction(call.callee())) {
                mayThrow |= mayThrow(call.callee());
            } else if (node instanceof Expr.Call) {
                readsHeap = true;
                writesHeap = true;
                mayThrow = true;
            }
        }

        private void write(Expr target) {
            if (target instanceof Expr.Read read) {
                writes.add(read.local());
            } else {
                writesHeap = true;
            }
        }

        private static boolean dividesIntegers(BinaryOp op, Type type) {
            return (op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER)
                    && type instanceof Primitive primitive
                    && primitive.isIntegral();
        }

        /** Whether a call does nothing but give a floating-point number; {@code random} changes its generator. */
        private static boolean isFunction(Callee callee) {
            return callee.kind() == Callee.Kind.MATH
                    && callee.result().tangentType().isFloating()
                    && !callee.parameterTypes().isEmpty();
        }

        /** Functions of floating-point numbers never throw, but for limits in the wrong order, and a null box. */
        private static boolean mayThrow(Callee function) {
            return !function.isStatic() || function.name().equals("clamp");
        }
    }
}

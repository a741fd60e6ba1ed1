package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Yield;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a method: its statements. A statement that ends normally gives {@code null}. */
final class Activation implements Stmt.Visitor<@Nullable Completion> {
    final Machine machine;
    final @Nullable Method method;
    final Scopes scopes;
    private final Evaluation expressions;
    private final Choices choices;
    private @Nullable String label;

    /** @param method nothing for the initializer of a field */
    Activation(Machine machine, @Nullable Method method, Scopes scopes) {
        this.machine = machine;
        this.method = method;
        this.scopes = scopes;
        this.expressions = new Evaluation(this);
        this.choices = new Choices(this);
    }

    @Nullable
    Object evaluate(Expr expression) {
        return expression.accept(expressions);
    }

    /** As a variable of a type takes it. */
    @Nullable
    Object assigned(Expr expression, Type type) {
        return Operators.assigned(evaluate(expression), expression.type(), type);
    }

    boolean test(Expr condition) {
        return (Boolean) Objects.requireNonNull(evaluate(condition));
    }

    @Nullable
    Completion run(Stmt statement) {
        machine.step();
        return statement.accept(this);
    }

    @Nullable
    Completion runAll(List<Stmt> statements) {
        for (Stmt statement : statements) {
            Completion end = run(statement);
            if (end != null) {
                return end;
            }
        }
        return null;
    }

    @Nullable
    Completion inScope(Supplier<@Nullable Completion> code) {
        scopes.enter();
        try {
            return code.get();
        } finally {
            scopes.leave();
        }
    }

    @Override
    public @Nullable Completion declare(Stmt.Declare declare) {
        Local local = declare.local();
        Expr initializer = declare.initializer();
        if (initializer == null) {
            scopes.declare(local.name(), local.type());
            return null;
        }
        Object value = assigned(initializer, local.type());
        scopes.declare(local.name(), local.type());
        scopes.set(local.name(), value);
        return null;
    }

    @Override
    public @Nullable Completion evaluate(Stmt.Evaluate statement) {
        Expr expression = statement.expression();
        boolean isStatement = expression instanceof Expr.Assign
                || expression instanceof Expr.CompoundAssign
                || expression instanceof Expr.Step
                || expression instanceof Expr.Call
                || expression instanceof Expr.NewObject;
        if (!isStatement) {
            throw new BrokenIr("not a statement: " + expression);
        }
        evaluate(expression);
        return null;
    }

    @Override
    public @Nullable Completion block(Stmt.Block block) {
        return inScope(() -> runAll(block.statements()));
    }

    @Override
    public @Nullable Completion branch(Stmt.If branch) {
        return inScope(() -> {
            boolean isTrue = test(branch.condition());
            Stmt chosen = isTrue ? branch.then() : branch.otherwise();
            return chosen == null ? null : inScope(() -> run(chosen));
        });
    }

    /** Whether a loop goes on after its body ended so. */
    private static boolean goesOn(@Nullable Completion end, @Nullable String own) {
        return end == null || end.is(Completion.Kind.CONTINUE, own);
    }

    /** How a loop ends whose body ended it. */
    private static @Nullable Completion after(@Nullable Completion end, @Nullable String own) {
        return end == null || end.is(Completion.Kind.BREAK, own) ? null : end;
    }

    private @Nullable String takeLabel() {
        String own = label;
        label = null;
        return own;
    }

    @Override
    public @Nullable Completion whileLoop(Stmt.While loop) {
        String own = takeLabel();
        while (test(loop.condition())) {
            Completion end = inScope(() -> run(loop.body()));
            if (!goesOn(end, own)) {
                return after(end, own);
            }
        }
        return null;
    }

    @Override
    public @Nullable Completion doWhile(Stmt.DoWhile loop) {
        String own = takeLabel();
        do {
            Completion end = inScope(() -> run(loop.body()));
            if (!goesOn(end, own)) {
                return after(end, own);
            }
        } while (test(loop.condition()));
        return null;
    }

    @Override
    public @Nullable Completion forLoop(Stmt.For loop) {
        String own = takeLabel();
        return inScope(() -> {
            runAll(loop.init());
            while (loop.condition() == null || test(loop.condition())) {
                Completion end = inScope(() -> run(loop.body()));
                if (!goesOn(end, own)) {
                    return after(end, own);
                }
                loop.update().forEach(this::evaluate);
            }
            return null;
        });
    }

    @Override
    public @Nullable Completion forEach(Stmt.ForEach loop) {
        String own = takeLabel();
        List<@Nullable Object> values = elements(Objects.requireNonNull(evaluate(loop.array())));
        Local variable = loop.variable();
        for (Object value : values) {
            Completion end = inScope(() -> {
                scopes.declare(variable.name(), variable.type());
                scopes.set(
                        variable.name(),
                        variable.type() instanceof Primitive primitive ? Operators.cast(value, primitive) : value);
                return run(loop.body());
            });
            if (!goesOn(end, own)) {
                return after(end, own);
            }
        }
        return null;
    }

    private static List<@Nullable Object> elements(Object arrayOrMore) {
        List<@Nullable Object> values = new ArrayList<>();
        if (arrayOrMore instanceof Iterable<?> many) {
            many.forEach(values::add);
            return values;
        }
        for (int i = 0; i < Array.getLength(arrayOrMore); i++) {
            values.add(Array.get(arrayOrMore, i));
        }
        return values;
    }

    @Override
    public @Nullable Completion giveBack(Stmt.Return statement) {
        Expr value = statement.value();
        Type result = Objects.requireNonNull(method).result();
        if ((value == null) != (result == Primitive.VOID)) {
            throw new BrokenIr("a result of " + method.name() + ", or none where there should be one");
        }
        return new Completion(Completion.Kind.RETURN, null, value == null ? null : assigned(value, result));
    }

    @Override
    public @Nullable Completion leave(Stmt.Break statement) {
        return new Completion(Completion.Kind.BREAK, statement.label(), null);
    }

    @Override
    public @Nullable Completion goOn(Stmt.Continue statement) {
        return new Completion(Completion.Kind.CONTINUE, statement.label(), null);
    }

    @Override
    public @Nullable Completion labeled(Stmt.Labeled labeled) {
        // That of a block is none of the first loop in it.
        label = labeled.body().isLeftByBreak() ? labeled.label() : null;
        Completion end = inScope(() -> run(labeled.body()));
        label = null;
        boolean isLeft = end != null
                && end.kind() == Completion.Kind.BREAK
                && labeled.label().equals(end.label());
        return isLeft ? null : end;
    }

    @Override
    public @Nullable Completion raise(Stmt.Throw statement) {
        throw Reflected.sneaky((Throwable) Objects.requireNonNull(evaluate(statement.exception())));
    }

    @Override
    public @Nullable Completion check(Stmt.Assert statement) {
        if (!test(statement.condition())) {
            throw new AssertionError(statement.detail() == null ? null : evaluate(statement.detail()));
        }
        return null;
    }

    @Override
    public @Nullable Completion select(Switch statement) {
        String own = takeLabel();
        Completion end = choices.run(statement);
        return end != null && end.is(Completion.Kind.BREAK, own) ? null : end;
    }

    /** For a switch that has a value. */
    @Nullable
    Completion choose(Switch choice) {
        return choices.run(choice);
    }

    @Override
    public @Nullable Completion give(Yield statement) {
        return new Completion(Completion.Kind.YIELD, null, evaluate(statement.value()));
    }

    @Override
    public @Nullable Completion attempt(Try statement) {
        Completion end;
        try {
            end = caught(statement);
        } catch (BrokenIr broken) {
            throw broken;
        } catch (Throwable thrown) {
            Completion instead = statement.last() == null ? null : run(statement.last());
            if (instead == null) {
                throw thrown;
            }
            return instead;
        }
        Completion instead = statement.last() == null ? null : run(statement.last());
        return instead != null ? instead : end;
    }

    private @Nullable Completion caught(Try statement) {
        try {
            return inScope(() -> guarded(statement, 0));
        } catch (BrokenIr broken) {
            throw broken;
        } catch (Throwable thrown) {
            for (Try.Catch handler : statement.catches()) {
                if (handler.types().stream().anyMatch(type -> machine.program.reflected.isInstance(thrown, type))) {
                    return inScope(() -> {
                        Local exception = handler.exception();
                        scopes.declare(exception.name(), exception.type());
                        scopes.set(exception.name(), thrown);
                        return run(handler.body());
                    });
                }
            }
            throw thrown;
        }
    }

    /** Opens the resources from an index on, runs the body, and closes them. */
    private @Nullable Completion guarded(Try statement, int next) {
        if (next == statement.resources().size()) {
            return run(statement.body());
        }
        Object resource;
        if (statement.resources().get(next) instanceof Stmt.Declare declare) {
            run(declare);
            resource = scopes.get(declare.local().name());
        } else {
            resource = evaluate(((Stmt.Evaluate) statement.resources().get(next)).expression());
        }
        return closing((AutoCloseable) resource, () -> guarded(statement, next + 1));
    }

    private static @Nullable Completion closing(@Nullable AutoCloseable resource, Supplier<@Nullable Completion> code) {
        Completion end;
        try {
            end = code.get();
        } catch (BrokenIr broken) {
            throw broken;
        } catch (Throwable thrown) {
            try {
                close(resource);
            } catch (Exception another) {
                thrown.addSuppressed(another);
            }
            throw thrown;
        }
        close(resource);
        return end;
    }

    private static void close(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception thrown) {
            throw Reflected.sneaky(thrown);
        }
    }

    @Override
    public @Nullable Completion hold(Synchronized statement) {
        Object lock = Objects.requireNonNull(evaluate(statement.lock()));
        synchronized (lock) {
            return run(statement.body());
        }
    }
}

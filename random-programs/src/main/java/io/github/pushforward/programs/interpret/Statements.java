package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements of one activation of a method; each answers how it completed, {@code null} for normally (JLS 14.1). */
final class Statements implements Stmt.Visitor<@Nullable Completion> {
    private final Interpreter interpreter;
    private final Expressions expressions;
    private final Map<String, @Nullable Object> frame;
    private final Type result;

    /** The label before the statement that is about to run, and the type of the {@code switch} expression around it. */
    private @Nullable String label;

    private Type yielded = Primitive.VOID;

    Statements(Interpreter interpreter, Expressions expressions, Map<String, @Nullable Object> frame, Type result) {
        this.interpreter = interpreter;
        this.expressions = expressions;
        this.frame = frame;
        this.result = result;
    }

    private @Nullable Completion run(Stmt statement) {
        interpreter.trace().step();
        return statement.accept(this);
    }

    @Nullable
    Completion all(List<Stmt> statements) {
        for (Stmt statement : statements) {
            Completion completion = run(statement);
            if (completion != null) {
                return completion;
            }
        }
        return null;
    }

    @Override
    public @Nullable Completion declare(Stmt.Declare declaration) {
        if (declaration.value() != null) {
            frame.put(declaration.name(), expressions.evaluate(declaration.value(), declaration.type()));
        }
        return null;
    }

    @Override
    public @Nullable Completion evaluate(Stmt.Evaluate evaluation) {
        expressions.evaluate(evaluation.expression());
        return null;
    }

    @Override
    public @Nullable Completion ifElse(Stmt.If branch) {
        if (expressions.isTrue(branch.condition())) {
            return run(branch.whenTrue());
        }
        return branch.whenFalse() == null ? null : run(branch.whenFalse());
    }

    /** The label of the loop that begins. */
    private @Nullable String ownLabel() {
        String own = label;
        label = null;
        return own;
    }

    @Override
    public @Nullable Completion whileLoop(Stmt.While loop) {
        return loop(ownLabel(), loop.condition(), List.of(), loop.body(), false);
    }

    @Override
    public @Nullable Completion doWhile(Stmt.DoWhile loop) {
        return loop(ownLabel(), loop.condition(), List.of(), loop.body(), true);
    }

    @Override
    public @Nullable Completion forLoop(Stmt.For loop) {
        String own = ownLabel();
        loop.start().forEach(this::run);
        return loop(own, loop.condition(), loop.updates(), loop.body(), false);
    }

    private @Nullable Completion loop(
            @Nullable String own, Expr condition, List<Expr> updates, Stmt.Block body, boolean isBodyFirst) {
        boolean isDue = isBodyFirst;
        while (isDue || expressions.isTrue(condition)) {
            isDue = false;
            Completion completion = run(body);
            if (completion != null && completion.breaks(own)) {
                return null;
            }
            if (completion != null && !completion.continues(own)) {
                return completion;
            }
            updates.forEach(expressions::evaluate);
        }
        return null;
    }

    @Override
    public @Nullable Completion forEach(Stmt.ForEach loop) {
        String own = ownLabel();
        Object array = expressions.evaluate(loop.array());
        if (array == null) {
            throw new Thrown("NullPointerException", null);
        }
        ArrayValue elements = (ArrayValue) array;
        for (int i = 0; i < elements.length(); i++) {
            Object element = elements.get(i);
            frame.put(
                    loop.name(),
                    interpreter.arithmetic().convert(element, elements.type().element(), loop.type()));
            Completion completion = run(loop.body());
            if (completion != null && completion.breaks(own)) {
                return null;
            }
            if (completion != null && !completion.continues(own)) {
                return completion;
            }
        }
        return null;
    }

    @Override
    public @Nullable Completion block(Stmt.Block block) {
        return all(block.statements());
    }

    @Override
    public @Nullable Completion labeled(Stmt.Labeled labeled) {
        // A loop takes the label as its own; one further inside must not.
        label = labeled.statement() instanceof Stmt.Block ? null : labeled.label();
        Completion completion = run(labeled.statement());
        label = null;
        boolean endsHere = completion != null
                && completion.kind() == Completion.Kind.BREAK
                && labeled.label().equals(completion.label());
        return endsHere ? null : completion;
    }

    @Override
    public Completion breakOut(Stmt.Break statement) {
        return new Completion(Completion.Kind.BREAK, statement.label(), null);
    }

    @Override
    public Completion continueLoop(Stmt.Continue statement) {
        return new Completion(Completion.Kind.CONTINUE, statement.label(), null);
    }

    @Override
    public Completion returnValue(Stmt.Return statement) {
        Object value = statement.value() == null ? null : expressions.evaluate(statement.value(), result);
        return new Completion(Completion.Kind.RETURN, null, value);
    }

    @Override
    public Completion yieldValue(Stmt.Yield statement) {
        return new Completion(Completion.Kind.YIELD, null, expressions.evaluate(statement.value(), yielded));
    }

    @Override
    public @Nullable Completion switchOver(Stmt.Switch statement) {
        label = null;
        int selector = (Integer) Objects.requireNonNull(expressions.evaluate(statement.selector(), Primitive.INT));
        interpreter.trace().decide(selector);
        Completion completion = select(selector, statement.cases(), statement.isArrow());
        return completion != null && completion.breaks(null) ? null : completion;
    }

    /** The value of a {@code switch} expression. */
    Completion cases(int selector, List<Stmt.Case> cases, boolean isArrow, Type type) {
        Type outer = yielded;
        yielded = type;
        try {
            interpreter.trace().decide(selector);
            return Objects.requireNonNull(select(selector, cases, isArrow));
        } finally {
            yielded = outer;
        }
    }

    private @Nullable Completion select(int selector, List<Stmt.Case> cases, boolean isArrow) {
        int chosen = -1;
        for (int i = 0; i < cases.size(); i++) {
            List<Integer> labels = cases.get(i).labels();
            if (labels.contains(selector)) {
                chosen = i;
                break;
            }
            if (labels.isEmpty()) {
                chosen = i;
            }
        }
        if (chosen < 0) {
            return null;
        }
        if (isArrow) {
            return all(cases.get(chosen).body());
        }
        for (Stmt.Case next : cases.subList(chosen, cases.size())) {
            Completion completion = all(next.body());
            if (completion != null) {
                return completion;
            }
        }
        return null;
    }

    @Override
    public @Nullable Completion tryCatch(Stmt.Try statement) {
        label = null;
        Completion completion = null;
        Thrown thrown = null;
        try {
            completion = run(statement.body());
        } catch (Thrown exception) {
            thrown = exception;
        }
        if (thrown != null) {
            for (Stmt.Catch handler : statement.handlers()) {
                if (handler.exceptions().stream().anyMatch(thrown::isA)) {
                    interpreter.trace().decide(thrown.kind().hashCode());
                    thrown = null;
                    try {
                        completion = run(handler.body());
                    } catch (Thrown again) {
                        thrown = again;
                    }
                    break;
                }
            }
        }
        Completion last = statement.last() == null ? null : run(statement.last());
        if (last != null) {
            return last;
        }
        if (thrown != null) {
            throw thrown;
        }
        return completion;
    }

    @Override
    public Completion throwException(Stmt.Throw statement) {
        throw new Thrown(statement.exception(), statement.message());
    }
}

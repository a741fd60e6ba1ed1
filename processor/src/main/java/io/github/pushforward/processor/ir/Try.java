package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code try (resources) body catch (...) {...} finally last}.
 *
 * @param resources declarations, and expressions that are evaluated to what is closed
 * @param last what runs whichever way the rest ends
 */
public record Try(
        List<Stmt> resources,
        Block body,
        List<Catch> catches,
        @Nullable Block last) implements Stmt {

    /** @param types of the exceptions that it is for: several in {@code catch (A | B e)} */
    public record Catch(Local exception, List<Type> types, Block body) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    public Try {
        resources = List.copyOf(resources);
        catches = List.copyOf(catches);
    }

    @Override
    public List<Stmt> statements() {
        List<Stmt> statements = new ArrayList<>(resources);
        statements.add(body);
        catches.forEach(handler -> statements.add(handler.body()));
        Stream.ofNullable(last).forEach(statements::add);
        return statements;
    }

    @Override
    public Stmt with(List<Expr> expressions, List<Stmt> statements) {
        int next = resources.size() + 1;
        List<Catch> handlers = new ArrayList<>();
        for (Catch handler : catches) {
            handlers.add(new Catch(handler.exception(), handler.types(), (Block) statements.get(next++)));
        }
        return new Try(
                statements.subList(0, resources.size()),
                (Block) statements.get(resources.size()),
                handlers,
                last == null ? null : (Block) statements.get(next));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.attempt(this);
    }
}

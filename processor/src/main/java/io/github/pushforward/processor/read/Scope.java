package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Local;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables in sight, innermost block first. */
final class Scope {
    private final Deque<Map<String, Binding>> blocks = new ArrayDeque<>();

    /** What a name stands for. */
    private sealed interface Binding {}

    private record Variable(Local local) implements Binding {}

    private record Function(Closure closure) implements Binding {}

    /** A variable whose declaration was refused. */
    private enum Refused implements Binding {
        REFUSED
    }

    Scope() {
        open();
    }

    void open() {
        blocks.push(new HashMap<>());
    }

    void close() {
        blocks.pop();
    }

    /** @param name as the source has it; the local may bear another */
    void declare(String name, Local local) {
        blocks.element().put(name, new Variable(local));
    }

    /** A variable that holds one known function all the time: calls of it go to the code of the function. */
    void declare(String name, Closure closure) {
        blocks.element().put(name, new Function(closure));
    }

    /** Remembers a variable of unknown type: it is in sight, but nothing can be said of its uses. */
    void declareRefused(String name) {
        blocks.element().put(name, Refused.REFUSED);
    }

    boolean isRefused(String name) {
        return lookUp(name).filter(Refused.class::isInstance).isPresent();
    }

    Optional<Local> find(String name) {
        return lookUp(name).filter(Variable.class::isInstance).map(binding -> ((Variable) binding).local());
    }

    Optional<Closure> function(String name) {
        return lookUp(name).filter(Function.class::isInstance).map(binding -> ((Function) binding).closure());
    }

    private Optional<Binding> lookUp(String name) {
        return blocks.stream()
                .filter(block -> block.containsKey(name))
                .map(block -> block.get(name))
                .findFirst();
    }

    /** What is in sight now, in a scope of its own that later declarations do not reach. */
    Scope snapshot() {
        Scope copy = new Scope();
        for (Map<String, Binding> block : blocks) {
            block.forEach(copy.blocks.element()::putIfAbsent);
        }
        return copy;
    }

    /**
     * The same names in another method, where other variables hold the values.
     *
     * @param moves those variables; no other is in sight there
     */
    Scope moved(Map<Local, Local> moves) {
        Scope copy = new Scope();
        snapshot()
                .blocks
                .element()
                .forEach((name, binding) -> moved(binding, moves)
                        .ifPresent(other -> copy.blocks.element().put(name, other)));
        return copy;
    }

    private static Optional<Binding> moved(Binding binding, Map<Local, Local> moves) {
        if (binding instanceof Variable variable) {
            return Optional.ofNullable(moves.get(variable.local())).map(Variable::new);
        }
        if (binding instanceof Function function) {
            return moves.keySet().containsAll(function.closure().captured())
                    ? Optional.of(new Function(function.closure().moved(moves)))
                    : Optional.empty();
        }
        return Optional.of(binding);
    }

    /** Takes names out of sight: those of variables that the fields of a class hide. */
    void hide(Collection<String> names) {
        blocks.forEach(block -> block.keySet().removeAll(names));
    }
}
